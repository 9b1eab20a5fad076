import { plural, t } from '@lingui/core/macro';
import { NativeSelect } from '@mantine/core';
import { headsWords } from './tryWords';

export interface WhoseHeadsProps {
  /** Number in the log; null: it has no entry. */
  readonly experiment: number | null;
  /** One per trial. */
  readonly seeds: readonly number[];
  /** Index of a trial. */
  readonly trial: number;
  /** Done, and planned. */
  readonly epoch: number;
  readonly epochs: number;
  readonly onTrial: (trial: number) => void;
}

/** Whose heads answer: of which experiment, of which seed, and how far they are trained. */
export function WhoseHeads({ experiment, seeds, trial, epoch, epochs, onTrial }: WhoseHeadsProps) {
  const seedWords = (at: number) => {
    const seed = seeds[at] ?? 0;
    return at === 0 ? t`first seed (${seed})` : t`seed ${seed}`;
  };
  return (
    <div className="try-whose lab-soft lab-numbers">
      <span>
        {headsWords(experiment)}
        {seeds.length > 1 ? ',' : `, ${seedWords(0)},`}
      </span>
      {seeds.length > 1 && (
        <NativeSelect
          aria-label={t`Whose heads answer`}
          value={String(trial)}
          data={seeds.map((_, at) => ({ value: String(at), label: seedWords(at) }))}
          onChange={(event) => onTrial(Number(event.currentTarget.value))}
        />
      )}
      <span>
        {epoch < epochs
          ? plural(epochs, { one: `after ${epoch} of # epoch`, other: `after ${epoch} of # epochs` })
          : plural(epochs, { one: 'after # epoch', other: 'after # epochs' })}
      </span>
    </div>
  );
}
