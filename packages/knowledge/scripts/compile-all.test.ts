import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { printed, temporaryKnowledge } from '../test/temporary-knowledge.ts';
import { compileAll } from './compile-all.ts';
import { compileParameters } from './compile-parameters.ts';
import { compileSources } from './compile-sources.ts';
import { staleFiles, writeGenerated } from './generated-files.ts';

const knowledgeDir = join(import.meta.dirname, '../../../knowledge');
const generatedDir = join(import.meta.dirname, '../src/generated');

const parameter = (value: string): string => `
id: identify.minimum-age
meaning: Youngest age
unit: years
values: {2022-01-01: {value: ${value}, source: read-guideline, where: p. 4}}
checked: {on: 2026-11-21, by: project}
`;

const withAge = (value: string): Readonly<Record<string, string>> => ({
  'parameters/identify/minimum-age.yaml': parameter(value),
  'parameters/identify.sentences.yaml': 'identify.minimum-age: {nl: Laagste leeftijd, fr: Plus bas âge}\n',
});

describe('the knowledge of this repository', () => {
  const compiled = compileAll(knowledgeDir);

  test('has no problem', () => {
    expect(printed({ problems: [...compiled.problems] })).toEqual([]);
  });

  test('is what the generated files hold; else run "npm run knowledge" and commit what it writes', () => {
    expect(staleFiles(generatedDir, compiled.files)).toEqual([]);
  });
});

describe('compiling', () => {
  const topics = [compileSources, compileParameters];

  test('problems of one topic are all named and do not hold up another', () => {
    const broken = temporaryKnowledge({
      'parameters/identify/minimum-age.yaml': parameter('[]').replace('unit: years\n', ''),
    });
    const { problems, files } = compileAll(broken, topics);
    expect(problems).toHaveLength(2);
    expect(Object.keys(files)).toEqual(['sources.json']);
  });

  test('a compiler that stumbles is a problem, and the other topics still compile', () => {
    const stumbles = (): never => {
      throw new Error('no such folder');
    };
    const { problems, files } = compileAll(temporaryKnowledge({}), [stumbles, compileSources]);
    expect(problems).toEqual([{ file: '', place: 'stumbles', message: 'stopped: no such folder' }]);
    expect(Object.keys(files)).toEqual(['sources.json']);
  });

  test('what was written is fresh; a changed threshold makes it stale and gives another version', () => {
    const { files } = compileAll(temporaryKnowledge(withAge('50')), topics);
    const generated = join(temporaryKnowledge({}), 'generated');
    expect(writeGenerated(generated, files)).toEqual([
      'sources.json',
      'parameters.json',
      'reading-parameters.json',
      'version.json',
    ]);
    const version = readFileSync(join(generated, 'version.json'), 'utf8');
    expect(staleFiles(generated, files)).toEqual([]);
    expect(writeGenerated(generated, files)).toEqual([]);

    const changed = compileAll(temporaryKnowledge(withAge('45')), topics).files;
    expect(staleFiles(generated, changed)).toEqual([
      'parameters.json: older than knowledge/',
      'version.json: another version',
    ]);
    writeGenerated(generated, changed);
    expect(readFileSync(join(generated, 'version.json'), 'utf8')).not.toBe(version);
  });

  test('a generated file that no topic produces any more is named', () => {
    const { files } = compileAll(temporaryKnowledge({}), topics);
    const generated = join(temporaryKnowledge({}), 'generated');
    writeGenerated(generated, { ...files, 'forgotten.json': '[]\n' });
    expect(staleFiles(generated, files)).toContain('forgotten.json: no topic produces it; delete it');
  });
});
