// The entry: finds the command, reads its arguments, runs it, and turns whatever comes out into words and
// an exit code. The one boundary where errors of any kind become an answer; a broken promise of our own is
// shown with its stack, because it is a bug to report.

import { endInOrder } from './before-end.ts';
import type { ExitCode } from './exit-code.ts';
import { type Command, readArguments } from './options/command.ts';
import {
  commands,
  evaluateCommand,
  explainCommand,
  screenCommand,
  serveCommand,
} from './options/commands.ts';
import { helpOf, overview } from './options/help.ts';
import { removeUnfinishedFiles } from './screen/atomic-file.ts';
import { CannotRun } from './screen/cannot-run.ts';
import { realTerminal, type Terminal } from './terminal.ts';
import { version } from './version.ts';

const exitCodes = 'Exit codes: 0 done; 1 done, but some input could not be read; 2 could not be done.';

export async function runFromTerminal(): Promise<void> {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => void end(code));
  }
  // A reader that closes early, such as head, is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    process.exitCode = await run(process.argv.slice(2), realTerminal());
  } catch (thrown) {
    removeUnfinishedFiles();
    process.stderr.write(
      'breekpunt: stopped by a mistake in the program itself. Please report what follows.\n',
    );
    process.stderr.write(`${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`);
    process.exitCode = 2;
  }
}

/** npm and the shell may both pass one signal on; what comes this soon after the first is the same. */
const sameSignalMs = 1_000;
let endingSince: number | null = null;

async function end(code: number): Promise<void> {
  if (endingSince !== null && Date.now() - endingSince < sameSignalMs) return;
  const impatient = endingSince !== null;
  endingSince = Date.now();
  removeUnfinishedFiles();
  const inOrder = impatient ? false : await endInOrder();
  process.exit(inOrder ? 0 : code);
}

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  try {
    switch (name) {
      case 'screen':
        return await runCommand(
          screenCommand,
          rest,
          terminal,
          async () => (await import('./commands/screen.ts')).screen,
        );
      case 'evaluate':
        return await runCommand(
          evaluateCommand,
          rest,
          terminal,
          async () => (await import('./commands/evaluate-gold.ts')).evaluateGold,
        );
      case 'explain':
        return await runCommand(
          explainCommand,
          rest,
          terminal,
          async () => (await import('./commands/explain-report.ts')).explainReport,
        );
      case 'serve':
        return await runCommand(
          serveCommand,
          rest,
          terminal,
          async () => (await import('./commands/serve.ts')).serve,
        );
      case '--version':
        terminal.out(`${version()}\n`);
        return 0;
      case undefined:
      case 'help':
      case '--help':
      case '-h':
        terminal.out(overview(commands, [exitCodes]));
        return name === undefined ? 2 : 0;
      default:
        terminal.error(
          `breekpunt: there is no command "${name}"; there are ${commands.map((each) => each.name).join(', ')}. Try: breekpunt --help\n`,
        );
        return 2;
    }
  } catch (thrown) {
    if (!(thrown instanceof CannotRun)) throw thrown;
    terminal.error(`breekpunt: ${thrown.message}\n`);
    return 2;
  }
}

type Work<V> = (operands: readonly string[], values: Partial<V>, terminal: Terminal) => Promise<ExitCode>;

/** The work is loaded only when its arguments make sense: help and a mistyped flag answer at once. */
async function runCommand<V extends { readonly help: true }>(
  command: Command<V>,
  args: readonly string[],
  terminal: Terminal,
  load: () => Promise<Work<V>>,
): Promise<ExitCode> {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(helpOf(command));
    return 0;
  }
  const read = readArguments(command, args);
  if (!read.ok) {
    terminal.error(`breekpunt: ${read.error} Try: breekpunt ${command.name} --help\n`);
    return 2;
  }
  const work = await load();
  return await work(read.value.operands, read.value.values, terminal);
}
