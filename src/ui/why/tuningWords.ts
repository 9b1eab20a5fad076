import { plural, t } from '@lingui/core/macro';
import { percent } from '../../core/figures';
import { isOneSplit, validationGroupsOf } from '../../core/sharedPictures';
import { tuningFindings, type TuningResult, type TuningSide } from '../../core/why/tuning';
import { groupsWords } from '../../core/wording';
import { changeWords, inPoints, oneSeed, onSplit, told, withinSpreadOf } from '../inside/estimateWords';

/** What fine-tuning did, on each side; never more than the intervals say. */
export function tuningWords(result: TuningResult): { readonly main: string; readonly more: readonly string[] } {
  const { origin, frozenEpochs, experiment, history, digests } = result;
  const found = tuningFindings(result);
  if (!found) {
    const done = history.length;
    return {
      main:
        done < frozenEpochs
          ? t`The head alone: epoch ${done} of ${frozenEpochs}. The last blocks are unfrozen after that.`
          : t`The last blocks are being unfrozen.`,
      more: [],
    };
  }
  const [without, withDropout] = found;
  const seeds = origin.trials.length;
  const split = isOneSplit(origin.trials);
  const isOver = history.length === experiment.epochs;
  const [tuned, planned] = [history.length - frozenEpochs, experiment.epochs - frozenEpochs];
  const main = onSplit(split, sideWords(without, t`without dropout`, split));
  const digest = digests?.after.slice(0, 12) ?? '';
  return {
    main: isOver ? main : t`After ${tuned} of ${planned} epochs of fine-tuning: ${main}`,
    more: [
      sideWords(withDropout, t`with dropout`, split),
      wrecked(without, t`Without dropout`),
      wrecked(withDropout, t`With dropout`),
      t`Compared, over ${plural(seeds, { one: '# seed', other: '# seeds' })}, with the same heads, trained on for the same epochs at the same rate while the base stayed frozen: only what is trainable differs.`,
      seeds > 1 ? groupsWords(validationGroupsOf(origin.trials)) : null,
      digests === null
        ? null
        : digests.before === digests.after
          ? t`The weights before the unfrozen blocks are bit for bit what they were: SHA-256 ${digest}… before and after.`
          : t`The weights before the unfrozen blocks have changed. That must not be: please report it.`,
      seeds === 1 ? oneSeed : null,
    ].filter((sentence) => sentence !== null),
  };
}

function sideWords({ gain, tuned, frozen }: TuningSide, side: string, split: boolean): string {
  const [before, after, change] = [percent(frozen.mean), percent(tuned.mean), changeWords(gain, inPoints)];
  const both = t`${before} frozen, ${after} fine-tuned`;
  const what = told(gain);
  switch (what) {
    case 'above':
      return t`Fine-tuning helps ${side}: ${change} in validation accuracy (${both}).`;
    case 'below':
      return t`Fine-tuning hurts ${side}: ${change} in validation accuracy (${both}).`;
    case 'cannot tell':
      return `${t`Fine-tuning ${side}: ${both}; ${change}.`} ${withinSpreadOf(split)}`;
    case 'identical':
      return t`Fine-tuning changed nothing ${side} (${both}).`;
    case 'one seed':
      return t`Fine-tuning ${side}, in this one run: ${change} (${both}).`;
    case 'no value':
      return t`There is no figure ${side}: a run failed.`;
    default:
      return what satisfies never;
  }
}

/** Ten points less than when the base was unfrozen is no fluctuation any more. */
const muchWorse = -0.1;

function wrecked({ since, gain }: TuningSide, side: string): string | null {
  // Worse than at the unfreezing, and worse than the head that was trained on at the same rate by itself.
  if (told(gain) !== 'below' || told(since) !== 'below' || since.mean > muchWorse) return null;
  const change = changeWords(since, inPoints);
  return t`${side}, ${change} since the unfreezing: steps this large have wrecked what the base knew.`;
}
