import type { Side } from '../../core/collection';
import type { TrainedHeads } from '../../core/heads/trainedHeads';

/** What one seed drew for a picture. */
interface Drawn {
  /** null: it was not there. */
  readonly side: Side | null;
  /** Name of the class whose label training was given instead of the true one; null: it was told the truth. */
  readonly wrongLabel: string | null;
}

/** @param row of the heads; -1: of none. */
export function drawnAs({ trials, labels, classes }: TrainedHeads, trial: number, row: number): Drawn {
  const own = trials[trial];
  const side = own?.training.includes(row) ? 'training' : own?.validation.includes(row) ? 'validation' : null;
  const given = own?.givenLabels[row];
  const isWrong = side === 'training' && given !== undefined && given !== labels[row];
  return { side, wrongLabel: isWrong ? (classes[given]?.name ?? null) : null };
}
