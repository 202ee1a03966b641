// --help, made from the same definitions that read the arguments. Lines are broken at 80 columns.

import type { AnyCommand, CommandWords } from './command.ts';
import type { Option } from './option.ts';

const width = 80;
const column = 28;

export function helpOf(command: AnyCommand): string {
  const parts = [
    `breekpunt ${command.name} ${command.operands}`,
    '',
    wrapped(command.summary, 0),
    '',
    'Options',
    ...Object.values(command.options).map(optionHelp),
  ];
  for (const note of command.notes) parts.push('', wrapped(note, 0));
  if (command.examples.length > 0) {
    parts.push('', 'Examples', ...command.examples.map((example) => `  ${example}`));
  }
  return `${parts.join('\n')}\n`;
}

export function overview(commands: readonly CommandWords[], notes: readonly string[]): string {
  const parts = [
    'breekpunt COMMAND …',
    '',
    wrapped('Finds patients with a fragility fracture in the reports of a hospital, and says why.', 0),
    '',
    'Commands',
    ...commands.map((command) => entry(command.name, command.summary)),
    '',
    entry('COMMAND --help', 'All options of a command.'),
    entry('--version', 'The version of the program.'),
  ];
  for (const note of notes) parts.push('', wrapped(note, 0));
  parts.push(
    '',
    'To begin',
    ...commands.flatMap(({ examples }) => examples.slice(0, 1).map((example) => `  ${example}`)),
  );
  return `${parts.join('\n')}\n`;
}

function optionHelp(option: Option): string {
  const short = option.short === undefined ? '' : `-${option.short}, `;
  const value = option.value === null ? '' : ` ${option.value}`;
  const standard = option.byDefault === undefined ? '' : ` Default: ${option.byDefault}.`;
  return entry(`${short}--${option.name}${value}`, `${option.doc}${standard}`);
}

function entry(head: string, body: string): string {
  const lines = wrapped(body, column);
  const start = `  ${head}`;
  if (start.length > column - 2) return `${start}\n${lines}`;
  return start.padEnd(column) + lines.slice(column);
}

function wrapped(body: string, indent: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of body.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.map((each) => ' '.repeat(indent) + each).join('\n');
}
