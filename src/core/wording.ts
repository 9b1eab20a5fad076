import { plural, select, t } from '@lingui/core/macro';
import { armWords } from './armWords';
import { between, decimal, nats, percent, points, setPercent, signed } from './figures';
import { listed } from './listed';
import type { ValidationGroups } from './sharedPictures';
import type { Estimate } from './statistics';
import type { ArmResult, Findings } from './verdict';
import { wrongShare } from './wrongLabels';

/** The one sentence above everything; about validation accuracy. */
export function headline(findings: Findings): string {
  const { phase, epochs, plannedEpochs } = findings;
  const said = accuracyWords(findings);
  if (phase === 'running') return t`So far (epoch ${epochs} of ${plannedEpochs}): ${said}`;
  return epochs < plannedEpochs
    ? t`After ${epochs} of ${plural(plannedEpochs, { one: '# epoch', other: '# epochs' })}: ${said}`
    : said;
}

/** What else there is to say, most important first; never more than the intervals allow. */
export function sentences(findings: Findings): readonly string[] {
  return [
    cutShort(findings),
    whatWouldTell(findings),
    gapWords(findings),
    belowZero(findings),
    lossWords(findings),
    turnedUp(findings),
    noiseWords(findings),
    picturesWords(findings),
    coverage(findings),
    findings.seeds > 1 ? groupsWords(findings.validationGroups) : null,
  ].filter((sentence) => sentence !== null);
}

function accuracyWords({ accuracy, arms, dropoutActs, splitFixed }: Findings): string {
  const { outcome, difference } = accuracy;
  const split = splitFixed ? 'one' : 'many';
  switch (outcome) {
    case 'helps': {
      const [size, interval] = [points(difference.mean), ends(difference)];
      return t`${select(split, { one: 'On this one split, dropout helps', other: 'Dropout helps here' })}: validation accuracy is ${size} points higher (95\u00a0% interval ${interval} points).`;
    }
    case 'hurts': {
      const [size, interval] = [points(-difference.mean), ends(negative(difference))];
      return t`${select(split, { one: 'On this one split, dropout hurts', other: 'Dropout hurts here' })}: validation accuracy is ${size} points lower (95\u00a0% interval ${interval} points).`;
    }
    case 'cannot tell': {
      const [size, interval] = [signed(points(difference.mean)), range(difference, points)];
      return t`${select(split, { one: 'On this one split, this much data cannot tell', other: 'Cannot tell with this much data' })}: validation accuracy differs by ${size} points, and the 95\u00a0% interval, ${interval} points, includes zero.`;
    }
    case 'one run': {
      const compared = comparedWords(difference.mean);
      return splitFixed
        ? t`One run proves nothing: on this one split, ${compared}.`
        : t`One run proves nothing: ${compared}.`;
    }
    case 'identical': {
      const rate = decimal(arms[1].dropoutRate);
      if (arms[1].dropoutRate === 0)
        return t`The two sides are identical, as they must be: both have dropout rate 0 (an A/A test).`;
      if (!dropoutActs) return t`The two sides are identical: there is no hidden layer whose units could be dropped.`;
      return t`The two sides are identical: at rate ${rate}, dropout has changed nothing yet.`;
    }
    default:
      return outcome satisfies never;
  }
}

function comparedWords(difference: number): string {
  const size = points(Math.abs(difference));
  if (difference === 0) return t`in this one pair of runs, validation accuracy is the same with dropout`;
  return difference > 0
    ? t`in this one pair of runs, validation accuracy is ${size} points higher with dropout`
    : t`in this one pair of runs, validation accuracy is ${size} points lower with dropout`;
}

function cutShort({ phase, epochs, plannedEpochs }: Findings): string | null {
  if (phase === 'stopped' && epochs < plannedEpochs)
    return t`Training was stopped after ${epochs} of ${plural(plannedEpochs, { one: '# epoch', other: '# epochs' })}; every figure here is from epoch ${epochs}. Longer training can change the picture.`;
  return phase === 'failed'
    ? t`Training failed after ${epochs} of ${plural(plannedEpochs, { one: '# epoch', other: '# epochs' })}; every figure here is from epoch ${epochs}, the last good one.`
    : null;
}

/** Fewer seeds than this say too little of the scatter to speak of how small a difference must be. */
const fewSeeds = 10;

function whatWouldTell({ accuracy, seeds, splitFixed, validationGroups }: Findings): string | null {
  if (accuracy.outcome === 'one run')
    return t`What would tell: repeats. Set Seeds to 5 or more and train again, to see how much of this is chance.`;
  if (accuracy.outcome !== 'cannot tell') return null;
  const pictures = morePictures(splitFixed, isCounted(validationGroups));
  const needed = accuracy.seedsToTell;
  if (needed !== null)
    return t`What would tell: more seeds (about ${needed} instead of ${seeds}, if the difference and its scatter stayed as they are), or ${pictures}.`;
  return seeds < fewSeeds
    ? t`What would tell: more seeds first (${fewSeeds} or more; ${seeds} say too little about how large a difference could be), then ${pictures}.`
    : t`What would tell: ${pictures}. If the difference and its scatter stayed as they are, 50 seeds would not show it either.`;
}

