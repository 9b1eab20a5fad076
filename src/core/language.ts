import { setupI18n, type Messages } from '@lingui/core';

/** The words of one language: English needs none, because it is what the code is written in. */
export interface Words {
  /** BCP 47, e.g. "es". */
  readonly locale: string;
  readonly messages: Messages;
}

declare global {
  /** Set before any module with words in it is loaded: by the page at its start, and by the page for its workers. */
  var transferLabWords: Words | undefined;
}

const { locale, messages } = globalThis.transferLabWords ?? { locale: 'en', messages: {} };

/** What all words on the page go through. Its language never changes: another one is chosen for the next start. */
export const i18n = setupI18n({ locale, messages: { [locale]: messages } });
// What has placeholders was compiled when the page was built; the rest is said as it stands.
i18n.setMessagesCompiler((message) => [message]);
