import { describe, expect, test } from 'vitest';
import { printed, temporaryKnowledge, twoSources } from '../test/temporary-knowledge.ts';
import { compileSources } from './compile-sources.ts';

function withSources(text: string): string[] {
  return printed(compileSources(temporaryKnowledge({ 'sources.yaml': text })));
}

const [confirmedSource = ''] = twoSources.split('  - id: heard-of');

describe('the list of sources', () => {
  test('two complete sources are accepted, with what was confirmed', () => {
    const { problems, files } = compileSources(temporaryKnowledge({}));
    expect(problems).toEqual([]);
    expect(files['sources.json']).toMatchObject([
      { id: 'read-guideline', confirmed: true, basis: 'full-text' },
      { id: 'heard-of', confirmed: false, basis: 'unread' },
    ]);
  });

  test('a source nobody has read may not pass for confirmed', () => {
    expect(withSources(twoSources.replace('    confirmed: no\n', ''))).toEqual([
      expect.stringContaining('a source whose basis is "unread" needs "confirmed: no"'),
    ]);
  });

  test('a source listed twice is found, with its line', () => {
    const twice = confirmedSource + confirmedSource.replace('\nsources:\n', '');
    expect(withSources(twice)).toEqual([
      'sources.yaml, line 10 (sources[1].id): "read-guideline" stands twice; list every source once',
    ]);
  });

  test.each([
    ['without address', '    url: https://example.org/guideline\n', '', 'expected "doi" or "url"'],
    ['with half an address', 'https://example.org/guideline', 'example.org', 'expected a whole address'],
    ['of an unknown kind', 'kind: guideline', 'kind: opinion', 'expected one of guideline, regulation'],
    ['read on a day that does not exist', '2026-11-21', '2026-02-30', 'expected an existing day'],
    [
      'with a misspelt key',
      'publisher: A society',
      'publisher: A society\n    yaer: 2020',
      'unknown key "yaer"',
    ],
    [
      'with a doi that is an address',
      'url: https://example.org/guideline',
      'doi: https://doi.org/10.1/x',
      'DOI',
    ],
    ['without title', '    title: A guideline that was read\n', '', '"title" is missing'],
    [
      'with an answer that is neither yes nor no',
      'basis: full-text',
      'basis: full-text\n    confirmed: maybe',
      'yes or no',
    ],
  ])('a source %s is refused', (_what, from, to, message) => {
    expect(withSources(confirmedSource.replace(from, to))).toContainEqual(expect.stringContaining(message));
  });

  test('a file that is no YAML is a problem with its line, not a crash', () => {
    expect(withSources('sources:\n  - id: "a\n')).toEqual([
      expect.stringMatching(/^sources\.yaml, line \d+: not readable as YAML/),
    ]);
    expect(withSources('- a list')).toEqual([expect.stringContaining('expected "key: value" pairs')]);
  });
});