function morePictures(splitFixed: boolean, inGroups: boolean): string {
  if (!inGroups) return splitFixed ? t`more validation pictures` : t`more pictures`;
  return splitFixed
    ? t`more validation pictures, from other recordings or groups`
    : t`more pictures, from other recordings or groups`;
}

function gapWords({ gap, arms }: Findings): string | null {
  const [from, to] = [points(arms[0].gap.mean), points(arms[1].gap.mean)];
  const [size, interval] = [signed(points(gap.difference.mean)), range(gap.difference, points)];
  switch (gap.outcome) {
    case 'helps':
      return t`The gap between training and validation accuracy falls from ${from} to ${to} points (change ${size}, 95\u00a0% interval ${interval} points).`;
    case 'hurts':
      return t`The gap between training and validation accuracy rises from ${from} to ${to} points (change ${size}, 95\u00a0% interval ${interval} points).`;
    case 'cannot tell':
      return t`The gap between training and validation accuracy is ${from} points without dropout and ${to} with it; whether it changes cannot be told (change ${size}, 95\u00a0% interval ${interval} points).`;
    case 'one run':
      return t`The gap between training and validation accuracy is ${from} points without dropout and ${to} with it, in this one pair of runs.`;
    case 'identical':
      return null;
    default:
      return gap.outcome satisfies never;
  }
}

/** A gap below zero looks like a mistake; with wrong labels it is what honest learning gives. */
function belowZero({ arms, wrongLabels }: Findings): string | null {
  if (wrongLabels.wrong === 0 || !arms.some((arm) => arm.gap.mean < 0)) return null;
  return t`A gap below zero is no mistake here: training accuracy is scored on the given labels, some of them wrong on purpose, and validation accuracy on true ones.`;
}

function lossWords({ loss, arms, splitFixed }: Findings): string | null {
  const split = splitFixed ? 'one' : 'many';
  const [from, to] = [nats(arms[0].validationLoss.mean), nats(arms[1].validationLoss.mean)];
  const [size, interval] = [signed(nats(loss.difference.mean)), range(loss.difference, nats)];
  switch (loss.outcome) {
    case 'helps':
      return t`${select(split, { one: 'On these very pictures, the', other: 'The' })} validation loss is lower with dropout: ${to} instead of ${from} (change ${size}, 95\u00a0% interval ${interval}).`;
    case 'hurts':
      return t`${select(split, { one: 'On these very pictures, the', other: 'The' })} validation loss is higher with dropout: ${to} instead of ${from} (change ${size}, 95\u00a0% interval ${interval}).`;
    case 'cannot tell':
      return t`${select(split, { one: 'On these very pictures, the', other: 'The' })} validation loss is ${from} without dropout and ${to} with it; whether it changes cannot be told (change ${size}, 95\u00a0% interval ${interval}).`;
    case 'one run':
      return t`${select(split, { one: 'On these very pictures, the', other: 'The' })} validation loss is ${from} without dropout and ${to} with it, in this one pair of runs.`;
    case 'identical':
      return null;
    default:
      return loss.outcome satisfies never;
  }
}

/** How far above its lowest a mean validation loss must end to be worth a sentence. */
const clearlyAbove = 1.2;

const rose = (arm: ArmResult) => arm.validationLoss.mean > clearlyAbove * arm.lowestLoss.loss;

function turnedUp(findings: Findings): string | null {
  const [without, withDropout] = findings.arms;
  const risen = findings.arms.filter(rose);
  if (risen.length === 0) return null;
  const scores = listed(risen.map((arm) => `${percent(arm.lowestLoss.accuracy)} ${armWords(arm)}`));
  return [
    lossOverTime(without, findings, 'without', false),
    lossOverTime(withDropout, findings, 'with', rose(without)),
    t`Stopped at that lowest point, validation accuracy was ${scores}; but the point was picked by looking at the validation pictures, which flatters the figure.`,
  ].join(' ');
}

/** @param isSecond it is the second whose loss turned up. */
function lossOverTime(
  arm: ArmResult,
  { phase, epochs }: Findings,
  side: 'without' | 'with',
  isSecond: boolean,
): string {
  const { epoch, loss } = arm.lowestLoss;
  const [lowest, now] = [nats(loss), nats(arm.validationLoss.mean)];
  if (rose(arm))
    return isSecond
      ? t`${select(side, { without: 'Without dropout the validation loss', other: 'With dropout it' })} was lowest after ${plural(epoch, { one: '# epoch', other: '# epochs' })} (${lowest}) and ${select(phase, { running: 'is at', other: 'ended at' })} ${now} after ${epochs}: it turned up as well.`
      : t`${select(side, { without: 'Without dropout the validation loss', other: 'With dropout it' })} was lowest after ${plural(epoch, { one: '# epoch', other: '# epochs' })} (${lowest}) and ${select(phase, { running: 'is at', other: 'ended at' })} ${now} after ${epochs}: it turned up.`;
  if (epoch === epochs)
    return t`${select(side, { without: 'Without dropout the validation loss', other: 'With dropout it' })} ${select(phase, { running: 'is at', other: 'ended at' })} ${now}, its lowest so far.`;
  return t`${select(side, { without: 'Without dropout the validation loss', other: 'With dropout it' })} ${select(phase, { running: 'is at', other: 'ended at' })} ${now}; its lowest was ${lowest}, after ${plural(epoch, { one: '# epoch', other: '# epochs' })}.`;
}

