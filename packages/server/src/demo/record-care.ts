// What was examined, decided, said and given, as rows of the record. One row is written as the people of the hospital
// would have written it; what did not happen leaves none.

import type { CalendarDate } from '@breekpunt/core';
import type { CarePath, StaffRole } from '@breekpunt/synthetic';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { addAssessments } from '../records/assessment.ts';
import { addContacts } from '../records/contact.ts';
import { addDecisions } from '../records/decision.ts';
import { addDxaScans, type NewDxaScan } from '../records/dxa-scan.ts';
import { addFallsRecords } from '../records/falls-assessment.ts';
import { addInjections } from '../records/injection.ts';
import { addLabRows } from '../records/lab-result.ts';
import { addLetters } from '../records/letter.ts';
import { addTreatmentStop } from '../records/treatment-stop.ts';
import { addVertebraRows } from '../records/vertebra-reading.ts';
import { addDemoAppointments } from './demo-appointments.ts';
import { demoDensitometer } from './demo-densitometer.ts';
import { duringWork } from './working-hours.ts';

export interface Staff {
  /** The hospital's language. */
  readonly language: 'nl' | 'fr';
  account(role: StaffRole): number;
}

/** One case with the care given in it. */
export interface CaredFor {
  readonly case: number;
  readonly person: number;
  readonly language: 'nl' | 'fr';
  readonly care: CarePath;
  /** Rows of the reports of bone density scans, by their day. */
  readonly scanReports: ReadonlyMap<CalendarDate, number>;
}

export async function recordCare(
  tx: SiteTransaction,
  cases: readonly CaredFor[],
  staff: Staff,
  knowledgeVersion: string,
): Promise<void> {
  await addAssessments(
    tx,
    cases.flatMap((one) => assessmentOf(one, staff)),
  );
  await addDxaScans(tx, cases.flatMap(scansOf));
  await addDemoAppointments(tx, cases, staff.language);
  await addVertebraRows(tx, cases.flatMap(vertebraeOf));
  await addLabRows(tx, cases.flatMap(labsOf));
  await addFallsRecords(
    tx,
    cases.flatMap((one) => fallsOf(one, staff)),
  );
  await addDecisions(
    tx,
    cases.flatMap((one) => decisionOf(one, staff, knowledgeVersion)),
  );
  await addLetters(
    tx,
    cases.flatMap((one) => lettersOf(one, staff)),
  );
  const stops = await recordStops(tx, cases, staff);
  await addContacts(
    tx,
    cases.flatMap((one) => contactsOf(one, staff, stops)),
  );
  await addInjections(
    tx,
    cases.flatMap((one) => injectionsOf(one, stops)),
  );
}

/** By case. */
async function recordStops(
  tx: SiteTransaction,
  cases: readonly CaredFor[],
  staff: Staff,
): Promise<ReadonlyMap<number, number>> {
  const ids = new Map<number, number>();
  for (const { case: id, person, care } of cases)
    for (const { on, ...stop } of care.stops)
      ids.set(
        id,
        await addTreatmentStop(tx, {
          person,
          case: id,
          ...stop,
          stoppedOn: on,
          nextBy: stop.plan === 'specialist' ? physicianIn[staff.language] : null,
          note: null,
          recordedBy: care.owner === null ? null : staff.account(care.owner),
          recordedAt: duringWork(on, id),
        }),
      );
  return ids;
}

const physicianIn = { nl: 'reumatoloog', fr: 'rhumatologue' } as const;

type RowsOf<F extends (tx: SiteTransaction, rows: readonly never[]) => unknown> = Parameters<F>[1][number][];

function assessmentOf({ case: id, person, care }: CaredFor, staff: Staff): RowsOf<typeof addAssessments> {
  const { assessment } = care;
  if (assessment === null) return [];
  return [
    {
      person,
      case: id,
      outcome: assessment.outcome,
      assessedOn: assessment.on,
      mode: assessment.mode,
      weightKg: assessment.weightKg,
      heightCm: assessment.heightCm,
      heightAt25Cm: assessment.heightAt25Cm,
      priorFracture: 'not-recorded',
      alcoholUnitsPerDay: null,
      prednisoneMgPerDay: null,
      glucocorticoidMonths: null,
      menopauseAge: null,
      hormoneDeprivation: 'not-recorded',
      backPain: 'not-recorded',
      calciumMgPerDay: null,
      secondaryCauses: null,
      ...assessment.answers,
      ...byHand(assessment.on, id, staff.account(assessment.by)),
    },
  ];
}

const { maker, model, serial } = demoDensitometer;
const device = { deviceMaker: maker, deviceModel: model, deviceSerial: serial } as const;
const reference = { referenceDatabase: 'NHANES III', referenceSex: 'female' } as const;

function scansOf({ case: id, person, care, scanReports }: CaredFor): NewDxaScan[] {
  const { scan } = care;
  if (scan === null) return [];
  const common = {
    person,
    case: id,
    report: null,
    status: scan.status,
    notDoneReason: scan.notDoneReason,
    orderedOn: scan.orderedOn,
    plannedOn: scan.plannedOn,
    scannedOn: scan.scannedOn,
    zScore: null,
    vertebraeExcluded: null,
    reimbursedOn: null,
    ...byMachine(scan.scannedOn ?? scan.orderedOn, id),
  };
  if (scan.scannedOn === null)
    return [
      {
        ...common,
        region: null,
        side: null,
        bmd: null,
        tScore: null,
        vertebraeUsed: null,
        referenceDatabase: null,
        referenceSex: null,
        deviceMaker: null,
        deviceModel: null,
        deviceSerial: null,
      },
    ];
  const report = scanReports.get(scan.scannedOn) ?? null;
  return scan.regions.map((region) => ({ ...common, ...device, ...reference, ...region, report }));
}

