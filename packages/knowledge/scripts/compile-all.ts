// Runs every topic's compiler and gives the texts of all generated files, with the version over them.
// Decision: a topic with problems yields no files, and the other topics are not held up by it.

import { canonicalJson, versionOf } from './canonical-json.ts';
import { compileClaims } from './compile-claims.ts';
import { compileCodes } from './compile-codes.ts';
import { compileContent } from './compile-content.ts';
import { compileGrids } from './compile-grids.ts';
import { compileIndicators } from './compile-indicators.ts';
import { compileModels } from './compile-models.ts';
import { compileParameters } from './compile-parameters.ts';
import { compileRules } from './compile-rules.ts';
import { compileSeeds } from './compile-seeds.ts';
import { compileSources } from './compile-sources.ts';
import { compileVocabulary } from './compile-vocabulary.ts';
import type { Compiled, Problem } from './problem.ts';

type TopicCompiler = (knowledgeDir: string) => Compiled;

const topics: readonly TopicCompiler[] = [
  compileSources,
  compileParameters,
  compileRules,
  compileCodes,
  compileModels,
  compileIndicators,
  compileVocabulary,
  compileContent,
  compileSeeds,
  compileClaims,
  compileGrids,
];

export interface AllCompiled {
  readonly problems: readonly Problem[];
  /** File name → text, for the topics that have no problems; without version.json. */
  readonly files: Readonly<Record<string, string>>;
}

export function compileAll(knowledgeDir: string, compilers: readonly TopicCompiler[] = topics): AllCompiled {
  const problems: Problem[] = [];
  const files: Record<string, string> = {};
  for (const compile of compilers) {
    const compiled = attempted(compile, knowledgeDir);
    problems.push(...compiled.problems);
    if (compiled.problems.length > 0) continue;
    for (const [name, content] of Object.entries(compiled.files)) files[name] = canonicalJson(content);
  }
  return { problems, files };
}

/** A file a compiler stumbles over is a problem like any other; the author must still see those of the other topics. */
function attempted(compile: TopicCompiler, knowledgeDir: string): Compiled {
  try {
    return compile(knowledgeDir);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { problems: [{ file: '', place: compile.name, message: `stopped: ${message}` }], files: {} };
  }
}

/** The text of version.json over all other generated files. */
export function versionFile(files: Readonly<Record<string, string>>): string {
  return canonicalJson({ version: versionOf(files) });
}
