import type { Picture } from '../collection';
import type { TrainedHeads } from '../heads/trainedHeads';

/** What the heads of a seed had to do with a picture before. */
export type Part = 'training' | 'validation' | 'test' | 'none';

/**
 * What the heads of a seed had to do with some content. What they learned from counts first, whatever became of it since:
 * set aside for the test later, it is still known to them.
 *
 * @param own all pictures of that content.
 */
export function partOf(
  own: readonly Pick<Picture, 'id' | 'test'>[],
  { pictureIds, trials }: Pick<TrainedHeads, 'pictureIds' | 'trials'>,
  trial: number,
): Part {
  const rows = own.map(({ id }) => pictureIds.indexOf(id)).filter((row) => row >= 0);
  if (rows.some((row) => trials[trial]?.training.includes(row))) return 'training';
  if (rows.some((row) => trials[trial]?.validation.includes(row))) return 'validation';
  return rows.length === 0 && own.some((p) => p.test) ? 'test' : 'none';
}
