// Loads the demonstration: two synthetic hospitals with their people, reports, care and accounts. It never stands beside
// a hospital with real patients.

import { type CalendarDate, type Result, success } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { prepareCaseFinding } from '../intake/reports/case-finding.ts';
import { hashPassword } from '../people/password.ts';
import { type DemoHospital, demoHospitals } from './demo-hospitals.ts';
import { demoPassword } from './demo-staff.ts';
import { type DemoRecords, refuseBesideReal } from './ensure-demo-people.ts';
import { loadHospital } from './load-hospital.ts';

export interface DemoOptions {
  readonly today: CalendarDate;
  readonly now: () => Date;
  /** Hears what is going on, in words for people. */
  readonly say: (line: string) => void;
  /** The two hospitals; for tests, smaller ones. */
  readonly hospitals?: readonly [DemoHospital, DemoHospital];
}

/** Refused where a hospital with real patients lives. Done in a moment when it was loaded before. */
export async function loadDemo(
  { database, keys }: DemoRecords,
  { today, now, say, hospitals = demoHospitals }: DemoOptions,
): Promise<Result<void, { readonly message: string }>> {
  const { db } = database;
  const free = await refuseBesideReal(db);
  if (!free.ok) return free;
  const knowledge = loadKnowledge();
  const world = {
    db,
    keys,
    knowledge,
    finding: prepareCaseFinding(knowledge),
    passwordHash: await hashPassword(demoPassword),
    today,
    now,
    say,
  };
  const [first, second] = hospitals;
  const residents = await loadHospital(world, first, []);
  // Every so many of the first hospital's people, spread over all of them.
  const every = Math.max(1, Math.floor(residents.length / Math.max(1, second.guests)));
  const guests = residents.filter((_, place) => place % every === 0).slice(0, second.guests);
  await loadHospital(world, second, guests);
  return success(undefined);
}
