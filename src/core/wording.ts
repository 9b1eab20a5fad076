import { t } from '@lingui/core/macro';
import { count, nats, percent, points, setPercent, signed } from './figures';
import type { ValidationGroups } from './sharedPictures';
import type { Estimate } from './statistics';
import type { ArmResult, Findings } from './verdict';
import { wrongShare } from './wrongLabels';

/** The one sentence above everything; about validation accuracy. */
export function headline(findings: Findings): string {
  const { phase, epochs, plannedEpochs } = findings;
  const said = accuracyWords(findings);
  if (phase === 'running') return t`So far (epoch ${epochs} of ${plannedEpochs}): ${said}`;
  return epochs < plannedEpochs ? t`After ${epochs} of ${count(plannedEpochs, 'epoch')}: ${said}` : said;
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
  const rate = arms[1].dropoutRate;
  switch (outcome) {
    case 'helps':
      return t`${splitFixed ? t`On this one split, dropout helps` : t`Dropout helps here`}: validation accuracy is ${points(difference.mean)} points higher${inBrackets(difference, points, 1, ' points')}.`;
    case 'hurts':
      return t`${splitFixed ? t`On this one split, dropout hurts` : t`Dropout hurts here`}: validation accuracy is ${points(-difference.mean)} points lower${inBrackets(difference, points, -1, ' points')}.`;
    case 'cannot tell':
      return t`${splitFixed ? t`On this one split, this much data cannot tell` : t`Cannot tell with this much data`}: validation accuracy differs by ${signed(points(difference.mean))} points, and the 95\u00a0% interval, ${range(difference, points)} points, includes zero.`;
    case 'one run':
      return t`One run proves nothing: ${splitFixed ? t`on this one split, ` : ''}in this one pair of runs, validation accuracy is ${comparedBy(difference.mean, points, ' points')} with dropout.`;
    case 'identical':
      if (rate === 0) return t`The two sides are identical, as they must be: both have dropout rate 0 (an A/A test).`;
      if (!dropoutActs) return t`The two sides are identical: there is no hidden layer whose units could be dropped.`;
      return t`The two sides are identical: at rate ${rate}, dropout has changed nothing yet.`;
    default:
      return outcome satisfies never;
  }
}

function cutShort({ phase, epochs, plannedEpochs }: Findings): string | null {
  const after = `after ${epochs} of ${count(plannedEpochs, 'epoch')}; every figure here is from epoch ${epochs}`;
  if (phase === 'stopped' && epochs < plannedEpochs)
    return t`Training was stopped ${after}. Longer training can change the picture.`;
  return phase === 'failed' ? t`Training failed ${after}, the last good one.` : null;
}

/** Fewer seeds than this say too little of the scatter to speak of how small a difference must be. */
const fewSeeds = 10;

function whatWouldTell({ accuracy, seeds, splitFixed, validationGroups }: Findings): string | null {
  if (accuracy.outcome === 'one run')
    return t`What would tell: repeats. Set Seeds to 5 or more and train again, to see how much of this is chance.`;
  if (accuracy.outcome !== 'cannot tell') return null;
  const others = isCounted(validationGroups) ? t`, from other recordings or groups` : '';
  const pictures = (splitFixed ? t`more validation pictures` : t`more pictures`) + others;
  if (accuracy.seedsToTell !== null)
    return t`What would tell: more seeds (about ${accuracy.seedsToTell} instead of ${seeds}, if the difference and its scatter stayed as they are), or ${pictures}.`;
  return seeds < fewSeeds
    ? `What would tell: more seeds first (${fewSeeds} or more; ${seeds} say too little about how large a difference could be), then ${pictures}.`
    : t`What would tell: ${pictures}. If the difference and its scatter stayed as they are, 50 seeds would not show it either.`;
}

