// Every code that stands as a value in the knowledge has words in the three languages, so that no list of numbers shows a nurse a
// code; codes that everybody writes alike (L1, N03A, 112) are read as they are.

import { describe, expect, test } from 'vitest';
import assessmentFr from '../assessment/words/fr.json' with { type: 'json' };
import assessmentNl from '../assessment/words/nl.json' with { type: 'json' };
import appFr from '../words/fr.json' with { type: 'json' };
import appNl from '../words/nl.json' with { type: 'json' };
import { groupsOf } from './value-in-words.ts';
import rulesFr from './words/fr.json' with { type: 'json' };
import rulesNl from './words/nl.json' with { type: 'json' };

type Words = Readonly<Record<string, string>>;

const parameters = Object.values(
  import.meta.glob<string>('../../../../knowledge/parameters/*/*.yaml', {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
).filter((text) => !text.startsWith('id: synthetic.'));

/** The codes among the values, by unit. */
function codesIn(text: string): readonly (readonly [unit: string, code: string])[] {
  const unit = /^unit: "?([^"\n]+?)"?$/m.exec(text)?.[1] ?? '';
  const lists = [...text.matchAll(/value: \[([^\]]*)\]/g)].flatMap(([, list = '']) => list.split(','));
  return lists
    .map((part) => part.trim().replaceAll('"', ''))
    .filter((part) => /^[a-z][a-z.-]+$/.test(part))
    .map((part) => [unit, part] as const);
}

const told: Readonly<Record<string, Readonly<Record<'app' | 'assessment' | 'rules', Words>>>> = {
  nl: { app: appNl, assessment: assessmentNl, rules: rulesNl },
  fr: { app: appFr, assessment: assessmentFr, rules: rulesFr },
};

describe.each(Object.entries(told))('in %s', (_language, words) => {
  test('every code of a value has its words', () => {
    const codes = parameters.flatMap(codesIn);
    expect(codes.length).toBeGreaterThan(150);
    const silent = codes.filter(
      ([unit, code]) =>
        !(groupsOf[unit] ?? []).some(([voice, group]) => words[voice][`${group}.${code}`] !== undefined),
    );
    expect(silent).toEqual([]);
  });
});
