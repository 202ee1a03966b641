// An uploaded table to reports, a few hundred rows in each transaction.
// Decision: what was done in one batch stays when the program is killed in the next; the file is then read again from
// its beginning, and rows that are known change nothing. Rows that say one report's name twice are two reports, for a
// table has no order in time.

import { createHash } from 'node:crypto';
import { describePlace, describeRefusal, describeReject, type ReportRecord } from '@breekpunt/integrate';
import { recordAudit } from '../../audit/record-audit.ts';
import { inSite } from '../../database/site-transaction.ts';
import { dayAt } from '../../start/day-at.ts';
import { finishMessage } from '../inbox/finish-message.ts';
import { hospitalFacts } from '../inbox/hospital-facts.ts';
import type { InboxWorkshop } from '../inbox/inbox-workshop.ts';
import { noCounts, type QuarantineReason, reasonOf } from '../inbox/outcome.ts';
import { findOrAddPerson } from '../people/find-person.ts';
import { noteForRetired } from '../people/merge-persons.ts';
import { announceCases } from '../reports/announce-cases.ts';
import type { IncomingReport } from '../reports/incoming-report.ts';
import { processReports } from '../reports/process-reports.ts';
import { eventsOf, type UploadReading } from './upload-reading.ts';

const rowsAtOnce = 250;
const reasonsKept = 50;

export interface UploadedFile {
  readonly id: number;
  readonly raw: Buffer;
  readonly reading: UploadReading;
}

export async function takeFile(workshop: InboxWorkshop, site: string, file: UploadedFile): Promise<void> {
  const { id, raw, reading } = file;
  const state: FileState = { reports: 0, rejects: 0, reasons: [], refusal: null, names: new Map() };
  let waiting: ReportRecord[] = [];
  for await (const event of eventsOf(raw, reading)) {
    if (event.kind === 'report') waiting.push(distinct(event.record, state.names));
    else if (event.kind === 'reject') note(state, event.reject.place, describeReject(event.reject.reason));
    else if (event.kind === 'refused') state.refusal = describeRefusal(event.refusal.reason);
    if (waiting.length < rowsAtOnce) continue;
    await takeRows(workshop, site, file, waiting, state);
    waiting = [];
  }
  if (waiting.length > 0) await takeRows(workshop, site, file, waiting, state);
  await finish(workshop, site, id, state);
}

interface FileState {
  reports: number;
  rejects: number;
  readonly reasons: string[];
  refusal: string | null;
  readonly names: Map<string, number>;
}

/** Ids made from a row's place mean nothing in the next file: such a report is named after its contents. */
const madeFromPlace = /^(row|line)[- ]\d+$/;

function distinct(record: ReportRecord, names: Map<string, number>): ReportRecord {
  const { patient, date, text, codes } = record;
  const id = madeFromPlace.test(record.id)
    ? createHash('sha256')
        .update(JSON.stringify([patient, date, text, codes ?? []]))
        .digest('hex')
    : record.id;
  const times = (names.get(id) ?? 0) + 1;
  names.set(id, times);
  return { ...record, id: times === 1 ? id : `${id}#${times}` };
}

function note(state: FileState, place: ReportRecord['place'], reason: string): void {
  state.rejects += 1;
  if (state.reasons.length < reasonsKept) state.reasons.push(`${describePlace(place)}: ${reason}`);
}

async function takeRows(
  { db, keys, finding, now }: InboxWorkshop,
  site: string,
  { id: inboxMessage, reading }: UploadedFile,
  rows: readonly ReportRecord[],
  state: FileState,
): Promise<void> {
  const trouble: { readonly place: ReportRecord['place']; readonly reason: string }[] = [];
  let taken = 0;
  await inSite(db, site, async (tx) => {
    const { timeZone } = await hospitalFacts(tx);
    const at = now();
    const reports: (IncomingReport & { readonly heldBy: number })[] = [];
    for (const record of rows) {
      const { patient, birthDate, sex } = record;
      const found = await findOrAddPerson(
        tx,
        keys,
        {
          identifiers:
            patient === undefined ? [] : [{ system: 'local', assigner: reading.assigner, value: patient }],
          ...(birthDate === undefined ? {} : { birthDate }),
          ...(sex === undefined ? {} : { sex }),
        },
        { authoritative: false, sentAt: null, now: at },
      );
      if (!found.ok) trouble.push({ place: record.place, reason: reasonOf(found.error.kind).sentence });
      else reports.push({ ...found.value, record, sourceSystem: 'upload', inboxMessage });
    }
    const moment = { today: dayAt(at, timeZone), now: at };
    const { fates, events } = await processReports(tx, finding, reports, moment);
    for (const [index, { heldBy, person }] of reports.entries())
      if (heldBy !== person)
        await noteForRetired(tx, heldBy, [{ table: 'report', id: fates[index]?.report ?? 0 }]);
    await announceCases(tx, events);
    taken = reports.length;
  });
  state.reports += taken;
  for (const { place, reason } of trouble) note(state, place, reason);
}

async function finish(
  { db, keys, now }: InboxWorkshop,
  site: string,
  id: number,
  { reports, rejects, reasons, refusal }: FileState,
): Promise<void> {
  const at = now();
  const shared = {
    counts: { ...noCounts, reports, rejects },
    warnings: reasons,
    person: null,
    events: [],
  };
  const reason: QuarantineReason | null =
    refusal !== null
      ? { code: 'not-readable', sentence: refusal, place: null }
      : rejects > 0
        ? {
            code: 'rows-left-out',
            sentence: `${rejects} rows could not be taken; the others were.`,
            place: null,
          }
        : null;
  await inSite(db, site, async (tx) => {
    await finishMessage(
      tx,
      id,
      reason === null ? { state: 'processed', ...shared } : { state: 'quarantined', reason, ...shared },
      at,
    );
    await recordAudit(tx, keys, [
      {
        at,
        actor: { kind: 'system' },
        action: 'import',
        outcome: refusal === null ? 'done' : 'failed',
        person: null,
        shown: [],
        object: { type: 'inbox_message', id: String(id) },
        detail: { door: 'upload', reports, rejects },
        breakGlass: null,
        address: null,
      },
    ]);
  });
}
