// The sentence of a rule in the language of whoever reads.

import type { ShownRule } from '@breekpunt/server';

export function ruleSentence(
  { text, sentences }: Pick<ShownRule, 'text' | 'sentences'>,
  language: 'nl' | 'fr' | 'en',
): string {
  return language === 'en' ? text : sentences[language];
}