function noiseWords({ noise, wrongLabels }: Findings): string | null {
  if (noise === 0) return null;
  const asked = setPercent(noise);
  if (wrongLabels.wrong === 0)
    return t`${asked} wrong labels were asked for, but with so few training pictures in a class that rounds to none: every training label is right.`;
  const share = wrongShare(wrongLabels);
  const [wrong, right] = [setPercent(share), setPercent(1 - share)];
  return t`${wrong} of the training labels are wrong on purpose. A head that learns only what is right scores about ${right} on them (the dashed line); more than that is learned by heart.`;
}

function picturesWords({ validationPictures: { fewest, most }, onePicture }: Findings): string {
  const size = points(onePicture);
  return fewest === most
    ? t`Accuracy is measured on ${plural(most, { one: '# validation picture', other: '# validation pictures' })}, where one picture is ${size} points.`
    : t`Accuracy is measured on ${fewest} to ${most} validation pictures, where one picture is ${size} points.`;
}

/** Below this share of pictures that all seeds check with, they are not worth a word. */
const fewShared = 0.05;

function coverage(findings: Findings): string | null {
  const { seeds, splitFixed, sharedValidation, sharedTraining, wrongLabels } = findings;
  if (seeds === 1) return null;
  if (!splitFixed) {
    const covered =
      wrongLabels.wrong > 0
        ? t`The intervals cover ${seeds} fresh splits, wrong labels and starts of these pictures: not new pictures.`
        : t`The intervals cover ${seeds} fresh splits and starts of these pictures: not new pictures.`;
    const share = percent(sharedValidation);
    return sharedValidation > fewShared
      ? `${covered} ${t`${share} of the validation pictures are the same for every seed; for these, the intervals of the differences in accuracy and gap also cover the chance of which validation pictures there are, estimated on the safe side from the two accuracies.`}`
      : covered;
  }
  const drawn = [
    t`weights, order, what is dropped`,
    ...(sharedTraining ? [] : [t`which training pictures are used`]),
    ...(wrongLabels.wrong > 0 ? [t`which labels are wrong`] : []),
  ].join(', ');
  return t`All seeds share one fixed split. The intervals of the differences in accuracy and gap cover ${seeds} fresh starts (${drawn}) and the chance of which validation pictures there are, estimated on the safe side from the two accuracies. All other intervals and the bands cover the fresh starts alone. None covers other splits.`;
}

/** Whether groups make an interval wider by as much as is worth a word. */
const isCounted = (groups: ValidationGroups | null | undefined): groups is ValidationGroups =>
  groups !== null && groups !== undefined && groups.common > fewShared;

/** How pictures count in the intervals where they come in groups; null where they do not, or where seeds share none. */
export function groupsWords(validationGroups: ValidationGroups | null | undefined): string | null {
  if (!isCounted(validationGroups)) return null;
  const { pictures, groups, independent, common } = validationGroups;
  const rounded = Number(independent.toFixed(1));
  const worth = decimal(rounded);
  if (common < 1)
    return t`The validation pictures of each seed come in groups of pictures that belong together, such as the frames of a recording: where an interval allows for their choice, they count as ${worth}.`;
  return rounded < groups
    ? t`The ${plural(pictures, { one: '# validation picture', other: '# validation pictures' })} come in ${plural(groups, { one: '# group', other: '# groups' })} of pictures that belong together, such as the frames of a recording: where an interval allows for their choice, they count as ${worth}, fewer than ${groups} because the groups are not equally large.`
    : t`The ${plural(pictures, { one: '# validation picture', other: '# validation pictures' })} come in ${plural(groups, { one: '# group', other: '# groups' })} of pictures that belong together, such as the frames of a recording: where an interval allows for their choice, they count as ${worth}.`;
}

/** "−0.4 to +1.0" */
export const range = (e: Estimate, figure: (value: number) => string): string =>
  e.kind === 'single' ? signed(figure(e.mean)) : between(signed(figure(e.low)), signed(figure(e.high)));

/** "5.2 to 8.0": in points, of a difference that is told as higher or lower. */
const ends = (e: Estimate): string => (e.kind === 'single' ? points(e.mean) : between(points(e.low), points(e.high)));

const negative = (e: Estimate): Estimate =>
  e.kind === 'single' ? { ...e, mean: -e.mean } : { ...e, mean: -e.mean, low: -e.high, high: -e.low };
