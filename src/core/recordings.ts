import { group, rollup } from 'd3-array';
import type { Collection, Picture, Side } from './collection';

/** All frames of one recording have one group of this kind, so that they stay on one side of the split. */
const mark = 'recording-';

/** The group of a new recording. @param id unique. */
export const recordingGroup = (id: string): string => `${mark}${id}`;

/** The frames of one recording that are in a class. */
export interface Recording {
  readonly group: string;
  /** At least one, in the order of their taking. */
  readonly pictures: readonly Picture[];
}

/** Recordings of a class, the first first. */
export function recordingsOf({ pictures }: Collection, classId: string): readonly Recording[] {
  const own = pictures.filter((p) => p.classId === classId && p.group.startsWith(mark));
  return [...group(own, (p) => p.group)].map(([name, frames]) => ({ group: name, pictures: frames }));
}

/** Whether all that a class has is one recording, which can only be on one side of the split. */
export function isOneRecording({ pictures }: Collection, classId: string): boolean {
  const groups = new Set(pictures.filter((p) => p.classId === classId).map((p) => p.group));
  return groups.size === 1 && [...groups].every((name) => name.startsWith(mark));
}

/**
 * Sides of a class of which more than half is one recording: nearly the same picture, so that little is learned from it, or
 * an accuracy over it says little.
 *
 * @param pictures those of one class. @param sides by picture id, of one seed.
 */
export function mostlyOneRecording(pictures: readonly Picture[], sides: ReadonlyMap<string, Side>): readonly Side[] {
  return (['training', 'validation'] as const).filter((side) => {
    const own = pictures.filter((p) => sides.get(p.id) === side);
    const frames = rollup(
      own.filter((p) => p.group.startsWith(mark)),
      (of) => of.length,
      (p) => p.group,
    );
    return [...frames.values()].some((n) => n > 1 && n > own.length / 2);
  });
}