function gapWords({ gap, arms }: Findings): string | null {
  const [without, withDropout] = arms;
  const from = points(without.gap.mean);
  const to = points(withDropout.gap.mean);
  const change = inBrackets(gap.difference, points, 1, ' points', 'change ');
  const about = t`The gap between training and validation accuracy`;
  switch (gap.outcome) {
    case 'helps':
      return t`${about} falls from ${from} to ${to} points${change}.`;
    case 'hurts':
      return t`${about} rises from ${from} to ${to} points${change}.`;
    case 'cannot tell':
      return `${about} is ${from} points without dropout and ${to} with it; whether it changes cannot be told${change}.`;
    case 'one run':
      return t`${about} is ${from} points without dropout and ${to} with it, in this one pair of runs.`;
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
  const here = splitFixed ? t`On these very pictures, the` : 'The';
  const [from, to] = [nats(arms[0].validationLoss.mean), nats(arms[1].validationLoss.mean)];
  const change = inBrackets(loss.difference, nats, 1, '', 'change ');
  switch (loss.outcome) {
    case 'helps':
      return t`${here} validation loss is lower with dropout: ${to} instead of ${from}${change}.`;
    case 'hurts':
      return t`${here} validation loss is higher with dropout: ${to} instead of ${from}${change}.`;
    case 'cannot tell':
      return `${here} validation loss is ${from} without dropout and ${to} with it; whether it changes cannot be told${change}.`;
    case 'one run':
      return t`${here} validation loss is ${from} without dropout and ${to} with it, in this one pair of runs.`;
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
  const scores = risen.map((arm) => `${percent(arm.lowestLoss.accuracy)} ${arm.name}`).join(' and ');
  return [
    lossOverTime(without, findings, t`Without dropout the validation loss`, ''),
    lossOverTime(withDropout, findings, t`With dropout it`, rose(without) ? t` as well` : ''),
    `Stopped at that lowest point, validation accuracy was ${scores}; but the point was picked by looking at the validation pictures, which flatters the figure.`,
  ].join(' ');
}

function lossOverTime(arm: ArmResult, { phase, epochs }: Findings, subject: string, also: string): string {
  const { epoch, loss } = arm.lowestLoss;
  const [lowest, now] = [nats(loss), nats(arm.validationLoss.mean)];
  const at = phase === 'running' ? t`is at` : t`ended at`;
  if (rose(arm))
    return t`${subject} was lowest after ${count(epoch, 'epoch')} (${lowest}) and ${at} ${now} after ${epochs}: it turned up${also}.`;
  if (epoch === epochs) return t`${subject} ${at} ${now}, its lowest so far.`;
  return `${subject} ${at} ${now}; its lowest was ${lowest}, after ${count(epoch, 'epoch')}.`;
}

function noiseWords({ noise, wrongLabels }: Findings): string | null {
  if (noise === 0) return null;
  if (wrongLabels.wrong === 0)
    return t`${setPercent(noise)} wrong labels were asked for, but with so few training pictures in a class that rounds to none: every training label is right.`;
  const share = wrongShare(wrongLabels);
  return `${setPercent(share)} of the training labels are wrong on purpose. A head that learns only what is right scores about ${setPercent(1 - share)} on them (the dashed line); more than that is learned by heart.`;
}

function picturesWords({ validationPictures: { fewest, most }, onePicture }: Findings): string {
  const pictures = fewest === most ? count(most, t`validation picture`) : t`${fewest} to ${most} validation pictures`;
  return t`Accuracy is measured on ${pictures}, where one picture is ${points(onePicture)} points.`;
}

/** Below this share of pictures that all seeds check with, they are not worth a word. */
const fewShared = 0.05;

function coverage(findings: Findings): string | null {
  const { seeds, splitFixed, sharedValidation, sharedTraining, wrongLabels } = findings;
  if (seeds === 1) return null;
  const chance = t`the chance of which validation pictures there are, estimated on the safe side from the two accuracies`;
  if (!splitFixed) {
    const draws = wrongLabels.wrong > 0 ? t`splits, wrong labels and starts` : t`splits and starts`;
    const shared =
      sharedValidation > fewShared
        ? ` ${percent(sharedValidation)} of the validation pictures are the same for every seed; for these, the intervals of the differences in accuracy and gap also cover ${chance}.`
        : '';
    return t`The intervals cover ${seeds} fresh ${draws} of these pictures: not new pictures.${shared}`;
  }
  const drawn = [
    t`weights, order, what is dropped`,
    ...(sharedTraining ? [] : [t`which training pictures are used`]),
    ...(wrongLabels.wrong > 0 ? [t`which labels are wrong`] : []),
  ].join(', ');
  return (
    t`All seeds share one fixed split. The intervals of the differences in accuracy and gap cover ${seeds} fresh starts (${drawn}) and ${chance}. ` +
    t`All other intervals and the bands cover the fresh starts alone. None covers other splits.`
  );
}

/** Whether groups make an interval wider by as much as is worth a word. */
const isCounted = (groups: ValidationGroups | null | undefined): groups is ValidationGroups =>
  groups !== null && groups !== undefined && groups.common > fewShared;

/** How pictures count in the intervals where they come in groups; null where they do not, or where seeds share none. */
export function groupsWords(validationGroups: ValidationGroups | null | undefined): string | null {
  if (!isCounted(validationGroups)) return null;
  const { pictures, groups, independent, common } = validationGroups;
  const worth = Number(independent.toFixed(1));
  const kind = t`of pictures that belong together, such as the frames of a recording`;
  if (common < 1)
    return t`The validation pictures of each seed come in groups ${kind}: where an interval allows for their choice, they count as ${worth}.`;
  const uneven = worth < groups ? t`, fewer than ${groups} because the groups are not equally large` : '';
  return t`The ${count(pictures, t`validation picture`)} come in ${count(groups, 'group')} ${kind}: where an interval allows for their choice, they count as ${worth}${uneven}.`;
}

type Figure = (value: number) => string;

/** " (95\u00a0% interval 5.2 to 8.0 points)"; nothing for a single run. @param sign -1 to speak of "lower" */
function inBrackets(e: Estimate, figure: Figure, sign: 1 | -1, unit: string, what = ''): string {
  if (e.kind === 'single') return '';
  if (what) return t` (${what}${signed(figure(e.mean))}, 95\u00a0% interval ${range(e, figure)}${unit})`;
  const [low, high] = sign === 1 ? [e.low, e.high] : [-e.high, -e.low];
  return t` (95\u00a0% interval ${figure(low)} to ${figure(high)}${unit})`;
}

/** "−0.4 to +1.0" */
export const range = (e: Estimate, figure: Figure): string =>
  e.kind === 'single' ? signed(figure(e.mean)) : t`${signed(figure(e.low))} to ${signed(figure(e.high))}`;

function comparedBy(difference: number, figure: Figure, unit: string): string {
  if (difference === 0) return t`the same`;
  return difference > 0 ? t`${figure(difference)}${unit} higher` : t`${figure(-difference)}${unit} lower`;
}
