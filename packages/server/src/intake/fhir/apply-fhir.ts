// Understood resources to the records, any number at once and of any number of people.
// Decision: people first, then all reports, measurements and events together, so that a hospital's export costs a few
// statements for a thousand resources. A resource whose patient nobody knows is an issue and stays out.

import type { CalendarDate } from '@breekpunt/core';
import {
  isHipCareCode,
  type RecordedDevice,
  type RecordedIdentifier,
  type RecordedMeasurement,
  type StatedCare,
  serverIds,
} from '@breekpunt/integrate';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { hipPatientsAmong, takeStatedCare } from '../../hip-care/take-hip-care.ts';
import { saveCareEvents } from '../care/care-events.ts';
import { describeImpossible, type ImpossibleDensity, impossibleMeasurement } from '../care/densities.ts';
import { saveMeasured } from '../care/measurements.ts';
import type { MessageContext } from '../inbox/message-context.ts';
import { type Counts, reasonOf } from '../inbox/outcome.ts';
import { type FoundPerson, findOrAddPerson, holdersOf } from '../people/find-person.ts';
import { holdPatients } from '../people/hold-patients.ts';
import { noteForRetired } from '../people/merge-persons.ts';
import type { CaseEvent } from '../reports/keep-cases.ts';
import { processReports } from '../reports/process-reports.ts';
import { holdPersons, refreshPersons } from '../reports/refresh-persons.ts';
import { knownRevisions } from '../reports/stored-revisions.ts';
import type { FhirEntry, FhirIssue } from './fhir-entry.ts';

export interface AppliedFhir {
  readonly issues: readonly FhirIssue[];
  readonly counts: Counts;
  readonly warnings: readonly string[];
  readonly persons: readonly number[];
  readonly events: readonly CaseEvent[];
}

type Holder = Pick<FoundPerson, 'person' | 'heldBy'>;

export async function applyFhir(
  tx: SiteTransaction,
  context: MessageContext,
  entries: readonly FhirEntry[],
): Promise<AppliedFhir> {
  const { finding, moment } = context;
  const issues: FhirIssue[] = [];
  await holdEverybody(tx, context, entries);
  const { people, changed, warnings } = await takePatients(tx, context, entries, issues);
  const reports = [];
  const measured = [];
  const care = [];
  const unused: FhirEntry[] = [];
  const stated: StatedOf[] = [];
  const withDevice = devicesIn(entries);
  for (const entry of entries) {
    const { content } = entry.read;
    if (content.kind === 'patient') continue;
    const saysNothing = content.kind === 'not-used' && entry.read.stated === undefined;
    if (saysNothing || content.kind === 'device') {
      unused.push(entry);
      continue;
    }
    const impossible =
      content.kind === 'measurements' ? impossibleIn(content.measurements, moment.today) : null;
    if (impossible !== null) {
      issues.push({
        index: entry.index,
        code: 'value',
        element: 'Observation.value',
        diagnostics: describeImpossible(impossible),
      });
      continue;
    }
    const holder = await holderFor(tx, context, entry, people);
    if (holder === null) {
      issues.push(unknownSubject(entry));
      continue;
    }
    const source = {
      person: holder.person,
      sourceSystem: serverIds,
      inboxMessage: context.inboxMessage,
      heldBy: holder.heldBy,
    };
    if (entry.read.stated !== undefined) stated.push({ person: holder.person, entry, of: entry.read.stated });
    if (content.kind === 'not-used') unused.push(entry);
    else if (content.kind === 'report') reports.push({ ...source, record: content.report });
    else if (content.kind === 'care') care.push({ ...source, entry, event: content.event });
    else
      measured.push(
        ...content.measurements.map((measurement) => ({ ...source, measurement: withDevice(measurement) })),
      );
  }
  const processed = await processReports(tx, finding, reports, moment);
  const hips = await takeStated(tx, context, stated);
  const told = care.filter(({ entry }) => !hips.taken.has(entry));
  const rows = [await saveMeasured(tx, measured, 'fhir'), await saveCareEvents(tx, told)].flat();
  for (const [index, { heldBy, person }] of reports.entries())
    if (heldBy !== person)
      await noteForRetired(tx, heldBy, [{ table: 'report', id: processed.fates[index]?.report ?? 0 }]);
  const again = changed.length === 0 ? [] : await refreshAgain(tx, context, changed);
  return {
    issues,
    warnings: [...warnings, ...hips.warnings],
    persons: [...new Set([...people.values()].map(({ person }) => person))],
    events: [...processed.events, ...again],
    counts: {
      reports: reports.length,
      measurements: measured.length,
      appointments: 0,
      others: rows.length === 0 ? unused.length : care.length + unused.length,
      rejects: issues.length,
      repeated: 0,
    },
  };
}

function impossibleIn(
  measurements: readonly RecordedMeasurement[],
  today: CalendarDate,
): ImpossibleDensity | null {
  for (const each of measurements) {
    const impossible = impossibleMeasurement(each, today);
    if (impossible !== null) return impossible;
  }
  return null;
}

/** Fills in the device that a measurement only refers to, when that came beside it. */
function devicesIn(entries: readonly FhirEntry[]): (measurement: RecordedMeasurement) => RecordedMeasurement {
  const devices = new Map<string, RecordedDevice>();
  for (const { fullUrl, read } of entries) {
    if (read.content.kind !== 'device') continue;
    for (const name of [fullUrl, `Device/${read.id}`]) devices.set(name, read.content.device);
  }
  return (measurement) => {
    const { device } = measurement;
    const found = device?.of === undefined ? undefined : devices.get(device.of);
    return found === undefined ? measurement : { ...measurement, device: { ...device, ...found } };
  };
}

