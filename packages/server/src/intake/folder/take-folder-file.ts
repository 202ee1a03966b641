// One file of the watched folder into the inbox: a table as by hand, or HL7 v2 messages as over MLLP.
// Decision: the inbox knows what it holds already by its bytes, so a file that is taken again after a kill adds nothing.

import { splitMessages } from '@breekpunt/integrate';
import type { Kysely } from 'kysely';
import type { Tables } from '../../database/generated/tables.ts';
import { inSite } from '../../database/site-transaction.ts';
import { judgeMessage } from '../../mllp/answer-message.ts';
import type { Keys } from '../../secrets/keys.ts';
import { hospitalFacts } from '../inbox/hospital-facts.ts';
import { receive } from '../inbox/receive.ts';
import type { InboxQueue } from '../jobs/inbox-queue.ts';
import { receiveTable, settleReading } from '../uploads/receive-table.ts';

export interface FolderDoor {
  readonly db: Kysely<Tables>;
  readonly keys: Keys;
  readonly queue: InboxQueue;
}

/** Null when all of it is kept; else the reasons, in words that name no patient. */
export async function takeFolderFile(
  door: FolderDoor,
  site: string,
  name: string,
  raw: Buffer,
): Promise<readonly string[] | null> {
  if (/\.(csv|tsv|txt|xlsx|ndjson)$/i.test(name)) return takeTable(door, site, name, raw);
  if (/\.(hl7|er7|oru|mdm|adt|siu)$/i.test(name)) return takeMessages(door, site, raw);
  return [
    'Its ending is none that is taken here: .csv, .tsv, .txt, .xlsx, .ndjson for tables, .hl7 for messages.',
  ];
}

async function takeTable(
  { db, queue }: FolderDoor,
  site: string,
  name: string,
  raw: Buffer,
): Promise<readonly string[] | null> {
  return inSite(db, site, async (tx) => {
    const reading = await settleReading(tx, raw, { name });
    const kept = await receiveTable(tx, queue, { door: 'folder', name, raw, reading, assigner: undefined });
    return 'sentence' in kept
      ? [`${kept.sentence}. Upload it once in the app and say which column is what; it is remembered.`]
      : null;
  });
}

async function takeMessages(
  { db, keys, queue }: FolderDoor,
  site: string,
  raw: Buffer,
): Promise<readonly string[] | null> {
  const { messages, broken } = splitMessages(raw);
  const reasons = broken.map((line) => `line ${line}: no complete message`);
  if (messages.length + broken.length === 0) reasons.push('there is no message in it');
  await inSite(db, site, async (tx) => {
    const hospital = await hospitalFacts(tx);
    for (const { bytes, line } of messages) {
      const judged = judgeMessage(Buffer.from(bytes), hospital, keys, site);
      if (judged.kind === 'refuse') {
        reasons.push(`line ${line}: ${judged.reason}`);
        continue;
      }
      const kept = await receive(tx, { ...judged.arrival, door: 'folder' });
      if (!kept.again) await queue.send(tx, [judged.arrival.orderKey ?? null]);
    }
  });
  return reasons.length === 0 ? null : reasons;
}
