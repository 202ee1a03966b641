import { knownDate } from '@breekpunt/core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { addUser } from '../people/user.ts';
import { addAssessments, assessmentsOf, type NewAssessment } from './assessment.ts';
import { addContacts, contactsOf, type NewContact } from './contact.ts';
import { addDecisions, decisionsOf, type NewDecision } from './decision.ts';
import { addDxaScans, dxaScansOf, type NewDxaScan } from './dxa-scan.ts';
import { addFallsRecords, fallsRecordsOf, type NewFallsRecord } from './falls-assessment.ts';
import { addInjections, injectionsOf, type NewInjection } from './injection.ts';
import { addLabRows, labRowsOf, type NewLabRow } from './lab-result.ts';
import { addLetters, lettersOf, type NewLetter } from './letter.ts';
import { addPersons, type PersonDetails } from './person.ts';
import { addVertebraRows, type NewVertebraRow, vertebraRowsOf } from './vertebra-reading.ts';

let database: TestDatabase;
let person: number;
let fls: number;
let user: number;
const at = new Date('2026-11-20T09:30:00.500Z');
const day = knownDate('2026-11-20');

beforeAll(async () => {
  database = await testDatabase('gent');
  await database.in('gent', async (tx) => {
    const details: PersonDetails = {
      familyName: 'Voorbeeldmans',
      givenName: 'Eva',
      birthDate: knownDate('1948-03-01'),
      sex: 'female',
      language: 'nl',
      country: 'BE',
      deceased: 'not-recorded',
      deathDate: null,
    };
    [person = 0] = await addPersons(tx, [details]);
    const nurse = { login: 'els', displayName: 'Els', role: 'nurse', language: null } as const;
    const added = await addUser(tx, { ...nurse, passwordHash: null, mustChangePassword: false });
    user = added.ok ? added.value : 0;
    const episode = await tx.db
      .insertInto('fracture_episode')
      .values({
        site_id: 'gent',
        person_id: person,
        episode_key: 'test',
        fracture_site: 'hip.femoral-neck',
        date_basis: 'stated-day',
        status: 'present',
        onset: 'incident',
        mechanism: 'low-energy',
        knowledge_version: 'test',
      })
      .returning('fracture_episode_id')
      .executeTakeFirstOrThrow();
    const opened = await tx.db
      .insertInto('fls_case')
      .values({
        site_id: 'gent',
        person_id: person,
        fracture_episode_id: episode.fracture_episode_id,
        opened_on: day,
        stated_site: 'hip.femoral-neck',
        stated_status: 'present',
      })
      .returning('fls_case_id')
      .executeTakeFirstOrThrow();
    fls = opened.fls_case_id;
  });
});
afterAll(() => database.close());

const recorded = (): { source: 'manual'; recordedBy: number; recordedAt: Date } => ({
  source: 'manual',
  recordedBy: user,
  recordedAt: at,
});

test('an assessment comes back as it was recorded, and what nobody asked stays not recorded', async () => {
  const row: NewAssessment = {
    person,
    case: fls,
    outcome: 'done',
    assessedOn: day,
    mode: 'clinic',
    weightKg: 61.5,
    heightCm: 158,
    heightAt25Cm: null,
    parentHipFracture: 'yes',
    priorFracture: 'no',
    smokes: 'not-recorded',
    alcoholUnitsPerDay: null,
    glucocorticoids: 'no',
    prednisoneMgPerDay: null,
    glucocorticoidMonths: null,
    rheumatoidArthritis: 'no',
    diabetes: 'yes',
    menopauseAge: 49,
    hormoneDeprivation: 'not-recorded',
    kidneyDisease: 'no',
    cardiovascularEvent: 'no',
    venousThromboembolism: 'no',
    upperGutDisease: 'no',
    dentalWorkPlanned: 'not-recorded',
    backPain: 'no',
    calciumMgPerDay: 800,
    secondaryCauses: [],
    ...recorded(),
  };
  await database.in('gent', (tx) => addAssessments(tx, [row]));
  expect(await database.in('gent', (tx) => assessmentsOf(tx, person))).toMatchObject([row]);
});

test('a scan has a row for each region, and a planned one none of its values', async () => {
  const nothing = {
    region: null,
    side: null,
    bmd: null,
    tScore: null,
    zScore: null,
    referenceDatabase: null,
    referenceSex: null,
    deviceMaker: null,
    deviceModel: null,
    deviceSerial: null,
    vertebraeUsed: null,
    vertebraeExcluded: null,
    reimbursedOn: null,
  };
  const common = { person, case: fls, report: null, notDoneReason: null, orderedOn: day, ...recorded() };
  const planned: NewDxaScan = { ...common, ...nothing, status: 'planned', plannedOn: day, scannedOn: null };
  const spine: NewDxaScan = {
    ...common,
    ...nothing,
    status: 'done',
    plannedOn: null,
    scannedOn: day,
    region: 'lumbar-spine',
    bmd: 0.812,
    tScore: -2.1,
    vertebraeUsed: ['L1', 'L3', 'L4'],
    vertebraeExcluded: ['L2'],
  };
  await database.in('gent', (tx) => addDxaScans(tx, [planned, spine]));
  expect(await database.in('gent', (tx) => dxaScansOf(tx, person))).toMatchObject([spine, planned]);
});

