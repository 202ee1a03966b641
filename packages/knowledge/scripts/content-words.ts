// knowledge/content/<lang>/words.yaml → the words between the blocks. Decision: all languages have exactly the same keys,
// and a word that differs between Belgium and the Netherlands says both.

import { countries } from '../src/dated-value.ts';
import { type GuideContent, type GuideLanguage, guideLanguages } from '../src/guide-content.ts';
import { type FieldReader, readFields } from './field-reader.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

type Words = GuideContent['words'][GuideLanguage];

export function readWords(knowledgeDir: string, problems: Problem[]): GuideContent['words'] {
  const words = Object.fromEntries(
    guideLanguages.map((language) => [language, readLanguage(knowledgeDir, language, problems)]),
  ) as Record<GuideLanguage, Words>;
  const all = new Set(guideLanguages.flatMap((language) => Object.keys(words[language])));
  for (const language of guideLanguages)
    for (const key of all)
      if (!(key in words[language]))
        problems.push({ file: `content/${language}/words.yaml`, place: key, message: `"${key}" is missing` });
  return words;
}

function readLanguage(knowledgeDir: string, language: GuideLanguage, problems: Problem[]): Words {
  const yaml = readYaml(knowledgeDir, `content/${language}/words.yaml`, problems);
  const top = yaml.data === undefined ? undefined : readFields(yaml, yaml.data, [], problems);
  if (top === undefined) return {};
  return Object.fromEntries(Object.keys(yaml.data as object).map((key) => [key, readWord(top, key)]));
}

function readWord(top: FieldReader, key: string): Words[string] {
  const found = top.raw(key);
  if (typeof found === 'string') return found;
  const pair = top.inside(key);
  const [be, nl] = countries.map((country) => pair?.text(country) ?? '');
  pair?.done();
  return { BE: be ?? '', NL: nl ?? '' };
}
