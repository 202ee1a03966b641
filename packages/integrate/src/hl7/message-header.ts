// What the header says about a message itself: who sent it, under which number, and which acknowledgement is wanted.

import type { Hl7Message } from './parse-message.ts';

export interface MessageHeader {
  readonly type: string;
  readonly trigger: string;
  /** MSH-10; empty when the sender numbers nothing. */
  readonly controlId: string;
  /** MSH-3 and MSH-4 together: "application@facility". */
  readonly sender: string;
  readonly facility: string;
  /** MSH-7 as written. */
  readonly sentAt: string;
  readonly version: string;
  /** MSH-15 and MSH-16: AL always, NE never, ER on error, SU on success. Both empty: original mode. */
  readonly acceptAck: string;
  readonly applicationAck: string;
}

export function headerOf(message: Hl7Message): MessageHeader {
  const msh = message.segments[0];
  const value = (field: number): string => msh?.value(field) ?? '';
  return {
    type: message.type.message,
    trigger: message.type.trigger,
    controlId: value(10),
    sender: `${value(3)}@${value(4)}`,
    facility: value(4),
    sentAt: value(7),
    version: value(12),
    acceptAck: value(15).toUpperCase(),
    applicationAck: value(16).toUpperCase(),
  };
}
