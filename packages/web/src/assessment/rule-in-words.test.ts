// A translated rule must say what the knowledge says: at least its numbers are compared, so that a limit that changes in
// knowledge cannot live on in a translation.

import { expect, test } from 'vitest';
import { ruleInWords } from './rule-in-words.ts';
import fr from './rule-sentences/fr.json' with { type: 'json' };
import nl from './rule-sentences/nl.json' with { type: 'json' };

const files = import.meta.glob<string>('../../../../knowledge/rules/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const rules = new Map(
  Object.values(files).flatMap((text) =>
    [...text.matchAll(/^\*\*(\w+)\*\* (.*?) \[/gm)].map(([, id = '', says = '']): [string, string] => [
      id,
      says,
    ]),
  ),
);

function numbersIn(sentence: string): readonly string[] {
  const plain = sentence.replaceAll('−', '-').replaceAll(/(\d),(\d)/g, '$1.$2');
  return (plain.match(/-?\d+(?:\.\d+)?/g) ?? []).toSorted((a, b) => a.localeCompare(b));
}

test('both languages translate the same rules, and each is a rule of the knowledge', () => {
  expect(rules.size).toBeGreaterThan(150);
  expect(Object.keys(fr)).toEqual(Object.keys(nl));
  expect(Object.keys(nl).filter((id) => !rules.has(id))).toEqual([]);
});

test.each(Object.entries({ nl, fr }))(
  'every number of a rule stands in its sentence in %s, and no other',
  (_language, sentences) => {
    const wrong = Object.entries(sentences).filter(
      ([id, sentence]) => numbersIn(sentence).join() !== numbersIn(rules.get(id) ?? '').join(),
    );
    expect(wrong.map(([id]) => id)).toEqual([]);
  },
);

test('a rule without a translation is shown in English and says so', () => {
  const rule = { id: 'XX1', text: 'A rule of tomorrow.' };
  expect(ruleInWords(rule, 'nl')).toEqual({ words: 'A rule of tomorrow.', language: 'en' });
});
