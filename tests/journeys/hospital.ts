// A small running hospital for journeys in a real browser: the real server over a real, throw-away database, invented
// patients, reports that the case finder reads. Two more reports can come in while the journey goes on.

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { addDays, type CalendarDate, knownDate } from '@breekpunt/core';
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

export interface Hospital {
  readonly address: string;
  readonly setUpCode: string | null;
  /** One more report comes in by HL7 v2, of a new person; ends when it is acknowledged. */
  report(text: string, familyName: string): Promise<void>;
  stop(): Promise<void>;
}

interface InventedReport {
  readonly kind: string;
  readonly daysAgo: number;
  readonly text: string;
}

interface InventedPerson {
  readonly family: string;
  readonly given: string;
  readonly born: string;
  readonly sex: 'female' | 'male';
  readonly reports: readonly InventedReport[];
  /** T-scores of the femoral neck. */
  readonly scans?: readonly { readonly daysAgo: number; readonly tScore: number; readonly maker: string }[];
  /** Confirmed, and a drug decided on; ATC. */
  readonly care?: {
    readonly medicine: string;
    readonly decidedDaysAgo: number;
    readonly dosesDaysAgo: readonly number[];
  };
}

const site = 'sint-synthetica';
const mllpHost = '127.0.0.1';

const people: readonly InventedPerson[] = [
  {
    family: 'Verzonnen-Peeters',
    given: 'Maria',
    born: '1941-03-12',
    sex: 'female',
    scans: [
      { daysAgo: 2_560, tScore: -1.9, maker: 'Lunar' },
      { daysAgo: 5, tScore: -2.7, maker: 'Hologic' },
    ],
    reports: [
      {
        kind: 'ct',
        daysAgo: 9,
        text: 'CT lumbale wervelkolom.\nInlichtingen: lage rugpijn na val van stahoogte.\nBevindingen: Recente inzakking van L1 met 30% hoogteverlies van de voorrand. Geen fractuur van het bekken. Mogelijke inzakking van T11, te correleren met klachten.\nBesluit: Recente osteoporotische inzakkingsfractuur L1.',
      },
      {
        kind: 'xray',
        daysAgo: 2_600,
        text: 'RX pols links: distale radiusfractuur links na val. Geen luxatie.',
      },
      { kind: 'xray', daysAgo: 40, text: 'RX thorax: normale hartschaduw, geen infiltraat. Matige artrose.' },
    ],
  },
  {
    family: 'Verzonnen-Janssens',
    given: 'Jos',
    born: '1955-11-02',
    sex: 'male',
    reports: [
      {
        kind: 'ed',
        daysAgo: 31,
        text: 'Gisteren gevallen van stahoogte. Distale radiusfractuur links, gipsspalk.',
      },
    ],
  },
  {
    family: 'Verzonnen-Maes',
    given: 'Rosa',
    born: '1938-06-30',
    sex: 'female',
    reports: [
      {
        kind: 'discharge',
        daysAgo: 5,
        text: 'Ontslagbrief. Opname na val in de badkamer. Femurhalsfractuur rechts, behandeld met een hemiprothese. Verder verloop ongecompliceerd.',
      },
    ],
  },
  {
    family: 'Verzonnen-Claes',
    given: 'Irène',
    born: '1949-01-19',
    sex: 'female',
    reports: [
      {
        kind: 'mri',
        daysAgo: 62,
        text: 'IRM lombaire. Tassement récent de D12 avec œdème médullaire. Pas de recul du mur postérieur.',
      },
    ],
  },
  {
    family: 'Verzonnen-De Smet',
    given: 'Paul',
    born: '1947-08-08',
    sex: 'male',
    reports: [
      {
        kind: 'xray',
        daysAgo: 20,
        text: 'Mogelijke fractuur van de ramus superior links. Controle aangewezen.',
      },
    ],
  },
  {
    family: 'Verzonnen-Wouters',
    given: 'Lea',
    born: '1952-02-27',
    sex: 'female',
    reports: [
      { kind: 'ed', daysAgo: 3, text: 'Proximale humerusfractuur links na struikelen over een mat. Sling.' },
    ],
  },
  {
    family: 'Verzonnen-Goossens',
    given: 'Gerda',
    born: '1944-12-05',
    sex: 'female',
    reports: [
      { kind: 'ct', daysAgo: 12, text: 'Gekende oude inzakking L3, ongewijzigd. Geen recente fractuur.' },
    ],
  },
];

