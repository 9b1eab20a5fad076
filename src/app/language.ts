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

/** Loads the page anew in a language, which is kept for later visits where the browser keeps anything. */
export function inLanguage(id: LanguageId): void {
  let isKept = true;
  try {
    localStorage.setItem(key, id);
  } catch {
    isKept = false;
  }
  const hash = addressIn(location.hash, isKept ? null : id);
  history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`);
  location.reload();
}

/**
 * The address with what it asks for, but for another language. What it started has been started.
 *
 * @param hash from "#" on, or empty. @param id null: what was chosen here decides.
 * @returns the same; empty where it asks for nothing.
 */
export function addressIn(hash: string, id: LanguageId | null): string {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  for (const name of ['lang', 'run', 'study']) parts.delete(name);
  if (id !== null) parts.set('lang', id);
  // Commas and slashes need no escape behind a "#".
  return parts.size === 0 ? '' : `#${parts.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')}`;
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
