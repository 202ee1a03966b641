// Every module a file names: static, re-exported, dynamic and type imports.

import type { SourceText } from './source-text.ts';

export interface Import {
  /** What is imported, as written; undefined when it is computed while running. */
  readonly specifier: string | undefined;
  /** `import type` or `export type … from`: nothing of the other file runs. */
  readonly typeOnly: boolean;
  readonly line: number;
}

const fromClause = /\b(?:import|export)\s+(type\s+(?!from\b|,))?[^'"`;()]*?\bfrom\s*(?=['"])/g;
const sideEffect = /(?<![.\w$])import\s*(?=['"])/g;
const dynamic = /(?<![.\w$])(?:import|require)\s*\(\s*/g;

export function importsOf({ code, stringAt }: SourceText): Import[] {
  const found: (Import & { readonly at: number })[] = [];
  for (const [pattern, mayBeType] of [
    [fromClause, true],
    [sideEffect, false],
    [dynamic, false],
  ] as const) {
    for (const match of code.matchAll(pattern)) {
      const quote = match.index + match[0].length;
      found.push({
        at: match.index,
        specifier: stringAt.get(quote),
        typeOnly: mayBeType && match[1] !== undefined,
        line: lineOf(code, match.index),
      });
    }
  }
  return found
    .toSorted((a, b) => a.at - b.at)
    .map(({ specifier, typeOnly, line }) => ({ specifier, typeOnly, line }));
}

export function lineOf(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}
