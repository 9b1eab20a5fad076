import { i18n } from './language';

/** "a", "a and b", "a, b, and c", as the page's language joins them. */
export const listed = (items: readonly string[]): string => list.format(items);

const list = new Intl.ListFormat(i18n.locale, { type: 'conjunction' });
