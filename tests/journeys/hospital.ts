// A small running hospital for journeys in a real browser: the real server over a real, throw-away database, invented
// patients, reports that the case finder reads. Two more reports can come in while the journey goes on.

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { addDays, type CalendarDate } from '@breekpunt/core';
import {
  addDecisions,
  addDxaScans,
  addIdentifier,
  addInjections,
  addPerson,
  type CaseFinding,
  demoHospitals,
  ensureDemoPeople,
  inSite,
  loadDemo,
  planHospital,
  prepareCaseFinding,
  processReports,
  type Records,
  readSettings,
  type SiteTransaction,
  startServer,
} from '@breekpunt/server';
import { today as todayThere } from './days.ts';
import { birthOf, followedPatients, type InventedPerson, newPatients } from './hospital-patients.ts';
import { mllpHost, sendReport } from './send-report.ts';

export interface Hospital {
  readonly address: string;
  readonly setUpCode: string | null;
  /** One more report comes in by HL7 v2, of a new person; ends when it is acknowledged. */
  report(text: string, familyName: string): Promise<void>;
  stop(): Promise<void>;
}

const site = 'sint-synthetica';

/** Empty, with the first-administrator set-up; with patients, under the rules of a country; or with three years of care. */
export async function openHospital(
  kind: 'empty' | 'with patients' | 'with follow-up' | 'with care',
  country: 'BE' | 'NL' = 'BE',
): Promise<Hospital> {
  const folder = mkdtempSync(join(tmpdir(), 'breekpunt-journey-'));
  const [mllpPort, webPort] = [await freePort(), await freePort()];
  const settings = readSettings({
    BREEKPUNT_DATA: folder,
    // Chosen beforehand, because links and signed requests name the address.
    BREEKPUNT_PORT: String(webPort),
    BREEKPUNT_LOG: 'error',
    ...(kind === 'empty' ? {} : { BREEKPUNT_MLLP_PORT: String(mllpPort) }),
  });
  if (!settings.ok) throw new Error('The settings of the journey are wrong');
  const finding = kind === 'empty' ? null : prepareCaseFinding();
  const today = todayThere();
  const started = await startServer(settings.value, {
    say: () => undefined,
    logTo: new Writable({ write: (_line, _encoding, done) => done() }),
    prepare: async (opened) => {
      if (finding === null) return { ok: true, value: undefined };
      if (kind === 'with care') return loadYears(opened, today);
      const ready = await ensureDemoPeople(opened);
      if (!ready.ok) return ready;
      await inSite(opened.database.db, site, ({ db }) =>
        db.updateTable('site').set({ country }).where('site_id', '=', site).execute(),
      );
      for (const person of kind === 'with follow-up' ? followedPatients : newPatients)
        await bring(opened, finding, today, person);
      await planHospital(opened.database.db, site, today, new Date());
      return { ok: true, value: undefined };
    },
  });
  if (!started.ok) throw new Error(started.error.message);
  return {
    address: started.value.address,
    setUpCode: started.value.setUpCode,
    report: (text, family) => sendReport(mllpPort, today, text, family),
    async stop() {
      await started.value.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Two small hospitals, as `npm start` shows two larger ones. */
function loadYears(opened: Records, today: CalendarDate): ReturnType<typeof loadDemo> {
  const [first, second] = demoHospitals;
  return loadDemo(opened, {
    today,
    now: () => new Date(),
    say: () => undefined,
    hospitals: [
      { ...first, people: 500 },
      { ...second, people: 200 },
    ],
  });
}

async function bring(
  { database, keys }: Records,
  finding: CaseFinding,
  today: CalendarDate,
  { family, given, age, sex, reports, scans = [], care }: InventedPerson,
): Promise<void> {
  await inSite(database.db, site, async (tx) => {
    const person = await addPerson(tx, {
      familyName: family,
      givenName: given,
      birthDate: birthOf({ age }),
      sex,
      language: 'nl',
      country: 'BE',
      deceased: 'no',
      deathDate: null,
    });
    await addIdentifier(tx, keys, person, {
      system: 'local',
      assigner: 'ZIS',
      value: `SYN-${1_000 + person}`,
    });
    await addDxaScans(
      tx,
      scans.map(({ daysAgo, tScore, maker }) => ({
        person,
        case: null,
        report: null,
        status: 'done',
        notDoneReason: null,
        orderedOn: null,
        plannedOn: null,
        scannedOn: addDays(today, -daysAgo),
        region: 'femoral-neck',
        side: 'left',
        bmd: null,
        tScore,
        zScore: null,
        referenceDatabase: 'NHANES III',
        referenceSex: 'female',
        deviceMaker: maker,
        deviceModel: null,
        deviceSerial: null,
        vertebraeUsed: null,
        vertebraeExcluded: null,
        reimbursedOn: null,
        source: 'manual',
        recordedBy: null,
        recordedAt: new Date(),
      })),
    );
    await processReports(
      tx,
      finding,
      reports.map(({ kind, daysAgo, text }, index) => ({
        person,
        sourceSystem: 'journey',
        record: {
          id: `${family} ${index}`,
          text,
          kind,
          date: addDays(today, -daysAgo),
          place: { kind: 'file' },
        },
      })),
      { today, now: new Date() },
    );
    if (care !== undefined) await careFor(tx, person, care, today);
  });
}

async function careFor(
  tx: SiteTransaction,
  person: number,
  { medicine, decidedDaysAgo, dosesDaysAgo }: NonNullable<InventedPerson['care']>,
  today: CalendarDate,
): Promise<void> {
  const nurse = await tx.db
    .selectFrom('app_user')
    .select('app_user_id')
    .where('site_id', '=', tx.site)
    .where('login', '=', 'els')
    .executeTakeFirstOrThrow();
  const { fls_case_id: of } = await tx.db
    .updateTable('fls_case')
    .set({
      state: 'open',
      stage: 'follow-up',
      owner_id: nurse.app_user_id,
      due_on: null,
      opened_on: addDays(today, -decidedDaysAgo),
    })
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .returning('fls_case_id')
    .executeTakeFirstOrThrow();
  const common = { person, case: of, recordedAt: new Date() };
  await addDecisions(tx, [
    {
      ...common,
      outcome: 'medicine',
      medicine,
      startPlannedOn: null,
      inputs: {},
      reasons: [],
      knowledgeVersion: 'journey',
      overrideReason: null,
      decidedOn: addDays(today, -decidedDaysAgo),
      decidedBy: nurse.app_user_id,
      replaces: null,
    },
  ]);
  await addInjections(
    tx,
    dosesDaysAgo.map((days) => ({
      ...common,
      medicine,
      dueOn: addDays(today, -days),
      givenOn: addDays(today, -days),
      nextDueOn: null,
      notGivenReason: null,
      recordedBy: nurse.app_user_id,
    })),
  );
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, mllpHost);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