interface StatedOf {
  readonly person: number;
  readonly entry: FhirEntry;
  readonly of: StatedCare;
}

/** What was said under our own code and stands in the block now is not kept a second time as somebody else's word. */
async function takeStated(
  tx: SiteTransaction,
  { hospital, moment }: MessageContext,
  stated: readonly StatedOf[],
): Promise<{ readonly taken: ReadonlySet<FhirEntry>; readonly warnings: readonly string[] }> {
  const taken = new Set<FhirEntry>();
  const warnings: string[] = [];
  const patients = await hipPatientsAmong(tx, [...new Set(stated.map(({ person }) => person))]);
  for (const person of patients) {
    const all = stated.filter((one) => one.person === person);
    const said = all.map(({ of }) => of);
    const fate = await takeStatedCare(tx, person, said, hospital.timeZone, 'fhir', moment);
    if (fate === 'what-can-be') warnings.push('hip-care:what-can-be');
    if (fate !== 'taken' && fate !== 'unchanged') continue;
    for (const { entry, of } of all)
      if (of.stay?.isOfHip === true || of.facts.some(({ codes }) => codes.some(isHipCareCode)))
        taken.add(entry);
  }
  return { taken, warnings };
}

async function refreshAgain(
  tx: SiteTransaction,
  { finding, moment }: MessageContext,
  persons: readonly number[],
): Promise<CaseEvent[]> {
  await holdPersons(tx, persons);
  return refreshPersons(tx, finding, persons, moment);
}

/** Also those from whom a report is taken away because it now names somebody else. */
async function holdEverybody(
  tx: SiteTransaction,
  { keys }: MessageContext,
  entries: readonly FhirEntry[],
): Promise<void> {
  const reports = entries.flatMap(({ read: { content } }) =>
    content.kind === 'report' ? [{ sourceSystem: serverIds, record: content.report }] : [],
  );
  await holdPatients(tx, keys, {
    numbers: entries.flatMap(({ read: { content } }) =>
      content.kind === 'patient' ? content.patient.identifiers : [],
    ),
    references: entries.flatMap((entry) => numbersOf(subjectOf(entry))),
    persons: [...(await knownRevisions(tx, reports)).values()].map(({ person }) => person),
  });
}

/** Everybody named by a Patient resource, under every reference that can mean it. */
async function takePatients(
  tx: SiteTransaction,
  { keys, moment }: MessageContext,
  entries: readonly FhirEntry[],
  issues: FhirIssue[],
): Promise<{ people: Map<string, Holder>; changed: number[]; warnings: string[] }> {
  const people = new Map<string, Holder>();
  const changed: number[] = [];
  const warnings: string[] = [];
  for (const { index, fullUrl, read } of entries) {
    if (read.content.kind !== 'patient') continue;
    const found = await findOrAddPerson(tx, keys, read.content.patient, {
      authoritative: true,
      sentAt: null,
      now: moment.now,
    });
    if (!found.ok) {
      const { sentence } = reasonOf(found.error.kind);
      issues.push({ index, code: 'business-rule', element: 'Patient.identifier', diagnostics: sentence });
      continue;
    }
    const { person, heldBy } = found.value;
    if (fullUrl !== '') people.set(fullUrl, { person, heldBy });
    if (read.id !== '') people.set(`Patient/${read.id}`, { person, heldBy });
    if (found.value.factsChanged) changed.push(person);
    warnings.push(...found.value.warnings.map(({ kind, system }) => `${kind}:${system}`));
  }
  return { people, changed, warnings };
}

/** By what came with it, else by what is known here: the server's id, or a number. */
async function holderFor(
  tx: SiteTransaction,
  { keys }: MessageContext,
  entry: FhirEntry,
  people: Map<string, Holder>,
): Promise<Holder | null> {
  const subject = subjectOf(entry);
  const { reference, relative, identifier } = subject;
  const name = reference || `number ${identifier ?? ''}`;
  const known = people.get(name) ?? (relative === undefined ? undefined : people.get(relative));
  if (known !== undefined) return known;
  const [holder] = await holdersOf(tx, keys, numbersOf(subject));
  if (holder === undefined) return null;
  people.set(name, holder);
  return holder;
}

interface Subject {
  readonly reference: string;
  /** Patient/… at the end of the reference. */
  readonly relative: string | undefined;
  readonly identifier: string | undefined;
}

function subjectOf({ read: { subject } }: FhirEntry): Subject {
  const reference = (subject?.reference ?? '').replace(/\/_history\/[^/]*$/, '');
  const relative = /(Patient\/[A-Za-z0-9.-]+)$/.exec(reference)?.[1];
  return { reference, relative, identifier: subject?.identifier };
}

function numbersOf({ reference, relative, identifier }: Subject): RecordedIdentifier[] {
  if (relative !== undefined)
    return [{ system: 'local', assigner: serverIds, value: relative.slice('Patient/'.length) }];
  const conditional = /^Patient\?identifier=([^|]*)\|(.+)$/.exec(decoded(reference));
  if (conditional !== null)
    return [{ system: 'local', assigner: conditional[1] ?? '', value: conditional[2] ?? '' }];
  return identifier === undefined ? [] : [{ system: 'local', assigner: '', value: identifier }];
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

function unknownSubject({ index, read }: FhirEntry): FhirIssue {
  return {
    index,
    code: 'not-found',
    element: `${read.type}.subject`,
    diagnostics: 'the patient it is about is neither sent with it nor known here; send the Patient first',
  };
}
