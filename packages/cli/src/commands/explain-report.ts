// breekpunt explain: one report, sentence by sentence with its cues, then what was found and why, then
// what looked like a fracture and was set aside, and why.

import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { createCaseFinder } from '@breekpunt/identify';
import type { ExitCode } from '../exit-code.ts';
import { explanationInText } from '../explain/explanation-in-text.ts';
import type { ExplainValues } from '../options/commands.ts';
import { CannotRun, systemErrorInWords } from '../screen/cannot-run.ts';
import type { Terminal } from '../terminal.ts';

export async function explainReport(
  [path = '-']: readonly string[],
  values: Partial<ExplainValues>,
  terminal: Terminal,
): Promise<ExitCode> {
  const report = path === '-' ? await textOf(process.stdin) : await contentOf(path);
  if (report.trim() === '') throw new CannotRun('There is no text to explain.');
  const explanation = createCaseFinder().explain(report, {
    ...(values.language === undefined ? {} : { language: values.language }),
    ...(values.kind === undefined ? {} : { kind: values.kind }),
    ...(values.date === undefined ? {} : { date: values.date }),
  });
  const colours = values.colour === 'always' || (values.colour !== 'never' && terminal.colours);
  terminal.out(explanationInText(report, explanation, colours, values.uiLanguage ?? 'nl'));
  return 0;
}

async function contentOf(path: string): Promise<string> {
  try {
    const bytes = await readFile(path);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (thrown) {
    if (thrown instanceof TypeError) throw new CannotRun(`${path} is not UTF-8 text. Convert it first.`);
    throw new CannotRun(systemErrorInWords(thrown, 'read', path));
  }
}
