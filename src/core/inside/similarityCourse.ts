import { macrotask } from '../macrotask';
import { estimate, pairedDifference, within } from '../statistics';
import type { SimilarityCourse } from './inside';
import type { KeptHeads } from './keptHeads';
import type { SimilarityKind } from './similarity';
import type { Likeness, SimilarityMeter } from './similarityMeter';

/**
 * How alike hidden units are over the epochs kept, over all seeds kept.
 *
 * @param isWanted asked now and then; once false, what is there so far is thrown away. Null then.
 */
export async function similarityCourse(
  heads: KeptHeads,
  meter: SimilarityMeter,
  { epoch, kind }: { readonly epoch: number; readonly kind: SimilarityKind },
  isWanted: () => boolean,
): Promise<SimilarityCourse | null> {
  heads.at(epoch);
  const kept = heads.epochs;
  const step = Math.max(1, (kept.length - 1) / 11);
  const spread = Array.from({ length: 12 }, (_, i) => kept[Math.round(i * step)]);
  const epochs = [...new Set([0, ...spread, epoch].filter((e) => e !== undefined))].toSorted((a, b) => a - b);
  // Taken now: some may be let go of while this goes on.
  const snapshots = epochs.map((e) => heads.at(e));
  const arms = heads.experiment.arms.map((_, a) => a);
  /** By epoch and arm, over the seeds. Seed by seed, because each has its own standardised pictures. */
  const measured = epochs.map(() => arms.map((): Likeness[] => []));
  for (let k = 0; k < heads.trials; k++) {
    for (const [i, snapshot] of snapshots.entries()) {
      for (const a of arms) {
        const key = `${snapshot.epoch} ${a} ${k}`;
        measured[i]?.[a]?.push(
          meter.measure(key, kind, heads.head(snapshot, a, k), heads.initialOf(k), () => heads.validation(k).x),
        );
      }
      await macrotask();
      if (!isWanted()) return null;
    }
  }
  const of = (e: number, a: number, pick: keyof Likeness) =>
    (measured[epochs.indexOf(e)]?.[a] ?? []).map((one) => one[pick]);
  return {
    kind,
    at: epoch,
    seeds: heads.trials,
    allSeeds: heads.experiment.trials.length,
    units: meter.units,
    hidden: heads.experiment.hidden,
    points: epochs.map((e) => ({
      epoch: e,
      mean: arms.map((a) => within(estimate(of(e, a, 'mean')), [0, 1])),
      norm: arms.map((a) => within(estimate(of(e, a, 'norm')), [0, Infinity])),
    })),
    difference: pairedDifference(of(epoch, 0, 'mean'), of(epoch, 1, 'mean')),
    since: arms.map((a) => pairedDifference(of(0, a, 'mean'), of(epoch, a, 'mean'))),
    normDifference: pairedDifference(of(epoch, 0, 'norm'), of(epoch, 1, 'norm')),
  };
}
