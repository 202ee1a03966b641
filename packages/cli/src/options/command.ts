// What one command is: its words, its options, and how its arguments are read. The values come out typed
// by the options' own definitions.

import { parseArgs } from 'node:util';
import { failure, type Result, success } from '@breekpunt/core';
import type { Option } from './option.ts';

export interface CommandWords {
  readonly name: string;
  /** How the positional arguments look, e.g. "FILE|FOLDER…". */
  readonly operands: string;
  readonly summary: string;
  /** Paragraphs below the options in help. */
  readonly notes: readonly string[];
  readonly examples: readonly string[];
}

/** V names each flag's typed value; the options say how each is read. */
export interface Command<V extends object> extends CommandWords {
  readonly options: { readonly [K in keyof V]-?: Option<V[K]> };
  readonly operandsAtLeast: number;
  readonly operandsAtMost: number;
}

/** A command as help sees it, whatever its values. */
export interface AnyCommand extends CommandWords {
  readonly options: Readonly<Record<string, Option>>;
}

export interface Arguments<V extends object> {
  readonly operands: readonly string[];
  readonly values: Partial<V>;
}

/** The arguments as typed values, or one sentence about the first that cannot be read. */
export function readArguments<V extends object>(
  command: Command<V>,
  args: readonly string[],
): Result<Arguments<V>, string> {
  const options = Object.entries<Option>(command.options);
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(options.map(([, option]) => [option.name, shapeOf(option)])),
    });
  } catch (thrown) {
    return failure(sentenceOf(thrown));
  }
  const values: Record<string, unknown> = {};
  for (const [key, option] of options) {
    const given = parsed.values[option.name];
    if (given === undefined) continue;
    const read = option.read(String(given));
    if (!read.ok) return failure(`--${option.name} ${read.error}.`);
    values[key] = read.value;
  }
  const operands = parsed.positionals;
  if (command.operandsAtMost === 0 && operands.length > 0)
    return failure(`breekpunt ${command.name} takes flags only; got "${operands[0]}".`);
  if (operands.length < command.operandsAtLeast || operands.length > command.operandsAtMost) {
    return failure(
      operands.length === 0
        ? `breekpunt ${command.name} needs to know what to read: ${command.operands}.`
        : `breekpunt ${command.name} reads one ${command.operands} at a time; got ${operands.length}.`,
    );
  }
  return success({ operands, values: values as Partial<V> });
}

function shapeOf(option: Option): { type: 'string' | 'boolean'; short?: string } {
  return {
    type: option.value === null ? 'boolean' : 'string',
    ...(option.short === undefined ? {} : { short: option.short }),
  };
}

/** parseArgs' own words, first sentence only: the rest explains how to quote dashes. */
function sentenceOf(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return `${message.split('. ')[0]?.replace(/\.$/u, '') ?? message}.`;
}
