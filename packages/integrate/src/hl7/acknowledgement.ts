// The answer to a message: an ACK with the code, the number of the message it answers, and the reason when it was not
// taken. Reasons are sentences of this program; no value of the message but its own number is repeated.

import { type Delimiters, escapeHl7 } from './delimiters.ts';
import type { MessageHeader } from './message-header.ts';

/** AA, AE, AR in original mode; CA, CE, CR when the sender asked for an accept acknowledgement. */
export type AckCode = 'AA' | 'AE' | 'AR' | 'CA' | 'CE' | 'CR';

export interface Acknowledgement {
  readonly code: AckCode;
  /** A sentence for whoever runs the sending system; absent when all is well. */
  readonly reason?: string;
}

const delimiters: Delimiters = {
  field: '|',
  component: '^',
  repetition: '~',
  escape: '\\',
  subcomponent: '&',
};

/** `header` is absent when not even that could be read. `at` becomes MSH-7, in UTC; `id` the ACK's own number. */
export function acknowledgementText(
  { code, reason }: Acknowledgement,
  header: MessageHeader | undefined,
  at: Date,
  id: string,
): string {
  const escaped = (text: string): string => escapeHl7(text, delimiters);
  const [application = '', facility = ''] = header?.sender.split('@') ?? [];
  const trigger = header === undefined || header.trigger === '' ? '' : `^${escaped(header.trigger)}^ACK`;
  const time = at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  const msh = [
    'MSH',
    '^~\\&',
    'BREEKPUNT',
    'FLS',
    escaped(application),
    escaped(facility),
    `${time}+0000`,
    '',
    `ACK${trigger}`,
    escaped(id),
    'P',
    escaped(header?.version || '2.5'),
  ];
  const msa = ['MSA', code, escaped(header?.controlId ?? ''), escaped(reason ?? '')];
  const err = [
    'ERR',
    '',
    '',
    '207^Application internal error^HL70357',
    'E',
    '',
    '',
    '',
    escaped(reason ?? ''),
  ];
  const segments = reason === undefined ? [msh, msa] : [msh, msa, err];
  return segments.map((fields) => `${fields.join('|').replace(/\|+$/, '')}\r`).join('');
}
