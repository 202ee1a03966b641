// The limits of a model stand in the knowledge in English and are translated by their place in the list: these tests hold that
// every place has its words in each language, that none is left over, and that a translation states the same numbers.

import { describe, expect, test } from 'vitest';
import figuresEn from '../figures/words/en.json' with { type: 'json' };
import figuresFr from '../figures/words/fr.json' with { type: 'json' };
import figuresNl from '../figures/words/nl.json' with { type: 'json' };
import riskEn from './words/en.json' with { type: 'json' };
import riskFr from './words/fr.json' with { type: 'json' };
import riskNl from './words/nl.json' with { type: 'json' };

type Words = Readonly<Record<string, string>>;

const files = import.meta.glob<string>('../../../../knowledge/models/*.yaml', {
  eager: true,
  query: '?raw',
  import: 'default',
});

function limitsOf(model: string): readonly string[] {
  const text = Object.entries(files).find(([path]) => path.endsWith(`/${model}.yaml`))?.[1] ?? '';
  const [, list = ''] = /^limits:\n((?: {2}- .*\n)+)/m.exec(text) ?? [];
  return list
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replace(/^ {2}- "?/, '').replace(/"$/, ''));
}

/** The words of the screen, and the model of the knowledge they are about. */
const told: readonly (readonly [prefix: string, model: string, words: Readonly<Record<string, Words>>])[] = [
  ['r.limit.', 'imminent-refracture', { nl: figuresNl, fr: figuresFr, en: figuresEn }],
  ...(
    [
      ['fracture-index', 'fracture-index'],
      ['frax', 'frax-glucocorticoid'],
      ['nhg-score-2012', 'nhg-score-2012'],
      ['nottingham-hip-fracture-score', 'nottingham-hip-fracture-score'],
      ['orai', 'orai'],
      ['ost', 'ost'],
      ['osta', 'ost'],
    ] as const
  ).map(
    ([prefix, model]) =>
      [`limit.${prefix}.`, model, { nl: riskNl as Words, fr: riskFr as Words, en: riskEn as Words }] as const,
  ),
];

function numbersIn(sentence: string): readonly string[] {
  const plain = sentence
    .replaceAll(/NCT\d+/g, '')
    .replaceAll(/(\d)[\s,.](\d{3})\b/g, '$1$2')
    .replaceAll(/(\d),(\d)/g, '$1.$2');
  return (plain.match(/\d+(?:\.\d+)?/g) ?? []).toSorted((a, b) => a.localeCompare(b));
}

describe.each(told)('the limits under %s, of the model %s', (prefix, model, languages) => {
  const limits = limitsOf(model);

  test.each(Object.entries(languages))('are told in %s, each one and no other', (_language, words) => {
    expect(limits.length).toBeGreaterThan(0);
    const places = Object.keys(words).filter((key) => key.startsWith(prefix));
    // English is what the knowledge has; a screen may leave it there.
    if (places.length === 0) expect(words).toBe(languages['en']);
    else expect(places.toSorted()).toEqual(limits.map((_limit, at) => `${prefix}${at}`));
  });

  test.each(Object.entries(languages))(
    'state in %s the numbers that the knowledge states',
    (_language, words) => {
      const wrong = limits.filter((limit, at) => {
        const said = words[`${prefix}${at}`];
        return said !== undefined && numbersIn(said).join() !== numbersIn(limit).join();
      });
      expect(wrong).toEqual([]);
    },
  );
});
