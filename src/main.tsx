import { chosenLanguage, wordsOf } from './app/language';

const language = chosenLanguage();
// Sentences are made as modules load: the words have to be there before. Without them English does.
globalThis.transferLabWords = await wordsOf(language).catch(() => undefined);
document.documentElement.lang = globalThis.transferLabWords?.locale ?? 'en';
await import('./start');
