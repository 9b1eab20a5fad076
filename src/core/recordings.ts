import { group } from 'd3-array';
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
 * Whether more than half of a class's validation pictures come from one recording: then they are nearly the same picture,
 * and an accuracy over them says little. @param sides by picture id, of one seed.
 */
export function isMostlyOneRecording(
  collection: Collection,
  sides: ReadonlyMap<string, Side>,
  classId: string,
): boolean {
  const watched = collection.pictures.filter((p) => p.classId === classId && sides.get(p.id) === 'validation');
  return recordingsOf({ ...collection, pictures: watched }, classId).some(
    ({ pictures }) => pictures.length > 1 && pictures.length > watched.length / 2,
  );
}
