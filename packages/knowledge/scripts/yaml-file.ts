// Reads one YAML file of knowledge/ and remembers where every value stands, so that a problem names its line.
// Decision: YAML 1.2 core schema: dates stay text, "no" stays a word, and a key given twice is an error. What patients read in
// French is set for print here, so that every check and every reader meets the text as it is printed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tableInFrenchPrint } from '@breekpunt/core';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problem.ts';

const frenchContent = 'content/fr/';

export type Path = readonly (string | number)[];

export interface YamlFile {
  /** Path relative to knowledge/. */
  readonly file: string;
  /** Plain data; undefined when the file could not be read as YAML. */
  readonly data: unknown;
  /** "line 12 (entries[3].code)": where a value stands, or the nearest thing around it. */
  readonly placeOf: (path: Path) => string;
}

export function readYaml(knowledgeDir: string, file: string, problems: Problem[]): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(join(knowledgeDir, file), 'utf8'), { lineCounter: lines });
  for (const error of document.errors) {
    const line = error.linePos?.[0].line ?? 1;
    const message = error.message.split('\n')[0] ?? error.message;
    problems.push({ file, place: `line ${line}`, message: `not readable as YAML: ${message}` });
  }

  function placeOf(path: Path): string {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (!isNode(node) || node.range == null) continue;
      const { line } = lines.linePos(node.range[0]);
      return path.length === 0 ? `line ${line}` : `line ${line} (${written(path)})`;
    }
    return written(path);
  }

  const readable = document.errors.length === 0;
  const data = readable ? (document.toJS() as unknown) : undefined;
  return { file, data: file.startsWith(frenchContent) ? tableInFrenchPrint(data) : data, placeOf };
}

function written(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}
