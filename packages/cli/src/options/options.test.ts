import { describe, expect, test } from 'vitest';
import { readArguments } from './command.ts';
import { commands, screenCommand } from './commands.ts';
import { helpOf, overview } from './help.ts';
import type { Option } from './option.ts';

const all = commands.flatMap((command) =>
  Object.values<Option>(command.options).map((option) => ({ command, option })),
);

describe.each(all)('$command.name --$option.name', ({ command, option }) => {
  test('stands in the help of its command', () => {
    expect(helpOf(command)).toContain(`--${option.name}`);
  });

  test('reads its good examples and refuses its bad ones', () => {
    const withValue = option.value !== null;
    expect(option.accepts.length > 0).toBe(withValue);
    for (const given of option.accepts) expect(option.read(given).ok, given).toBe(true);
    for (const given of option.refuses) expect(option.read(given).ok, given).toBe(false);
  });
});

describe('the table of flags', () => {
  test('gives each command flags of different names and letters', () => {
    for (const command of commands) {
      const options = Object.values<Option>(command.options);
      const names = options.flatMap(({ name, short }) => (short === undefined ? [name] : [name, short]));
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('is shown in lines of at most 80 columns', () => {
    const lines = [...commands.map(helpOf), overview(commands, [])].join('\n').split('\n');
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });
});

describe('reading arguments', () => {
  test('gives typed values under the names the commands use', () => {
    const read = readArguments(screenCommand, ['a.csv', 'b', '--jobs', '2', '--ui-lang=fr', '-q']);
    expect(read).toEqual({
      ok: true,
      value: { operands: ['a.csv', 'b'], values: { jobs: 2, uiLanguage: 'fr', quiet: true } },
    });
  });

  test('names the flag whose value cannot be read, and what was expected', () => {
    const read = readArguments(screenCommand, ['a.csv', '--country', 'de']);
    expect(read).toEqual({ ok: false, error: '--country expects one of nl, be; "de" is none of them.' });
  });

  test('refuses a flag nobody knows', () => {
    const read = readArguments(screenCommand, ['a.csv', '--forse']);
    expect(read.ok ? '' : read.error).toContain('--forse');
  });

  test('refuses a command without a file', () => {
    expect(readArguments(screenCommand, []).ok).toBe(false);
  });

  test('a column name may hold an equals sign and spaces', () => {
    const read = readArguments(screenCommand, ['a', '--mapping', 'text=a=b, patient=2']);
    expect(read.ok && read.value.values.mapping).toEqual({ text: 'a=b', patient: 2 });
  });
});
