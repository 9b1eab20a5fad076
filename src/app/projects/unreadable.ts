import type { Picture } from '../../core/collection';
import type { Project } from '../../core/project';

/**
 * The project with those of its pictures that can be read; the others wait beside them. What waited and can be read by now
 * is among the pictures again, unless its class is gone or the same content has come into it since.
 *
 * @param unreadable content hashes of what is stored and cannot be read.
 */
export function withReadable(project: Project, unreadable: ReadonlySet<string>): Project {
  const { collection, unreadable: waiting = [] } = project;
  const isUnreadable = ({ hash }: Picture) => unreadable.has(hash);
  if (waiting.length === 0 && !collection.pictures.some(isUnreadable)) return project;
  const pictures = collection.pictures.filter((picture) => !isUnreadable(picture));
  const classes = new Set(collection.classes.map(({ id }) => id));
  const ids = new Set(pictures.map(({ id }) => id));
  const contents = new Set(pictures.map(contentOf));
  const isHere = (picture: Picture) => ids.has(picture.id) || contents.has(contentOf(picture));
  const rest = waiting.filter((picture) => !isHere(picture));
  const isBack = (picture: Picture) => !isUnreadable(picture) && classes.has(picture.classId);
  const still = [...collection.pictures.filter(isUnreadable), ...rest.filter((picture) => !isBack(picture))];
  const { unreadable: _, ...plain } = project;
  return {
    ...plain,
    collection: { ...collection, pictures: [...pictures, ...rest.filter(isBack)] },
    ...(still.length > 0 ? { unreadable: still } : {}),
  };
}

const contentOf = ({ classId, hash }: Picture) => `${classId} ${hash}`;
