/** A project file that a link opened here, and the project that came of it. */
interface Opened {
  /** As linked. */
  readonly path: string;
  /** SHA-256 (hex) of the file. */
  readonly digest: string;
  /** Id of the project. */
  readonly project: string;
}

const key = 'transfer-lab-linked-projects';

/** Older ones are forgotten: their file would be opened as a project once more. */
const most = 200;

/** The latest first; none where the browser denies storage. */
export function openedBefore(): readonly Opened[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(list) ? list.filter(isOpened) : [];
  } catch {
    return [];
  }
}

/** The same content is the same file, wherever it lies: only its latest project counts. */
export function rememberOpened(opened: Opened): void {
  const others = openedBefore().filter(({ digest }) => digest !== opened.digest);
  try {
    localStorage.setItem(key, JSON.stringify([opened, ...others].slice(0, most)));
  } catch {
    // It becomes a project of its own at each visit.
  }
}

function isOpened(one: unknown): one is Opened {
  if (typeof one !== 'object' || one === null) return false;
  return ['path', 'digest', 'project'].every((name) => typeof Reflect.get(one, name) === 'string');
}
