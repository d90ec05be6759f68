import type { ApiError } from '../shared/api/errors.ts';
import { words, type Language, type Words } from '../shared/words/words.ts';
import { useUi } from './store.ts';

/** Every word of the interface in the language in use. */
export function useWords(): Words {
  return words[useUi((ui) => ui.language)];
}

export function useLanguage(): Language {
  return useUi((ui) => ui.language);
}

/** The sentence of an error in the language in use. */
export function sentenceOf(error: ApiError, language: Language): string {
  return language === 'zh' ? error.message : error.english;
}