function vertebraeOf({ case: id, person, care, scanReports }: CaredFor): RowsOf<typeof addVertebraRows> {
  return care.vertebrae.map(({ on, level, readable, genant, shape }) => ({
    person,
    case: id,
    report: scanReports.get(on) ?? null,
    imaging: 'vfa',
    readOn: on,
    level,
    readable,
    anteriorMm: null,
    middleMm: null,
    posteriorMm: null,
    heightLossPercent: null,
    genant,
    shape,
    gradedBy: null,
    ...byMachine(on, id),
  }));
}

function labsOf({ case: id, person, care }: CaredFor): RowsOf<typeof addLabRows> {
  return care.labs.map(({ on, test, value, unit, low, high }) => ({
    person,
    inboxMessage: null,
    sourceSystem: 'synthetic-laboratory',
    sourceId: `${id}-${test}`,
    loinc: null,
    localCode: test,
    name: test,
    sampledOn: on,
    comparator: null,
    value,
    valueText: null,
    unit,
    referenceLow: low,
    referenceHigh: high,
    status: 'final',
    ...byMachine(on, id),
  }));
}

function fallsOf({ case: id, person, care }: CaredFor, staff: Staff): RowsOf<typeof addFallsRecords> {
  const { falls } = care;
  if (falls === null) return [];
  const { on, by, ...answers } = falls;
  return [
    {
      person,
      case: id,
      ...answers,
      notDoneReason: null,
      assessedOn: on,
      injuredByFall: 'not-recorded',
      couldNotGetUp: 'not-recorded',
      lostConsciousness: 'not-recorded',
      fiveChairStands: null,
      orthostaticDrop: 'not-recorded',
      fallRiskMedicines: null,
      referredTo: falls.outcome === 'referred' ? 'falls-clinic' : null,
      ...byHand(on, id, staff.account(by)),
    },
  ];
}

function decisionOf(
  { case: id, person, care }: CaredFor,
  staff: Staff,
  knowledgeVersion: string,
): RowsOf<typeof addDecisions> {
  const { decision } = care;
  if (decision === null) return [];
  return [
    {
      person,
      case: id,
      outcome: decision.outcome,
      medicine: decision.medicine,
      startPlannedOn: decision.startPlannedOn,
      // Invented: no rule was asked.
      inputs: { synthetic: true },
      reasons: [],
      knowledgeVersion,
      overrideReason: null,
      decidedOn: decision.on,
      decidedBy: staff.account(decision.by),
      recordedAt: duringWork(decision.on, id),
      replaces: null,
    },
  ];
}

function lettersOf({ case: id, person, language, care }: CaredFor, staff: Staff): RowsOf<typeof addLetters> {
  return care.letters.map(({ on, by, kind, recipient }) => {
    const at = duringWork(on, id);
    const signed = recipient === 'general-practitioner' && care.decision !== null;
    return {
      person,
      case: id,
      kind,
      language,
      recipient,
      content: { synthetic: true },
      contentVersion: 'synthetic',
      createdBy: staff.account(by),
      createdAt: at,
      signedBy: signed ? staff.account(care.decision.by) : null,
      signedAt: signed ? at : null,
      sentAt: at,
    };
  });
}

function contactsOf(
  { case: id, person, care }: CaredFor,
  staff: Staff,
  stops: ReadonlyMap<number, number>,
): RowsOf<typeof addContacts> {
  const stop = stops.get(id) ?? null;
  return care.contacts.map(({ by, ...contact }) => {
    const stopped = contact.stillPrescribed === 'no';
    return {
      person,
      case: id,
      ...contact,
      channel: contact.doneOn === null ? null : 'phone',
      dispensed: 'not-recorded',
      // A call that heard of a stop nobody wrote down is about no drug that the record can name.
      medicine: stopped && stop === null ? null : (care.decision?.medicine ?? null),
      stop: stopped ? stop : null,
      note: null,
      recordedBy: staff.account(by),
      recordedAt: duringWork(contact.doneOn ?? care.foundOn, id),
    };
  });
}

function injectionsOf(
  { case: id, person, care }: CaredFor,
  stops: ReadonlyMap<number, number>,
): RowsOf<typeof addInjections> {
  return care.injections.map((injection) => ({
    person,
    case: id,
    ...injection,
    stop: injection.notGivenReason === null ? null : (stops.get(id) ?? null),
    recordedBy: null,
    recordedAt: duringWork(injection.givenOn ?? care.foundOn, id),
  }));
}

function byHand(on: CalendarDate, id: number, account: number) {
  return { source: 'manual', recordedBy: account, recordedAt: duringWork(on, id) } as const;
}

function byMachine(on: CalendarDate, id: number) {
  return { source: 'import', recordedBy: null, recordedAt: duringWork(on, id) } as const;
}
