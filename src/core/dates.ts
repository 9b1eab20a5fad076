import { i18n } from './language';

/** "27 November 2025, 09:52", in the reader's time zone: the one way in which the page writes a moment. @param at in ms since 1970. */
export const dateWords = (at: number): string => `${day(at)}, ${times.format(at)}`;

/** "27 November 2025", in the reader's time zone. @param at in ms since 1970. */
export const day = (at: number): string => days.format(at);

const locale = i18n.locale === 'en' ? 'en-GB' : i18n.locale;
const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });
const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', hourCycle: 'h23' });
