// The sentence of a rule in the reader's own language, for lists and searches; empty where there is none or it is the reader's
// language already.

import { ruleInWords } from '../assessment/rule-in-words.ts';
import type { Say } from '../words/use-words.tsx';

export function sentenceOf(rule: { readonly id: string; readonly text: string }, say: Say): string {
  const { words, language } = ruleInWords(rule, say.language);
  if (language === say.language && words !== rule.text) return words;
  // The rules of case finding have short sentences of their own.
  const short = say.of('reason', rule.id);
  return short === rule.id || say.language === 'en' ? '' : short;
}
