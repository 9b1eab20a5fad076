import { paperOf, type PageId } from './page';
import { isFree, type Prepared } from './prepared';

/**
 * Does a page belong to a menu that an instructor hid? The words and what parents read are open to everybody, because
 * other places lead to them; a chapter is open where the link opens it.
 */
export function isPageBarred(prepared: Prepared, page: PageId): boolean {
  const paper = paperOf(page);
  const isOfTeachers = page === 'present' || (paper !== null && paper !== 'words' && paper !== 'privacy');
  return isOfTeachers && !isFree(prepared, 'teaching');
}

/** The page that is shown for one that was asked for: the stations in the place of one that is barred. */
export const openPage = (prepared: Prepared, page: PageId): PageId => (isPageBarred(prepared, page) ? 'lab' : page);