test('a vertebra that could not be read has no grade', async () => {
  const rest = {
    anteriorMm: null,
    middleMm: null,
    posteriorMm: null,
    heightLossPercent: null,
    gradedBy: null,
  };
  const common = {
    person,
    case: fls,
    report: null,
    imaging: 'vfa',
    readOn: day,
    ...rest,
    ...recorded(),
  } as const;
  const rows: NewVertebraRow[] = [
    { ...common, level: 'T5', readable: 'no', genant: null, shape: null },
    { ...common, level: 'T12', readable: 'yes', genant: 2, shape: 'wedge' },
  ];
  await database.in('gent', (tx) => addVertebraRows(tx, rows));
  expect(await database.in('gent', (tx) => vertebraRowsOf(tx, person))).toMatchObject(rows);
});

test('a laboratory result keeps the range of its laboratory, and the same one is refused twice', async () => {
  const row: NewLabRow = {
    person,
    inboxMessage: null,
    sourceSystem: 'lab',
    sourceId: '1',
    loinc: null,
    localCode: 'CA',
    name: 'calcium',
    sampledOn: day,
    comparator: null,
    value: 2.35,
    valueText: null,
    unit: 'mmol/L',
    referenceLow: 2.2,
    referenceHigh: 2.6,
    status: 'final',
    ...recorded(),
  };
  await database.in('gent', (tx) => addLabRows(tx, [row]));
  expect(await database.in('gent', (tx) => labRowsOf(tx, person))).toMatchObject([row]);
  await expect(database.in('gent', (tx) => addLabRows(tx, [row]))).rejects.toThrow('lab_result_source');
});

test('falls, contacts and injections come back as recorded, oldest first', async () => {
  const falls: NewFallsRecord = {
    person,
    case: fls,
    outcome: 'referred',
    notDoneReason: null,
    assessedOn: day,
    fallsLastYear: 2,
    feelsUnsteady: 'yes',
    worriesAboutFalling: 'not-recorded',
    injuredByFall: 'yes',
    couldNotGetUp: 'no',
    lostConsciousness: 'no',
    gaitSpeed: 0.75,
    timedUpAndGo: 16.2,
    fiveChairStands: null,
    orthostaticDrop: 'no',
    fallRiskMedicines: ['N05BA'],
    riskClass: 'high',
    referredTo: 'falls-clinic',
    exerciseStarted: 'no',
    exerciseStartedOn: null,
    ...recorded(),
  };
  const contact: NewContact = {
    person,
    case: fls,
    moment: '16-weeks',
    channel: 'phone',
    plannedOn: day,
    doneOn: day,
    outcome: 'reached',
    medicineStarted: 'yes',
    medicineStartedOn: day,
    stillPrescribed: 'not-recorded',
    dispensed: 'not-recorded',
    exerciseStarted: 'no',
    sideEffects: 'no',
    thighOrGroinPain: 'no',
    dentalEvent: 'no',
    newFall: 'no',
    newFracture: 'no',
    note: null,
    recordedBy: user,
    recordedAt: at,
  };
  const planned: NewContact = {
    ...contact,
    plannedOn: knownDate('2027-07-30'),
    doneOn: null,
    outcome: null,
    medicineStarted: 'not-recorded',
    medicineStartedOn: null,
  };
  const injection: NewInjection = {
    person,
    case: fls,
    medicine: 'M05BX04',
    dueOn: day,
    givenOn: day,
    nextDueOn: knownDate('2027-05-20'),
    notGivenReason: null,
    recordedBy: user,
    recordedAt: at,
  };
  await database.in('gent', async (tx) => {
    await addFallsRecords(tx, [falls]);
    await addContacts(tx, [planned, contact]);
    await addInjections(tx, [injection]);
  });
  await database.in('gent', async (tx) => {
    expect(await fallsRecordsOf(tx, person)).toMatchObject([falls]);
    expect(await contactsOf(tx, person)).toMatchObject([contact, planned]);
    expect(await injectionsOf(tx, person)).toMatchObject([injection]);
  });
});

test('a decision keeps what it was made of, and a letter what it says', async () => {
  const decision: NewDecision = {
    person,
    case: fls,
    outcome: 'medicine',
    medicine: 'M05BA04',
    startPlannedOn: day,
    inputs: { tScore: -2.6 },
    reasons: [{ rule: 'TX1' }],
    knowledgeVersion: 'test',
    overrideReason: null,
    decidedOn: day,
    decidedBy: user,
    recordedAt: at,
    replaces: null,
  };
  const letter: NewLetter = {
    person,
    case: fls,
    kind: 'general-practitioner-advice',
    language: 'nl',
    recipient: 'general-practitioner',
    content: { blocks: ['start'] },
    contentVersion: 'test',
    createdBy: user,
    createdAt: at,
    signedBy: user,
    signedAt: at,
    sentAt: null,
  };
  await database.in('gent', async (tx) => {
    await addDecisions(tx, [decision]);
    await addLetters(tx, [letter]);
    expect(await decisionsOf(tx, person)).toMatchObject([decision]);
    expect(await lettersOf(tx, person)).toMatchObject([letter]);
  });
});
