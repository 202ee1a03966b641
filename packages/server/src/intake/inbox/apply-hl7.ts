// One HL7 v2 message to the records, in the caller's transaction.

import {
  describePlace,
  describeReject,
  type InboundMessage,
  type MessageContent,
  readInbound,
} from '@breekpunt/integrate';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { takeStatedCare } from '../../hip-care/take-hip-care.ts';
import { saveAppointment } from '../care/appointment.ts';
import { describeImpossible, impossibleMeasurement } from '../care/densities.ts';
import { saveMeasurements } from '../care/measurements.ts';
import { findOrAddPerson, holdersOf, type PersonWarning } from '../people/find-person.ts';
import { holdPatients } from '../people/hold-patients.ts';
import { mergePersons, noteForRetired } from '../people/merge-persons.ts';
import { processReports } from '../reports/process-reports.ts';
import { holdPersons, refreshPersons } from '../reports/refresh-persons.ts';
import type { MessageContext } from './message-context.ts';
import { type MessageOutcome, noCounts, quarantined, reasonOf } from './outcome.ts';

export async function applyHl7(
  tx: SiteTransaction,
  context: MessageContext,
  raw: Uint8Array,
): Promise<MessageOutcome> {
  const read = await readInbound(raw, context.hospital);
  if (!read.ok)
    return quarantined({
      code: 'not-readable',
      sentence: describeReject(read.error),
      place: 'segment' in read.error ? read.error.segment : null,
    });
  const { content } = read.value;
  switch (content.kind) {
    case 'not-used':
      return { state: 'set-aside', counts: noCounts, warnings: [], person: null, events: [] };
    case 'merge':
      return applyMerge(tx, context, read.value, content);
    case 'patient':
      return applyPatient(tx, context, read.value, content);
  }
}

async function applyPatient(
  tx: SiteTransaction,
  context: MessageContext,
  { header, sentAt, rejects }: InboundMessage,
  content: Extract<MessageContent, { kind: 'patient' }>,
): Promise<MessageOutcome> {
  const { keys, finding, moment, inboxMessage } = context;
  await holdPatients(tx, keys, { numbers: content.patient.identifiers });
  const found = await findOrAddPerson(tx, keys, content.patient, {
    authoritative: content.authoritative,
    sentAt: sentAt ?? null,
    now: moment.now,
  });
  if (!found.ok) return quarantined(reasonOf(found.error.kind, 'PID'));
  const { person, heldBy, factsChanged, warnings } = found.value;
  const source = { person, sourceSystem: header.sender, inboxMessage };
  const processed = await processReports(
    tx,
    finding,
    content.reports.map((record) => ({ ...source, record, ...(sentAt === undefined ? {} : { sentAt }) })),
    moment,
  );
  const judged = content.measurements.map((each) => impossibleMeasurement(each, moment.today));
  const believed = content.measurements.filter((_each, index) => judged[index] === null);
  const measured = await saveMeasurements(tx, source, believed, 'hl7v2');
  const hip =
    content.stated === undefined
      ? null
      : await takeStatedCare(tx, person, [content.stated], context.hospital.timeZone, 'hl7v2', moment);
  const booked =
    content.appointment === undefined
      ? []
      : await saveAppointment(tx, source, content.appointment, sentAt ?? null);
  if (heldBy !== person) {
    const reports = processed.fates.map(({ report }) => ({ table: 'report' as const, id: report }));
    await noteForRetired(tx, heldBy, [...reports, ...measured, ...booked]);
  }
  const again = factsChanged ? await refreshAgain(tx, context, person) : [];
  const [reject] = rejects;
  const outcome = {
    counts: {
      reports: processed.fates.length,
      measurements: measured.length,
      appointments: booked.length,
      others: content.authoritative ? 1 : 0,
      rejects: rejects.length + content.measurements.length - believed.length,
      repeated: 0,
    },
    warnings: [...warnings.map(warningText), ...(hip === 'what-can-be' ? ['hip-care:what-can-be'] : [])],
    person,
    events: [...processed.events, ...again],
  };
  const impossible = judged.find((each) => each !== null) ?? null;
  if (reject !== undefined)
    return {
      state: 'quarantined',
      reason: {
        code: 'partly-unreadable',
        sentence: describeReject(reject.reason),
        place: describePlace(reject.place),
      },
      ...outcome,
    };
  if (impossible === null) return { state: 'processed', ...outcome };
  return {
    state: 'quarantined',
    reason: {
      code: 'impossible-value',
      sentence: describeImpossible(impossible),
      place: 'OBX',
      expected: impossible,
    },
    ...outcome,
  };
}

async function refreshAgain(tx: SiteTransaction, { finding, moment }: MessageContext, person: number) {
  await holdPersons(tx, [person]);
  return refreshPersons(tx, finding, [person], moment);
}

async function applyMerge(
  tx: SiteTransaction,
  { keys, finding, moment, inboxMessage }: MessageContext,
  { sentAt }: InboundMessage,
  { survivor, retired }: Extract<MessageContent, { kind: 'merge' }>,
): Promise<MessageOutcome> {
  await holdPatients(tx, keys, { numbers: [...survivor.identifiers, ...retired] });
  const found = await findOrAddPerson(tx, keys, survivor, {
    authoritative: true,
    sentAt: sentAt ?? null,
    now: moment.now,
  });
  if (!found.ok) return quarantined(reasonOf(found.error.kind, 'PID'));
  const { person } = found.value;
  const warnings = found.value.warnings.map(warningText);
  const holders = await holdersOf(tx, keys, retired);
  if (holders.length === 0) {
    // Nobody was known under the old number: whoever comes with it later is this person.
    const added = await findOrAddPerson(
      tx,
      keys,
      { identifiers: retired },
      { authoritative: false, sentAt: null, now: moment.now },
    );
    if (!added.ok) return quarantined(reasonOf('nobody-to-merge', 'MRG'));
    holders.push({ person: added.value.person, heldBy: added.value.person });
  }
  const events = [];
  for (const { heldBy } of holders) {
    const merged = await mergePersons(
      tx,
      finding,
      { retired: heldBy, survivor: person, inboxMessage },
      moment,
    );
    if (merged.ok) events.push(...merged.value);
    // Merged before, by an earlier message or by hand: what was asked for is so.
    else if (merged.error.kind !== 'same-person') return quarantined(reasonOf(merged.error.kind, 'MRG'));
  }
  return { state: 'processed', counts: { ...noCounts, others: 1 }, warnings, person, events };
}

function warningText({ kind, system }: PersonWarning): string {
  return `${kind}:${system}`;
}
