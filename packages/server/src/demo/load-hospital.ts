// One synthetic hospital, step by step: accounts, people, three years of reports through the same door as real ones, and
// the care that was given.
// Decision: every step can be done again without harm, and the care is recorded portion by portion, so a loading that
// was interrupted goes on at the next start.

import type { CalendarDate } from '@breekpunt/core';
import type { Knowledge } from '@breekpunt/knowledge';
import { type HospitalPatient, type Resident, type StaffRole, syntheticHospital } from '@breekpunt/synthetic';
import { type Kysely, sql } from 'kysely';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tables } from '../database/generated/tables.ts';
import { inSite, type SiteTransaction } from '../database/site-transaction.ts';
import { planHospital } from '../follow-up/plan-hospital.ts';
import type { CaseFinding } from '../intake/reports/case-finding.ts';
import { processInBulk } from '../intake/reports/process-in-bulk.ts';
import type { Keys } from '../secrets/keys.ts';
import { addResidents } from './add-residents.ts';
import { addDemoPrecision } from './demo-densitometer.ts';
import { addDemoGuideFacts } from './demo-guide-facts.ts';
import type { DemoHospital } from './demo-hospitals.ts';
import { ensureDemoHospital } from './demo-staff.ts';
import { incomingReports } from './incoming-reports.ts';
import { beginLoading, type LoadProgress, markCaredFor, markLoaded } from './load-progress.ts';
import { growingPortions } from './portions.ts';
import { recordCareOf } from './record-care-of.ts';
import { settlePersons } from './settle-persons.ts';
import { momentOf, openOnFirstSight } from './weekly-moments.ts';

export interface World {
  readonly db: Kysely<Tables>;
  readonly keys: Keys;
  readonly knowledge: Knowledge;
  readonly finding: CaseFinding;
  readonly passwordHash: string;
  readonly today: CalendarDate;
  readonly now: () => Date;
  readonly say: (line: string) => void;
}

/** The people of the hospital; nothing is written when it was loaded before. */
export async function loadHospital(
  world: World,
  hospital: DemoHospital,
  guests: readonly Resident[],
): Promise<readonly Resident[]> {
  const { db, knowledge, say } = world;
  const { progress, accounts } = await inSite(db, hospital.site, (tx) => begin(tx, world, hospital));
  const plan = {
    seed: hospital.seed,
    today: progress.inventedFor,
    people: progress.people,
    guests,
    ...(hospital.spoken === null ? {} : { language: hospital.spoken }),
  };
  const patients = [...syntheticHospital(plan, knowledge)];
  const residents = patients.map(({ resident }) => resident);
  if (progress.done) return residents;
  say(`Loading ${hospital.name}: ${patients.length} invented people, three years of reports …`);
  const persons = await admit(world, hospital, patients);
  const nameOf = await readReports(world, hospital, { patients, persons, today: progress.inventedFor });
  await giveCare(world, hospital, { patients, persons, nameOf, accounts, progress });
  await planHospital(db, hospital.site, progress.inventedFor, world.now());
  await inSite(db, hospital.site, async (tx) => {
    const by = accounts.get('nurse-1');
    if (by !== undefined) {
      await addDemoGuideFacts(tx, { by, today: progress.inventedFor, at: world.now() });
      await addDemoPrecision(tx, { user: by, at: world.now() }, progress.inventedFor);
    }
    await finish(tx, world, { people: patients.length, reports: nameOf.size });
  });
  return residents;
}

async function begin(
  tx: SiteTransaction,
  { keys, passwordHash, today }: World,
  hospital: DemoHospital,
): Promise<{ readonly progress: LoadProgress; readonly accounts: ReadonlyMap<StaffRole, number> }> {
  const accounts = await ensureDemoHospital(tx, keys, hospital, passwordHash);
  return { accounts, progress: await beginLoading(tx, today, hospital.people) };
}

/** Record ids by the hospital's own number. */
async function admit(
  { db, keys }: World,
  { site }: DemoHospital,
  patients: readonly HospitalPatient[],
): Promise<Map<string, number>> {
  const persons = new Map<string, number>();
  for (const portion of growingPortions(patients)) {
    const added = await inSite(db, site, (tx) => addResidents(tx, keys, portion));
    for (const [number, person] of added) persons.set(number, person);
    await refreshStatistics(db);
  }
  return persons;
}

interface History {
  readonly patients: readonly HospitalPatient[];
  readonly persons: ReadonlyMap<string, number>;
  readonly today: CalendarDate;
}

/** The sender's names of the reports, by their rows. */
async function readReports(
  { db, finding }: World,
  { site }: DemoHospital,
  { patients, persons, today }: History,
): Promise<Map<string, string>> {
  // The rules of today judge all of it: some of them have no known value for the first of these years.
  const byTodaysRules: CaseFinding = { ...finding, rulesOn: (country) => finding.rulesOn(country, today) };
  const nameOf = new Map<string, string>();
  for (const portion of growingPortions(incomingReports(patients, persons))) {
    const { fates } = await processInBulk(db, byTodaysRules, portion, {
      site,
      momentOf: ({ record }) => momentOf(record.date ?? today, today),
    });
    for (const [place, { report }] of fates.entries())
      nameOf.set(String(report), portion[place]?.record.id ?? '');
    await refreshStatistics(db);
  }
  await inSite(db, site, openOnFirstSight);
  return nameOf;
}

interface Care extends Pick<History, 'patients' | 'persons'> {
  readonly nameOf: ReadonlyMap<string, string>;
  readonly accounts: ReadonlyMap<StaffRole, number>;
  readonly progress: LoadProgress;
}

const peopleAtOnce = 500;

async function giveCare(
  { db, knowledge }: World,
  { site, language }: DemoHospital,
  { patients, persons, nameOf, accounts, progress }: Care,
): Promise<void> {
  const staff = {
    language: language === 'fr' ? ('fr' as const) : ('nl' as const),
    account: (role: StaffRole): number => accounts.get(role) as number,
  };
  for (let from = progress.caredFor; from < patients.length; from += peopleAtOnce) {
    const portion = patients.slice(from, from + peopleAtOnce);
    const registered = portion.map((patient) => ({
      patient,
      person: persons.get(patient.resident.number) as number,
    }));
    await inSite(db, site, async (tx) => {
      await recordCareOf(tx, registered, nameOf, { staff, knowledge, today: progress.inventedFor });
      await settlePersons(tx, portion, persons);
      await markCaredFor(tx, from + portion.length);
    });
  }
  await refreshStatistics(db);
}

async function finish(
  tx: SiteTransaction,
  { keys, now }: World,
  counts: { readonly people: number; readonly reports: number },
): Promise<void> {
  await markLoaded(tx, now());
  await recordAudit(tx, keys, [
    {
      at: now(),
      actor: { kind: 'system' },
      action: 'import',
      outcome: 'done',
      person: null,
      shown: [],
      object: { type: 'synthetic-hospital', id: tx.site },
      detail: { ...counts },
      breakGlass: null,
      address: null,
    },
  ]);
}

/** Of the tables that reports fill; migration 0040 says why. */
async function refreshStatistics(db: Kysely<Tables>): Promise<void> {
  await sql`analyze person, person_identifier, report, finding, fracture_episode, fls_case`.execute(db);
}
