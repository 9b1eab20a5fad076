import type { Addition } from './collection';

/** What became of the files that were brought in. */
export interface ImportReport {
  readonly added: number;
  /** Name of the file that was left out, and of the picture it equals. */
  readonly duplicates: readonly { readonly name: string; readonly of: string }[];
  /** Same content, two classes. */
  readonly contradictions: readonly {
    readonly name: string;
    readonly className: string;
    readonly otherName: string;
    readonly otherClass: string;
  }[];
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** Where pictures without a folder went, or that the import was cancelled. */
  readonly notes: readonly string[];
}

export const emptyReport: ImportReport = { added: 0, duplicates: [], contradictions: [], skipped: [], notes: [] };

/** @param path as the person knows the file, folders included. @param className of a class id. */
export function reported(
  report: ImportReport,
  path: string,
  addition: Addition,
  className: (classId: string) => string,
): ImportReport {
  switch (addition.kind) {
    case 'added':
      return { ...report, added: report.added + 1 };
    case 'duplicate':
      return { ...report, duplicates: [...report.duplicates, { name: path, of: addition.of.name }] };
    case 'contradiction': {
      const { picture, other } = addition;
      const contradiction = {
        name: path,
        className: className(picture.classId),
        otherName: other.name,
        otherClass: className(other.classId),
      };
      return { ...report, added: report.added + 1, contradictions: [...report.contradictions, contradiction] };
    }
    case 'refused':
      return { ...report, skipped: [...report.skipped, { path, reason: addition.reason }] };
    default:
      return addition satisfies never;
  }
}
