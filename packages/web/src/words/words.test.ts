import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lists } from '../worklist/list-tabs.tsx';
import en from './en.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import nl from './nl.json' with { type: 'json' };
import { fill, type Words } from './words.ts';

const languages: Readonly<Record<string, Words>> = { nl, fr, en };
const keys = Object.keys(nl);
const gapsOf = (sentence = ''): string[] => [...sentence.matchAll(/\{\w+\}/g)].map(([gap]) => gap).toSorted();

describe.each(Object.entries(languages))('the words in %s', (_language, words) => {
  test('are there for every key, and for no other', () => {
    expect(keys.length).toBeGreaterThan(500);
    expect(Object.keys(words)).toEqual(keys);
  });

  test('are never empty, and have the same gaps as the Dutch', () => {
    const wrong = keys.filter(
      (key) =>
        words[key]?.trim() === '' || gapsOf(words[key]).join() !== gapsOf(nl[key as keyof typeof nl]).join(),
    );
    expect(wrong).toEqual([]);
  });

  test('have a form for one wherever there is one for several', () => {
    const several = keys.filter((key) => key.endsWith('.other') && key.replace(/other$/, 'one') in nl);
    expect(several.length).toBeGreaterThan(5);
    expect(keys.filter((key) => key.endsWith('.one') && !(key.replace(/one$/, 'other') in words))).toEqual(
      [],
    );
  });

  test.each([
    'completed',
    'lost-to-follow-up',
    'new-fracture',
    'declined',
    'unreachable',
    'deceased',
    'evidence-withdrawn',
    'no-longer-eligible',
  ])('say why a case ended with %s', (reason) => {
    expect(words[`reject.${reason}`]).toMatch(/\p{L}{3}/u);
  });

  test.each(lists)('name the list %s', (list) => {
    expect(words[`list.${list}`]).toMatch(/\p{Lu}/u);
  });

  test('never cut a sentence by three dots, but where something is under way', () => {
    const cut = keys.filter((key) => /…/.test(words[key] ?? ''));
    expect(cut.toSorted()).toEqual(['bulk.choose', 'loading', 'save.saving', 'save.undoing', 'saving']);
  });
});

test('the words of single screens are there in every language, never empty, with the same gaps', () => {
  const screens = import.meta.glob<Words>('../*/words/*.json', { eager: true, import: 'default' });
  const folders = new Set(Object.keys(screens).map((path) => path.replace(/\w+\.json$/, '')));
  expect(folders.size).toBeGreaterThan(0);
  for (const folder of folders) {
    const dutch = screens[`${folder}nl.json`] ?? {};
    for (const language of ['fr', 'en']) {
      const words = screens[`${folder}${language}.json`] ?? {};
      expect(Object.keys(words), `${folder}${language}`).toEqual(Object.keys(dutch));
      const wrong = Object.keys(dutch).filter(
        (key) => words[key]?.trim() === '' || gapsOf(words[key]).join() !== gapsOf(dutch[key]).join(),
      );
      expect(wrong, `${folder}${language}`).toEqual([]);
    }
  }
});

/** Written alike in every language: names of scores, tests and codes. */
const sameEverywhere: ReadonlySet<string> = new Set([
  'FRACTURE Index',
  'Pauwels (AO/OTA 2018)',
  'Nottingham Hip Fracture Score',
  'Timed Up and Go',
  'Timed up and go',
  'body mass index',
  'codes (ICD-10, SNOMED CT)',
  'eGFR (CKD-EPI 2021)',
]);

test('no sentence on any screen stands in English among the Dutch or the French', () => {
  const screens = import.meta.glob<Words>('../*/words/*.json', { eager: true, import: 'default' });
  const pairs = Object.entries(screens)
    .filter(([path]) => /\/(?:nl|fr)\.json$/.test(path))
    .map(([path, words]) => [path, words, screens[path.replace(/\w+\.json$/, 'en.json')] ?? {}] as const);
  const untranslated = [...pairs, ['nl', nl, en] as const, ['fr', fr, en] as const].flatMap(
    ([path, words, english]) =>
      Object.entries(words as Words)
        .filter(([key, text]) => text === (english as Words)[key] && !sameEverywhere.has(text))
        // Two languages may share a word or two, such as "patient" or "lupus".
        .filter(([, text]) => (text.replaceAll(/\{\w+\}/g, '').match(/\p{L}{2,}/gu) ?? []).length > 2)
        .map(([key]) => `${path}: ${key}`),
  );
  expect(pairs.length).toBeGreaterThan(20);
  expect(untranslated).toEqual([]);
});

test('a gap without a value stays visible', () => {
  expect(fill('{n} van {total}', { n: 3 })).toBe('3 van {total}');
});

test('French is set for print on every screen: no line begins with a colon or a question mark', () => {
  const files = globSync('packages/web/src/**/words/fr.json');
  expect(files.length).toBeGreaterThan(10);
  const loose = files.flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Words)
      .filter(([, words]) => / [:;?!»]|« /.test(words))
      .map(([key]) => `${file} ${key}`),
  );
  expect(loose).toEqual([]);
});
