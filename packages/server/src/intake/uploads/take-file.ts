// An uploaded table to reports, a few hundred rows in each transaction.
// Decision: what was done in one batch stays when the program is killed in the next; the file is then read again from
// its beginning, and rows that are known change nothing.

import {
  describePlace,
  describeRefusal,
  describeReject,
  type RecordedIdentifier,
  type ReportRecord,
} from '@breekpunt/integrate';
import { recordAudit } from '../../audit/record-audit.ts';
import { inSite } from '../../database/site-transaction.ts';
import { announce } from '../../events/announce.ts';
import { dayAt } from '../../start/day-at.ts';
import { finishMessage } from '../inbox/finish-message.ts';
import { hospitalFacts } from '../inbox/hospital-facts.ts';
import type { InboxWorkshop } from '../inbox/inbox-workshop.ts';
import { noCounts, type QuarantineReason, reasonOf } from '../inbox/outcome.ts';
import { findOrAddPerson } from '../people/find-person.ts';
import { holdPatients } from '../people/hold-patients.ts';
import { noteForRetired } from '../people/merge-persons.ts';
import { announceCases } from '../reports/announce-cases.ts';
import type { IncomingReport } from '../reports/incoming-report.ts';
import { processReports } from '../reports/process-reports.ts';
import type { Untakable } from './left-out.ts';
import { RepeatedRows } from './repeated-rows.ts';
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
  const state: FileState = { reports: 0, repeated: 0, rejects: 0, reasons: [], refusal: null, untakable: [] };
  const rows = new RepeatedRows();
  let waiting: ReportRecord[] = [];
  for await (const event of eventsOf(raw, reading)) {
    if (event.kind === 'report') {
      const record = rows.distinct(event.record);
      if (record === null) state.repeated += 1;
      else waiting.push(record);
    } else if (event.kind === 'reject') note(state, event.reject.place, describeReject(event.reject.reason));
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
  repeated: number;
  rejects: number;
  readonly reasons: string[];
  refusal: string | null;
  readonly untakable: Untakable[];
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
  const trouble: { readonly place: ReportRecord['place']; readonly code: string }[] = [];
  let taken = 0;
  await inSite(db, site, async (tx) => {
    const { timeZone } = await hospitalFacts(tx);
    const at = now();
    const reports: (IncomingReport & { readonly heldBy: number })[] = [];
    const numbersOf = ({ patient }: ReportRecord): RecordedIdentifier[] =>
      patient === undefined ? [] : [{ system: 'local', assigner: reading.assigner, value: patient }];
    await holdPatients(tx, keys, { numbers: rows.flatMap(numbersOf) });
    for (const record of rows) {
      const { birthDate, sex } = record;
      const found = await findOrAddPerson(
        tx,
        keys,
        {
          identifiers: numbersOf(record),
          ...(birthDate === undefined ? {} : { birthDate }),
          ...(sex === undefined ? {} : { sex }),
        },
        { authoritative: false, sentAt: null, now: at },
      );
      if (!found.ok) trouble.push({ place: record.place, code: found.error.kind });
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
  for (const { place, code } of trouble) {
    note(state, place, reasonOf(code).sentence);
    state.untakable.push({ place: describePlace(place), code });
  }
}

async function finish(
  { db, keys, now }: InboxWorkshop,
  site: string,
  id: number,
  { reports, repeated, rejects, reasons, refusal, untakable }: FileState,
): Promise<void> {
  const at = now();
  const shared = {
    counts: { ...noCounts, reports, rejects, repeated },
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
    await tx.db
      .updateTable('inbox_message')
      .set({ left_out: JSON.stringify(untakable) })
      .where('site_id', '=', site)
      .where('inbox_message_id', '=', id)
      .execute();
    await announce(tx, { topic: 'inbox', change: 'changed', id });
    await recordAudit(tx, keys, [
      {
        at,
        actor: { kind: 'system' },
        action: 'import',
        outcome: refusal === null ? 'done' : 'failed',
        person: null,
        shown: [],
        object: { type: 'inbox_message', id: String(id) },
        detail: { door: 'upload', reports, rejects, repeated },
        breakGlass: null,
        address: null,
      },
    ]);
  });
}
