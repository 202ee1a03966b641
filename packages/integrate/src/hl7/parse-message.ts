// The text of one HL7 v2 message to segments, fields, repetitions, components. One decision: fields stay raw until
// asked for, since a delimiter may only be unescaped after everything around it has been split. Fields are
// numbered as in the standard, MSH included. It does not know what any field means.

import { failure, type Result, success } from '@breekpunt/core';
import type { RejectReason } from '../reject-reason.ts';
import { type Delimiters, delimitersFrom, unescapeHl7 } from './delimiters.ts';

export class Segment {
  readonly name: string;
  readonly #fields: readonly string[];
  readonly #message: Hl7Message;

  constructor(name: string, fields: readonly string[], message: Hl7Message) {
    this.name = name;
    this.#fields = fields;
    this.#message = message;
  }

  /** The number of the last field that is there. */
  get length(): number {
    return this.#fields.length - 1;
  }

  /** The field as received, from 1; '' when absent. HL7's null ("") counts as absent. */
  raw(field: number): string {
    const value = this.#fields[field] ?? '';
    return value === '""' ? '' : value;
  }

  repetitions(field: number): string[] {
    const value = this.raw(field);
    if (value === '') return [];
    const sign = this.#message.delimiters.repetition;
    return value.includes(sign) ? value.split(sign) : [value];
  }

  /** One component, unescaped; the first repetition's first component when not said otherwise. */
  value(field: number, component = 1, repetition = 0): string {
    const whole = this.repetitions(field)[repetition] ?? '';
    return this.#message.component(whole, component);
  }

  /** A text field: repetitions are lines; component signs that a sender forgot to escape stay. */
  text(field: number): string {
    return this.repetitions(field)
      .map((line) => this.#message.unescape(line))
      .join('\n');
  }
}

export class Hl7Message {
  readonly delimiters: Delimiters;
  readonly segments: readonly Segment[];
  readonly #hexText: (bytes: Uint8Array) => string;

  constructor(text: string, delimiters: Delimiters, hexText: (bytes: Uint8Array) => string) {
    this.delimiters = delimiters;
    this.#hexText = hexText;
    this.segments = text
      .split('\r')
      .filter((segment) => segment.trim() !== '')
      .map((segment) => this.#segment(segment));
  }

  /** 'ORU', 'R01': MSH-9's first two components. */
  get type(): { readonly message: string; readonly trigger: string } {
    const header = this.segments[0];
    return { message: header?.value(9, 1) ?? '', trigger: header?.value(9, 2) ?? '' };
  }

  /** A component (from 1) of a repetition, its first subcomponent, unescaped. */
  component(repetition: string, component: number): string {
    const part = nthPart(repetition, this.delimiters.component, component);
    const first = nthPart(part, this.delimiters.subcomponent, 1);
    return this.unescape(first === '""' ? '' : first);
  }

  unescape(text: string): string {
    return unescapeHl7(text, this.delimiters, this.#hexText);
  }

  #segment(text: string): Segment {
    const fields = text.split(this.delimiters.field);
    const name = fields[0] ?? '';
    // MSH-1 is the separator itself, so everything after it moves by one.
    return new Segment(
      name,
      name === 'MSH' ? ['MSH', this.delimiters.field, ...fields.slice(1)] : fields,
      this,
    );
  }
}

/** The nth part (from 1) between separators; '' when there are fewer. */
function nthPart(text: string, separator: string, n: number): string {
  let start = 0;
  for (let i = 1; ; i++) {
    const end = text.indexOf(separator, start);
    if (i === n) return end === -1 ? text.slice(start) : text.slice(start, end);
    if (end === -1) return '';
    start = end + 1;
  }
}

/** `encoding` is what the text was decoded from, for \X..\ sequences. */
export function parseMessage(text: string, encoding: string): Result<Hl7Message, RejectReason> {
  const header = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (!header.startsWith('MSH')) {
    return failure({
      kind: 'incomplete-message',
      segment: 'MSH',
      detail: 'the message does not begin with MSH',
    });
  }
  const delimiters = delimitersFrom(header);
  if (delimiters === undefined) {
    return failure({
      kind: 'bad-segment',
      segment: 'MSH',
      detail: 'MSH-1 and MSH-2 do not declare usable delimiters',
    });
  }
  const message = new Hl7Message(header, delimiters, (bytes) => new TextDecoder(encoding).decode(bytes));
  if (message.type.message === '') {
    return failure({ kind: 'incomplete-message', segment: 'MSH', detail: 'no message type in MSH-9' });
  }
  return success(message);
}
