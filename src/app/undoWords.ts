import { plural, t } from '@lingui/core/macro';
import type { Collection, CollectionAction } from '../core/collection';

/** What an action did, for the bar that offers to undo it; nothing for what is undone by doing it the other way. */
export function undoWords(before: Collection, action: CollectionAction): string | undefined {
  switch (action.type) {
    case 'pictures removed':
      return plural(action.ids.length, { one: '# picture deleted.', other: '# pictures deleted.' });
    case 'pictures moved': {
      const name = before.classes.find((c) => c.id === action.classId)?.name ?? '';
      return plural(action.ids.length, {
        one: `# picture moved to “${name}”.`,
        other: `# pictures moved to “${name}”.`,
      });
    }
    case 'class removed': {
      const name = before.classes.find((c) => c.id === action.classId)?.name ?? '';
      const lost = before.pictures.filter((p) => p.classId === action.classId).length;
      return lost === 0
        ? t`“${name}” deleted.`
        : plural(lost, { one: `“${name}” deleted with # picture.`, other: `“${name}” deleted with # pictures.` });
    }
    case 'cleared':
      return t`All pictures and classes deleted.`;
    case 'test set aside':
      return plural(action.ids.length, {
        one: '# picture set aside for the test.',
        other: '# pictures set aside for the test.',
      });
    case 'test set released':
      return t`The test set is put back.`;
    case 'class added':
    case 'class renamed':
    case 'class moved':
    case 'pictures pinned':
      return undefined;
    default:
      return action satisfies never;
  }
}
