// What a sender is told about its message, and whether at all.
// Decision: "accepted" is said after the message is on disk and never before. What is no message is rejected (AR: do
// not send it again), what cannot be kept now is an error (AE: send it again); what is kept but cannot be read is
// accepted and waits in quarantine, because sending it again would change nothing.

import {
  type AckCode,
  acknowledgementText,
  describeReject,
  type HospitalFacts,
  headerOf,
  type MessageHeader,
  parseInbound,
  readEnvelope,
} from '@breekpunt/integrate';
import type { Arrival } from '../intake/inbox/receive.ts';
import { identifierIndex } from '../records/person-identifier.ts';
import type { Keys } from '../secrets/keys.ts';

export type Judged =
  | { readonly kind: 'keep'; readonly header: MessageHeader; readonly arrival: Arrival }
  | { readonly kind: 'refuse'; readonly header: MessageHeader | undefined; readonly reason: string };

/** Whether the bytes are a message that this hospital can keep, and for whom. */
export function judgeMessage(
  raw: Buffer,
  hospital: HospitalFacts,
  keys: Pick<Keys, 'index'>,
  site: string,
): Judged {
  const parsed = parseInbound(raw);
  if (!parsed.ok) return { kind: 'refuse', header: undefined, reason: describeReject(parsed.error) };
  const header = headerOf(parsed.value);
  const read = readEnvelope(parsed.value, hospital);
  if (!read.ok && read.error.kind === 'incomplete-message')
    return { kind: 'refuse', header, reason: describeReject(read.error) };
  const content = read.ok ? read.value.content : undefined;
  const patient =
    content?.kind === 'patient' ? content.patient : content?.kind === 'merge' ? content.survivor : undefined;
  const [number] = patient?.identifiers ?? [];
  const arrival: Arrival = {
    door: 'mllp',
    format: 'hl7v2',
    raw,
    sender: header.sender,
    ...(header.controlId === '' ? {} : { controlId: header.controlId }),
    ...(number === undefined ? {} : { orderKey: identifierIndex(keys, site, number) }),
  };
  return { kind: 'keep', header, arrival };
}

/** The ACK, or null when the sender wants none (MSH-15 NE, or ER and SU in the other case). */
export function answerTo(
  result: 'kept' | 'refused' | 'not-kept',
  header: MessageHeader | undefined,
  reason: string | undefined,
  at: Date,
  id: string,
): string | null {
  const enhanced = header !== undefined && (header.acceptAck !== '' || header.applicationAck !== '');
  if (enhanced && !isWanted(header.acceptAck, result === 'kept')) return null;
  const code = codes[result][enhanced ? 1 : 0];
  return acknowledgementText(reason === undefined ? { code } : { code, reason }, header, at, id);
}

const codes: Readonly<Record<'kept' | 'refused' | 'not-kept', readonly [AckCode, AckCode]>> = {
  kept: ['AA', 'CA'],
  refused: ['AR', 'CR'],
  'not-kept': ['AE', 'CE'],
};

function isWanted(condition: string, good: boolean): boolean {
  switch (condition) {
    case 'NE':
      return false;
    case 'ER':
      return !good;
    case 'SU':
      return good;
    default:
      return true;
  }
}
