import type { Origin, StudyId } from './study';
import type { StudyResults } from './whyState';

/** What a study is downloaded as: everything that it found, run by run, and what it was told. */
export function studyReport<K extends StudyId>(
  study: K,
  result: StudyResults[K],
  versions: Readonly<Record<string, string>>,
): object {
  const { origin, ...found } = result;
  return { schema: 'transfer-lab/study@1', study, versions, ...told(origin), ...found };
}

function told({ settings, collection, trials, classes, base, engine }: Origin) {
  return {
    settings,
    base,
    engine,
    classes: collection.classes.map(({ name }) => name),
    chance: 1 / classes,
    pictures: collection.pictures.length,
    seeds: trials.map(({ seed, training, validation }) => ({
      seed,
      training: training.length,
      // Rows of the pictures in the order of their ids: seeds may share them, which widens intervals.
      validation: [...validation],
    })),
  };
}
