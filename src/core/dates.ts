/** "27 November 2025, 09:52", in the reader's time zone: the one way in which the page writes a moment. @param at in ms since 1970. */
export const dateWords = (at: number): string => moment.format(at).replace(' at ', ', ');

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' });
