// A table comes in, by hand or from the watched folder: how it is to be read is settled, and it is kept in the inbox.

import type { SiteTransaction } from '../../database/site-transaction.ts';
import { type Door, type Received, receive } from '../inbox/receive.ts';
import type { InboxQueue } from '../jobs/inbox-queue.ts';
import { lookAt, type Preview, previewOf } from './preview.ts';
import { rememberedReading, type SaidOfTable } from './remembered-reading.ts';
import { type UploadReading, usualAssigner } from './upload-reading.ts';

export interface SettledReading extends Pick<UploadReading, 'mapping' | 'shape'> {
  /** The first row as the file shows it unasked. */
  readonly headers: readonly string[];
  /** Whether it is read as such a table was read before. */
  readonly remembered: boolean;
}

/** What was said now, else what was said of such a table before. */
export async function settleReading(
  tx: SiteTransaction,
  body: Uint8Array,
  said: { readonly name: string } & { readonly [P in keyof SaidOfTable]?: SaidOfTable[P] | undefined },
): Promise<SettledReading> {
  const headers = (await lookAt(body, said.name, {}))?.rows[0] ?? [];
  const remembered = headers.length === 0 ? null : await rememberedReading(tx, headers);
  const saysNothing = said.mapping === undefined && said.shape === undefined;
  return {
    headers,
    remembered: saysNothing && remembered !== null,
    mapping: said.mapping ?? (saysNothing ? (remembered?.mapping ?? null) : null),
    shape: said.shape ?? (saysNothing ? (remembered?.shape ?? {}) : {}),
  };
}

interface Table {
  readonly door: Door;
  readonly name: string;
  readonly raw: Uint8Array;
  readonly reading: SettledReading;
  readonly assigner: string | undefined;
}

/** Refused when nothing of it can be read. */
export async function receiveTable(
  tx: SiteTransaction,
  queue: InboxQueue,
  { door, name, raw, reading: { mapping, shape }, assigner }: Table,
): Promise<Received | NonNullable<Preview['refusal']>> {
  const { refusal } = await previewOf(raw, name, mapping, shape);
  if (refusal !== null) return refusal;
  const reading: UploadReading = { name, mapping, shape, assigner: assigner ?? (await usualAssigner(tx)) };
  const format = name.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv';
  const message = await receive(tx, { door, format, raw, fileName: name, reading });
  if (!message.again) await queue.send(tx, [null]);
  return message;
}
