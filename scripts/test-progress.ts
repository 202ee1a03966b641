// Which tests began, ended and failed, written down as a run of vitest goes, one line of JSON each. The report that vitest
// writes comes at the very end: of a run that is ended halfway there is none, and then this says what it was doing.
// Writes nothing on the screen; reading it back never fails, because a line may be cut in the middle.

import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { ReportedHookContext, Reporter, TestModule, TestSuite, Vitest } from 'vitest/node';

export interface Progress {
  readonly failed: readonly { readonly what: string; readonly why: string }[];
  /** Begun and not ended, the innermost of what was under way. */
  readonly unfinished: readonly string[];
}

interface Line {
  readonly event: 'begins' | 'ends' | 'fails';
  readonly what: string;
  readonly why?: string;
}

/** Beside the report of the same run. */
export function progressFileOf(report: string): string {
  return report.replace(/\.json$/, '.progress.ndjson');
}

export function progressFrom(text: string): Progress {
  const under = new Set<string>();
  const failed: { what: string; why: string }[] = [];
  for (const { event, what, why = '' } of text.split('\n').flatMap(lineFrom)) {
    if (event === 'begins') under.add(what);
    else if (event === 'fails') failed.push({ what, why });
    // With all that is in it: of a hook that fails the end is never told.
    else for (const each of under) if (each === what || each.startsWith(`${what} > `)) under.delete(each);
  }
  const all = [...under];
  return { failed, unfinished: all.filter((what) => !all.some((other) => other.startsWith(`${what} > `))) };
}

function lineFrom(text: string): Line[] {
  try {
    return [JSON.parse(text) as Line];
  } catch {
    return [];
  }
}

type Complaint = { readonly message: string; readonly stacks?: readonly Place[] };
type Place = { readonly file: string; readonly line: number };

/** The reporter, which vitest loads by the path of this file. */
export default class TestProgress implements Reporter {
  private file = '';
  private root = '';

  onInit({ config }: Vitest): void {
    const report = typeof config.outputFile === 'string' ? config.outputFile : config.outputFile?.['json'];
    this.file = progressFileOf(report ?? 'test-results/run.json');
    this.root = config.root;
    mkdirSync(dirname(this.file), { recursive: true });
    rmSync(this.file, { force: true });
  }

  onTestModuleQueued(module: TestModule): void {
    this.write({ event: 'begins', what: this.nameOf(module) });
  }

  onTestCaseReady(test: Parameters<NonNullable<Reporter['onTestCaseReady']>>[0]): void {
    this.write({ event: 'begins', what: this.nameOf(test) });
  }

  onTestCaseResult(test: Parameters<NonNullable<Reporter['onTestCaseResult']>>[0]): void {
    this.fails(this.nameOf(test), test.result().errors ?? []);
    this.write({ event: 'ends', what: this.nameOf(test) });
  }

  onHookStart(hook: ReportedHookContext): void {
    this.write({ event: 'begins', what: `${this.nameOf(hook.entity)} > (${hook.name})` });
  }

  onHookEnd(hook: ReportedHookContext): void {
    this.write({ event: 'ends', what: `${this.nameOf(hook.entity)} > (${hook.name})` });
  }

  onTestSuiteResult(suite: TestSuite): void {
    this.fails(this.nameOf(suite), suite.errors());
  }

  onTestModuleEnd(module: TestModule): void {
    this.fails(this.nameOf(module), module.errors());
    this.write({ event: 'ends', what: this.nameOf(module) });
  }

  onTestRunEnd(_modules: readonly TestModule[], errors: readonly Complaint[]): void {
    this.fails('outside any test', errors);
  }

  private nameOf(entity: ReportedHookContext['entity']): string {
    const module = entity.type === 'module' ? entity : entity.module;
    const file = `[${module.project.name}] ${relative(this.root, module.moduleId)}`;
    return entity.type === 'module' ? file : `${file} > ${entity.fullName}`;
  }

  private fails(what: string, errors: readonly Complaint[]): void {
    for (const { message, stacks = [] } of errors) {
      const at = stacks.map(({ file, line }) => `${relative(this.root, file)}:${line}`).at(0);
      const why = stripVTControlCharacters(message);
      this.write({ event: 'fails', what, why: at === undefined ? why : `${why}\nat ${at}` });
    }
  }

  private write(line: Line): void {
    appendFileSync(this.file, `${JSON.stringify(line)}\n`);
  }
}
