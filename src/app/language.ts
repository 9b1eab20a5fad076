import type { Words } from '../core/language';

/** Every language that the whole page can be had in, by its own name. */
export const languages = [
  { id: 'en', name: 'English' },
  { id: 'es', name: 'Español' },
] as const;

export type LanguageId = (typeof languages)[number]['id'];

const key = 'transfer-lab-language';

const known = (id: string | null | undefined): LanguageId | null =>
  languages.find((language) => language.id === id)?.id ?? null;

/** What a link asks for ("lang=es"), else what was chosen here before, else the first of the browser's that there is. */
export function chosenLanguage(): LanguageId {
  const linked = known(new URLSearchParams(location.hash.replace(/^#/, '')).get('lang'));
  if (linked) return linked;
  try {
    const kept = known(localStorage.getItem(key));
    if (kept) return kept;
  } catch {
    // Storage that is denied has no choice in it.
  }
  return navigator.languages.map((tag) => known(tag.split('-')[0])).find((id) => id !== null) ?? 'en';
}

/** Kept for the next start, where the browser keeps anything. */
export function rememberLanguage(id: LanguageId): void {
  try {
    localStorage.setItem(key, id);
  } catch {
    // It is then chosen anew at each visit.
  }
}

/** @throws where the words of the language cannot be fetched. */
export async function wordsOf(locale: LanguageId): Promise<Words> {
  switch (locale) {
    case 'en':
      return { locale, messages: {} };
    case 'es': {
      const rooms = await Promise.all([
        import('../locales/core/es.po'),
        import('../locales/ui/es.po'),
        import('../locales/app/es.po'),
        import('../locales/lessons/es.po'),
      ]);
      return { locale, messages: Object.assign({}, ...rooms.map(({ messages }) => messages)) as Words['messages'] };
    }
    default:
      return locale satisfies never;
  }
}