const followed: readonly InventedPerson[] = [
  {
    family: 'Verzonnen-Aerts',
    given: 'Godelieve',
    born: '1950-04-04',
    sex: 'female',
    // The day on which the first contact is due, and its figure ripe.
    reports: [
      { kind: 'ed', daysAgo: 112, text: 'Vandaag gevallen van stahoogte. Distale radiusfractuur links.' },
    ],
    care: { medicine: 'M05BA04', decidedDaysAgo: 90, dosesDaysAgo: [] },
  },
  {
    family: 'Verzonnen-Bogaert',
    given: 'Hilda',
    born: '1943-09-09',
    sex: 'female',
    reports: [{ kind: 'ed', daysAgo: 420, text: 'Vandaag gevallen. Femurhalsfractuur rechts.' }],
    care: { medicine: 'M05BX04', decidedDaysAgo: 405, dosesDaysAgo: [400, 222] },
  },
  // Three whose sixteenth week passed without a call, to leave follow-up each in a way of their own.
  {
    family: 'Verzonnen-Claeys',
    given: 'Jeannine',
    born: '1948-05-05',
    sex: 'female',
    reports: [
      { kind: 'ed', daysAgo: 120, text: 'Vandaag gevallen van stahoogte. Proximale humerusfractuur links.' },
    ],
    care: { medicine: 'M05BA04', decidedDaysAgo: 100, dosesDaysAgo: [] },
  },
  {
    family: 'Verzonnen-Dierckx',
    given: 'Omer',
    born: '1940-10-10',
    sex: 'male',
    reports: [
      { kind: 'ed', daysAgo: 121, text: 'Vandaag gevallen van stahoogte. Distale radiusfractuur rechts.' },
    ],
    care: { medicine: 'M05BA04', decidedDaysAgo: 100, dosesDaysAgo: [] },
  },
  {
    family: 'Verzonnen-Evers',
    given: 'Paula',
    born: '1946-07-07',
    sex: 'female',
    reports: [{ kind: 'ed', daysAgo: 122, text: 'Vandaag gevallen van stahoogte. Femurhalsfractuur links.' }],
    care: { medicine: 'M05BX04', decidedDaysAgo: 100, dosesDaysAgo: [95] },
  },
];

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
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(new Date());
  const started = await startServer(settings.value, {
    say: () => undefined,
    logTo: new Writable({ write: (_line, _encoding, done) => done() }),
    prepare: async (opened) => {
      if (finding === null) return { ok: true, value: undefined };
      if (kind === 'with care') return loadYears(opened, knownDate(today));
      const ready = await ensureDemoPeople(opened);
      if (!ready.ok) return ready;
      await inSite(opened.database.db, site, ({ db }) =>
        db.updateTable('site').set({ country }).where('site_id', '=', site).execute(),
      );
      for (const person of kind === 'with follow-up' ? followed : people)
        await bring(opened, finding, knownDate(today), person);
      await planHospital(opened.database.db, site, knownDate(today), new Date());
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
  { family, given, born, sex, reports, scans = [], care }: InventedPerson,
): Promise<void> {
  await inSite(database.db, site, async (tx) => {
    const person = await addPerson(tx, {
      familyName: family,
      givenName: given,
      birthDate: knownDate(born),
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

/** An ORU^R01 in its frame; throws when it is not acknowledged. */
async function sendReport(port: number, today: string, text: string, family: string): Promise<void> {
  const day = today.replaceAll('-', '');
  const number = `J${family.length}${text.length}`;
  const message = [
    `MSH|^~\\&|RIS|SYN|BREEKPUNT|SYN|${day}120000||ORU^R01^ORU_R01|${number}|P|2.5|||||BEL|UNICODE UTF-8`,
    `PID|1||${number}^^^ZIS^PI||${family}^Nieuw||19500505|F`,
    `OBR|1|${number}|${number}|CT^CT wervelkolom|||${day}110000|||||||||||||||${day}113000||CT|F`,
    `OBX|1|TX|CT^Verslag||${text}||||||F`,
    '',
  ].join('\r');
  const socket = connect(port, mllpHost);
  await once(socket, 'connect');
  socket.write(`\x0b${message}\x1c\r`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.end();
  if (!answer.toString().includes('MSA|AA')) throw new Error('The report was not acknowledged');
}
