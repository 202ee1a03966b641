// Takes the next waiting message of one key from the inbox and does what it says, all in one transaction: what it
// changes and that it was done are committed together, so a message is done once or not at all.
// Decision: a message on which the program fails is tried again, with the messages of that patient waiting behind it;
// after some attempts it goes to quarantine and the others go on.

import { sql } from 'kysely';
import { recordAudit } from '../../audit/record-audit.ts';
import { inSite, type SiteTransaction } from '../../database/site-transaction.ts';
import { announce } from '../../events/announce.ts';
import { dayAt } from '../../start/day-at.ts';
import { announceCases } from '../reports/announce-cases.ts';
import { takeFile } from '../uploads/take-file.ts';
import { readingForm } from '../uploads/upload-reading.ts';
import { applyHl7 } from './apply-hl7.ts';
import { finishMessage } from './finish-message.ts';
import { hospitalFacts } from './hospital-facts.ts';
import type { InboxWorkshop } from './inbox-workshop.ts';
import type { MessageContext } from './message-context.ts';
import { type MessageOutcome, noCounts, quarantined, reasonOf } from './outcome.ts';

const mostAttempts = 4;

/** All waiting messages of a key, in order of arrival; how many there were. */
export async function takeAll(workshop: InboxWorkshop, site: string, key: Buffer | null): Promise<number> {
  for (let taken = 0; ; taken += 1) if ((await takeNext(workshop, site, key)) === null) return taken;
}

/** The file has written its own outcome. */
const nothingMore: MessageOutcome = {
  state: 'processed',
  counts: noCounts,
  warnings: [],
  person: null,
  events: [],
};

interface Waiting {
  readonly id: number;
  readonly door: string;
  readonly format: string;
  readonly raw: Buffer;
  readonly reading: unknown;
}

/** Null when none is waiting. */
async function takeNext(
  workshop: InboxWorkshop,
  site: string,
  key: Buffer | null,
): Promise<MessageOutcome | null> {
  let under: Waiting | undefined;
  try {
    const done = await inSite(workshop.db, site, async (tx) => {
      under = await nextOf(tx, key);
      if (under === undefined) return null;
      return under.reading === null ? await settle(tx, workshop, under) : under;
    });
    if (done === null || 'state' in done) return done;
    // A file takes many transactions: more rows than one could hold locks for.
    const { id, raw } = done;
    await takeFile(workshop, site, { id, raw, reading: readingForm.parse(done.reading) });
    return nothingMore;
  } catch (error) {
    if (under === undefined || isPassing(error)) throw error;
    const { id } = under;
    const gaveUp = await inSite(workshop.db, site, (tx) => countAttempt(tx, id));
    if (!gaveUp) throw error;
    return quarantined(reasonOf('program-error'));
  }
}

/** Held until the end of the transaction, and with it all later messages of the key. */
async function nextOf(tx: SiteTransaction, key: Buffer | null): Promise<Waiting | undefined> {
  const lock = `inbox ${tx.site} ${key?.toString('hex') ?? ''}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(tx.db);
  return tx.db
    .selectFrom('inbox_message')
    .select(['inbox_message_id as id', 'door', 'format', 'raw', 'reading'])
    .where('site_id', '=', tx.site)
    .where('state', '=', 'received')
    .where(key === null ? sql<boolean>`order_key is null` : sql<boolean>`order_key = ${key}`)
    .orderBy('inbox_message_id')
    .limit(1)
    .executeTakeFirst();
}

async function settle(
  tx: SiteTransaction,
  { keys, finding, now }: InboxWorkshop,
  { id, door, format, raw }: Waiting,
): Promise<MessageOutcome> {
  const hospital = await hospitalFacts(tx);
  const at = now();
  const context: MessageContext = {
    keys,
    finding,
    hospital,
    moment: { today: dayAt(at, hospital.timeZone), now: at },
    inboxMessage: id,
  };
  const outcome = await applyMessage(tx, context, format, raw);
  await finishMessage(tx, id, outcome, at);
  await announceCases(tx, outcome.events);
  if (outcome.state === 'quarantined') await announce(tx, { topic: 'inbox', change: 'changed', id });
  if (outcome.state !== 'set-aside')
    await recordAudit(tx, keys, [
      {
        at,
        actor: { kind: 'system' },
        action: 'import',
        outcome: outcome.state === 'quarantined' ? 'failed' : 'done',
        person: outcome.person,
        shown: [],
        object: { type: 'inbox_message', id: String(id) },
        detail: { door, format, ...outcome.counts },
        breakGlass: null,
        address: null,
      },
    ]);
  return outcome;
}

function applyMessage(
  tx: SiteTransaction,
  context: MessageContext,
  format: string,
  raw: Buffer,
): Promise<MessageOutcome> {
  if (format === 'hl7v2') return applyHl7(tx, context, raw);
  throw new Error(`The inbox holds a message of a format that nobody takes: ${format}`);
}

/** Whether it was the last attempt, and the message now stands in quarantine. */
async function countAttempt(tx: SiteTransaction, id: number): Promise<boolean> {
  const { code, sentence } = reasonOf('program-error');
  const row = await tx.db
    .updateTable('inbox_message')
    .set({
      attempts: sql<number>`attempts + 1`,
      state: sql<
        'received' | 'quarantined'
      >`case when attempts + 1 >= ${mostAttempts} then 'quarantined' else state end`,
      reason: sql<
        string | null
      >`case when attempts + 1 >= ${mostAttempts} then ${`${code}: ${sentence}`} else reason end`,
    })
    .where('site_id', '=', tx.site)
    .where('inbox_message_id', '=', id)
    .where('state', '=', 'received')
    .returning('state')
    .executeTakeFirst();
  return row === undefined || row.state === 'quarantined';
}

/** SQLSTATE classes that are about the moment and not about the message. */
const passing = /^(08|40|53|55|57|58)/;

/** The database went away, or two transactions were in each other's way: no fault of the message. */
function isPassing(error: unknown): boolean {
  const { code, message = '' } = error as { readonly code?: unknown; readonly message?: string };
  if (typeof code === 'string') return passing.test(code) || /^E[A-Z]+$/.test(code);
  return /connection|terminat|client/i.test(message);
}
