import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adt, densitometry, mdm, merge, oru, siu } from '../../test/hl7-messages.ts';
import { frame } from '../../test/mllp-client.ts';
import { type TestDatabase, testDatabase } from '../../test/test-database.ts';
import { type TestIntake, testIntake } from '../../test/test-intake.ts';
import { largestMessage } from './mllp-listener.ts';

let database: TestDatabase;
let intake: TestIntake;
beforeAll(async () => {
  database = await testDatabase('gent');
  intake = await testIntake(database);
});
afterAll(async () => {
  await intake.close();
  await database.close();
});

const hip = 'RX bekken. Verplaatste pertrochantere femurfractuur links na val van stoel.';
const calm = 'RX bekken. Geen fractuur.';
let given = 0;
function numbered(letter: string): string {
  given += 1;
  return `${letter}${given}`;
}
const newPatient = (): string => numbered('P');
const control = (): string => numbered('C');

async function sent(...messages: (string | Buffer)[]): Promise<string[]> {
  const client = await intake.client();
  const codes: string[] = [];
  for (const message of messages)
    codes.push((await client.send(message)).split('\r')[1]?.split('|')[1] ?? '');
  client.cut();
  await intake.settled();
  return codes;
}

function rows<T>(query: string, values: readonly unknown[] = []): Promise<T[]> {
  return database.asOwner(async (owner) => (await owner.query(query, [...values])).rows as T[]);
}

/** Cases of whoever holds the number, by way of the report's control number. */
function casesOf(order: string) {
  return rows<{ state: string; reason: string | null; news: string[]; person: number }>(
    `select c.state, c.reason, c.news, c.person_id as person from fls_case c
      where c.person_id in (select person_id from report where source_id = $1) order by c.fls_case_id`,
    [order],
  );
}

function inboxOf(number: string) {
  return rows<{ state: string; reason: string | null; warnings: string[] }>(
    'select state, reason, warnings from inbox_message where control_id = $1 order by inbox_message_id',
    [number],
  );
}

describe('a report', () => {
  test('is accepted and opens a case for a patient nobody knew', async () => {
    expect(await sent(oru({ control: control(), patient: newPatient(), order: 'O1', text: hip }))).toEqual([
      'AA',
    ]);
    expect(await casesOf('O1')).toMatchObject([{ state: 'to-review' }]);
  });

  test('of which a correction is sent closes its case', async () => {
    const patient = newPatient();
    const order = 'O2';
    await sent(
      oru({ control: control(), patient, order, text: hip, sentAt: '20261121100000' }),
      oru({ control: control(), patient, order, text: calm, status: 'C', sentAt: '20261121110000' }),
    );
    expect(await casesOf(order)).toMatchObject([{ state: 'closed', reason: 'evidence-withdrawn' }]);
  });

  test('that is cancelled closes its case, also when the report itself comes later', async () => {
    const patient = newPatient();
    const order = 'O3';
    await sent(
      oru({ control: control(), patient, order, text: hip, status: 'X', sentAt: '20261121110000' }),
      oru({ control: control(), patient, order, text: hip, sentAt: '20261121100000' }),
    );
    expect(await casesOf(order)).toEqual([]);
  });

  test('as a document in base64 opens a case', async () => {
    await sent(mdm({ control: control(), patient: newPatient(), order: 'D1', text: `Ontslagbrief\n${hip}` }));
    expect(await casesOf('D1')).toMatchObject([{ state: 'to-review' }]);
  });

  test.each([
    ['Windows-1252 without saying so', 'latin1', ''],
    ['UTF-8 without saying so', 'utf8', ''],
    ['8859/1 and saying so', 'latin1', '8859/1'],
  ] as const)('in %s keeps its accents', async (_name, encoding, charset) => {
    const order = `acc-${control()}`;
    const text = 'Radiographie: fracture déplacée du col fémoral gauche après une chute.';
    await sent(Buffer.from(oru({ control: order, patient: newPatient(), order, text, charset }), encoding));
    expect(await rows('select body from report where source_id = $1', [order])).toEqual([{ body: text }]);
  });

  test('about somebody whose number has a wrong check digit is taken with a warning and a flag', async () => {
    const number = control();
    await sent(oru({ control: number, patient: newPatient(), text: calm, also: '79121137740^^^^NNBEL' }));
    expect(await inboxOf(number)).toMatchObject([
      { state: 'processed', warnings: ['wrong-check-digit:be-insz'] },
    ]);
    expect(await rows("select check_digit from person_identifier where system = 'be-insz'")).toEqual([
      { check_digit: 'invalid-check-digit' },
    ]);
  });
});

describe('the same message', () => {
  test('twice is accepted twice and kept once', async () => {
    const message = oru({ control: control(), patient: newPatient(), order: 'TW', text: hip });
    expect(await sent(message, message)).toEqual(['AA', 'AA']);
    expect(await rows("select count(*)::int as n from report where source_id = 'TW'")).toEqual([{ n: 1 }]);
  });

  test('number with other contents is kept in quarantine and changes nothing', async () => {
    const number = control();
    const patient = newPatient();
    await sent(
      oru({ control: number, patient, order: 'SN', text: hip }),
      oru({ control: number, patient, order: 'SN', text: calm, status: 'C' }),
    );
    expect(await inboxOf(number)).toMatchObject([
      { state: 'processed' },
      { state: 'quarantined', reason: 'control-id-used-before' },
    ]);
    expect(await casesOf('SN')).toMatchObject([{ state: 'to-review' }]);
  });
});

describe('what is wrong', () => {
  test.each([
    ['no message', 'Hello, is this the laboratory?', 'AR'],
    [
      'a message without a patient',
      'MSH|^~\\&|RIS|HOSP|||20261121||ORU^R01|NP1|P|2.5\rOBR|1||1\rOBX|1|TX|a||b||||||F\r',
      'AR',
    ],
    [
      'a character set nobody knows',
      `MSH|^~\\&|RIS|HOSP|||20261121||ORU^R01|CS1|P|2.5||||||KLINGON\rPID|1||1\r`,
      'AR',
    ],
  ])('%s is refused with a reason', async (_name, message, code) => {
    const client = await intake.client();
    const answer = await client.send(message);
    expect(answer).toContain(`MSA|${code}|`);
    expect(answer.split('\r')[1]?.split('|')[3]).not.toBe('');
    client.cut();
  });

  test('a message that nobody can read the patient of waits in quarantine', async () => {
    const number = control();
    expect(await sent(oru({ control: number, patient: '', text: hip }))).toEqual(['AA']);
    expect(await inboxOf(number)).toMatchObject([
      { state: 'quarantined', reason: expect.stringContaining('no-patient-number') },
    ]);
  });

  test('a message larger than the limit is refused, and the next one on the line is taken', async () => {
    const client = await intake.client();
    const large = oru({ control: 'BIG', patient: newPatient(), text: 'x'.repeat(largestMessage) });
    expect(await client.send(large)).toContain('MSA|AR|BIG|the message is larger than');
    expect(await client.send(oru({ control: control(), patient: newPatient(), text: calm }))).toContain(
      'MSA|AA',
    );
    client.cut();
  });

  test('a message just under the limit is taken', async () => {
    const text = `${'Geen bijzonderheden. '.repeat(460_000)}\n${hip}`;
    await sent(oru({ control: control(), patient: newPatient(), order: 'LARGE', text }));
    expect(await rows('select state from inbox_message where octet_length(raw) > 9000000')).toEqual([
      { state: 'processed' },
    ]);
  });

  test('a connection that ends in the middle of a message leaves nothing behind', async () => {
    const client = await intake.client();
    client.write(frame(oru({ control: 'CUT', patient: newPatient(), text: hip })).subarray(0, 120));
    client.cut();
    expect(await sent(oru({ control: control(), patient: newPatient(), text: calm }))).toEqual(['AA']);
    expect(await inboxOf('CUT')).toEqual([]);
  });
});

describe('the line', () => {
  test('may cut a message anywhere, one byte at a time', async () => {
    const client = await intake.client();
    const number = control();
    for (const byte of frame(oru({ control: number, patient: newPatient(), text: calm })))
      client.write(Buffer.of(byte));
    expect(await client.next()).toContain(`MSA|AA|${number}`);
    client.cut();
  });

  test('may bring many messages at once; they are answered in order', async () => {
    const client = await intake.client();
    const patient = newPatient();
    const numbers = Array.from({ length: 150 }, control);
    client.write(
      Buffer.concat(numbers.map((number) => frame(oru({ control: number, patient, text: calm })))),
    );
    const answers: string[] = [];
    for (const _number of numbers) answers.push((await client.next()).split('|').at(-1)?.trim() ?? '');
    expect(answers).toEqual(numbers);
    client.cut();
    await intake.settled();
  });
});

describe('in enhanced mode', () => {
  test('a message is committed with CA, and refused with CR', async () => {
    const client = await intake.client();
    const good = oru({ control: control(), patient: newPatient(), text: calm, wants: ['AL', 'NE'] });
    expect(await client.send(good)).toContain('MSA|CA|');
    const bad = good.replace(/PID[^\r]*\r/, '').replace(/\|C\d+\|/, '|CR1|');
    expect(await client.send(bad)).toContain('MSA|CR|CR1|');
    client.cut();
  });

  test('a sender that wants no answer gets none', async () => {
    const client = await intake.client();
    const quiet = { patient: newPatient(), text: calm, wants: ['NE', 'NE'] as const };
    client.write(frame(oru({ control: control(), ...quiet })));
    expect(await client.send(oru({ control: 'LOUD', patient: newPatient(), text: calm }))).toContain(
      'MSA|AA|LOUD',
    );
    client.cut();
  });
});

describe('an admission message', () => {
  test.each(['A01', 'A03', 'A04', 'A08', 'A31'])(
    '%s keeps what the register says of the patient',
    async (trigger) => {
      const patient = newPatient();
      const number = control();
      await sent(adt(trigger, { control: number, patient, name: `De Wachter^${trigger}` }));
      expect(
        await rows(
          `select p.family_name, p.given_name, p.birth_date, p.language from person p
          where p.given_name = $1`,
          [trigger],
        ),
      ).toEqual([
        { family_name: 'De Wachter', given_name: trigger, birth_date: '1944-05-06', language: 'nl' },
      ]);
    },
  );

  test('with a fracture among its diagnoses opens a case', async () => {
    const number = control();
    await sent(adt('A01', { control: number, patient: newPatient(), codes: ['S72.00'] }));
    expect(await casesOf(number)).toMatchObject([{ state: 'to-review' }]);
  });

  test('that tells of a death closes a case that nobody touched', async () => {
    const patient = newPatient();
    await sent(
      oru({ control: control(), patient, order: 'DEAD', text: hip }),
      adt('A08', { control: control(), patient, died: '20261120' }),
    );
    expect(await casesOf('DEAD')).toMatchObject([{ state: 'closed', reason: 'no-longer-eligible' }]);
  });

  test('of yesterday does not undo the name of today', async () => {
    const patient = newPatient();
    await sent(
      adt('A08', { control: control(), patient, name: 'Nieuw^Naam', sentAt: '20261121120000' }),
      adt('A08', { control: control(), patient, name: 'Oud^Naam', sentAt: '20261120120000' }),
    );
    expect(await rows("select family_name from person where family_name in ('Nieuw', 'Oud')")).toEqual([
      { family_name: 'Nieuw' },
    ]);
  });
});

describe('a merge', () => {
  test('brings the reports of both numbers into one record and one case, and later messages too', async () => {
    const [keep, retire] = [newPatient(), newPatient()];
    await sent(
      oru({ control: control(), patient: keep, order: 'MA', text: hip }),
      oru({ control: control(), patient: retire, order: 'MB', text: hip }),
      merge({ control: control(), patient: keep, retired: retire }),
      oru({ control: control(), patient: retire, order: 'MC', text: hip }),
    );
    const people = await rows<{ person_id: number }>(
      "select distinct person_id from report where source_id in ('MA', 'MB', 'MC')",
    );
    expect(people).toHaveLength(1);
    const cases = await casesOf('MA');
    expect(cases.filter(({ state }) => state === 'to-review')).toHaveLength(1);
    expect(cases.find(({ state }) => state === 'to-review')?.news).toContain('person-merged');
  });

  test('that comes before anybody knew the old number still leads it to the right person', async () => {
    const [keep, retire] = [newPatient(), newPatient()];
    await sent(
      merge({ control: control(), patient: keep, retired: retire }),
      oru({ control: control(), patient: retire, order: 'ME1', text: calm }),
      oru({ control: control(), patient: keep, order: 'ME2', text: calm }),
    );
    expect(
      await rows(
        "select count(distinct person_id)::int as people from report where source_id in ('ME1', 'ME2')",
      ),
    ).toEqual([{ people: 1 }]);
  });
});

test('the number of a patient comes with the register, and one that a nurse put right is not undone by the old one', async () => {
  const patient = newPatient();
  const told = (minute: string, phone: string) =>
    adt('A08', { control: control(), patient, phone, sentAt: `202611211${minute}00` });
  const person = `person p join report r using (site_id, person_id) where r.source_id = 'TEL-${patient}'`;
  const phones = () => rows(`select p.phone, p.phone_wrong from ${person}`);
  const earlier = () =>
    rows(
      `select c.content ->> 'phone' as phone from row_copy c
        where c.copied_from = 'person' and c.row_id = (select p.person_id from ${person}) order by c.row_copy_id`,
    );
  await sent(
    oru({
      control: control(),
      patient,
      order: `TEL-${patient}`,
      text: calm,
      phone: '^PRN^Internet^m@v.example~09 000 11 11',
    }),
  );
  expect(await phones()).toEqual([{ phone: '09 000 11 11', phone_wrong: false }]);
  await sent(told('000', '^PRN^PH^^32^9^0002222'));
  expect(await phones()).toEqual([{ phone: '32 9 0002222', phone_wrong: false }]);
  await rows(
    `update person set phone = '0470 00 00 00' where person_id in (select person_id from report where source_id = 'TEL-${patient}') returning 1`,
  );
  await sent(told('010', '^PRN^PH^^32^9^0002222'));
  expect(await phones()).toEqual([{ phone: '0470 00 00 00', phone_wrong: false }]);
  await sent(told('020', '09 000 33 33'));
  expect(await phones()).toEqual([{ phone: '09 000 33 33', phone_wrong: false }]);
  // What the number was before stands as an earlier version; what says nothing new makes none.
  expect(await earlier()).toEqual([{ phone: '09 000 11 11' }, { phone: '0470 00 00 00' }]);
});

test('an appointment is booked, moved and cancelled under its own number', async () => {
  const patient = newPatient();
  const appointment = 'APT-1';
  const of = (trigger: string, minute: string, at?: string) =>
    siu(trigger, {
      control: control(),
      patient,
      appointment,
      sentAt: `202611211${minute}00`,
      ...(at === undefined ? {} : { at }),
    });
  await sent(of('S12', '000'), of('S13', '010', '20261203100000'), of('S14', '020', '20261203110000'));
  const query =
    "select status, starts_at, duration_minutes, place from appointment where source_id = 'APT-1'";
  expect(await rows(query)).toEqual([
    {
      status: 'changed',
      starts_at: new Date('2026-12-03T10:00:00Z'),
      duration_minutes: 30,
      place: 'Polikliniek botgezondheid POLI',
    },
  ]);
  await sent(of('S15', '030', '20261203110000'));
  expect(await rows(query)).toMatchObject([{ status: 'cancelled' }]);
});

test('every message about an appointment is taken in: booked, moved, a room changed, called off, not come', async () => {
  const becomes = {
    S12: 'booked',
    S13: 'changed',
    S14: 'changed',
    S15: 'cancelled',
    S16: 'cancelled',
    S17: 'cancelled',
    S18: 'changed',
    S19: 'changed',
    S20: 'changed',
    S21: 'changed',
    S22: 'changed',
    S26: 'no-show',
  };
  const patient = newPatient();
  for (const trigger of Object.keys(becomes))
    await sent(siu(trigger, { control: control(), patient, appointment: `APT-${trigger}` }));
  const found = await rows(
    "select source_id, status from appointment where source_id like 'APT-S%' order by source_id",
  );
  expect(found).toEqual(
    Object.entries(becomes).map(([trigger, status]) => ({ source_id: `APT-${trigger}`, status })),
  );
});

test('blocked hours of a room are about nobody, and nothing comes of them', async () => {
  await sent(
    siu('S23', { control: control(), patient: newPatient(), appointment: 'APT-ROOM' }),
    siu('S24', { control: control(), patient: newPatient(), appointment: 'APT-ROOM' }),
  );
  expect(await rows("select 1 from appointment where source_id = 'APT-ROOM'")).toEqual([]);
});

test('a change that says "cancelled" calls the appointment off, and each change counts for calendars', async () => {
  const patient = newPatient();
  const of = (trigger: string, minute: string, more: { at?: string; filler?: string } = {}) =>
    siu(trigger, {
      control: control(),
      patient,
      appointment: 'APT-F',
      sentAt: `202611211${minute}00`,
      ...more,
    });
  const query = "select status, calendar_sequence from appointment where source_id = 'APT-F'";
  await sent(of('S12', '000', { at: '20261203100000' }), of('S12', '005', { at: '20261203100000' }));
  expect(await rows(query)).toEqual([{ status: 'booked', calendar_sequence: 0 }]);
  await sent(of('S14', '010', { at: '20261204100000', filler: 'Booked' }));
  expect(await rows(query)).toEqual([{ status: 'changed', calendar_sequence: 1 }]);
  await sent(of('S14', '020', { at: '20261204100000', filler: 'Cancelled' }));
  expect(await rows(query)).toEqual([{ status: 'cancelled', calendar_sequence: 2 }]);
});

test('no log line holds a name, a number or a word of a report', () => {
  expect(intake.logged()).not.toMatch(/PEETERS|MARIA|pertrochantere|P1\b/);
});

describe('a bone densitometry', () => {
  const scansOf = (number: string) =>
    rows(
      `select d.region, d.side, d.bmd_g_cm2 as bmd, d.t_score as t, d.vertebrae_used as used,
              d.vertebrae_excluded as excluded, d.device_maker as maker, d.device_model as model,
              d.device_serial as serial, d.reference_database as reference, d.reference_sex as sex
         from dxa_scan d join inbox_message m on m.inbox_message_id = d.inbox_message_id
        where m.control_id = $1 order by d.dxa_scan_id`,
      [number],
    );

  test('is kept with its device, its vertebrae and its reference, by the words of the sender too', async () => {
    const number = control();
    const message = densitometry({ control: number, patient: newPatient() }, [
      'NM|24966-4^BMD L1-L4^LN||0.812|g/cm2|||||F|||||||H-20417^Horizon W^Hologic',
      'NTE|L2 uitgesloten wegens artefact',
      'NM|38267-1^T-score L1-L4^LN||-2,1||||||F||||||Hologic female|H-20417^Horizon W^Hologic',
      'NM|DXA_TH^BMD totale heup links^L||702|mg/cm2|||||F|||||||H-20417^Horizon W^Hologic',
    ]);
    expect(await sent(message)).toEqual(['AA']);
    const device = { maker: 'hologic', model: 'Horizon W', serial: 'H-20417' };
    expect(await scansOf(number)).toEqual([
      {
        ...device,
        region: 'lumbar-spine',
        side: null,
        bmd: 0.812,
        t: null,
        used: ['L1', 'L3', 'L4'],
        excluded: ['L2'],
        reference: null,
        sex: null,
      },
      {
        ...device,
        region: 'lumbar-spine',
        side: null,
        bmd: null,
        t: -2.1,
        used: ['L1', 'L2', 'L3', 'L4'],
        excluded: null,
        reference: 'Hologic',
        sex: 'female',
      },
      {
        ...device,
        region: 'total-hip',
        side: 'left',
        bmd: 0.702,
        t: null,
        used: null,
        excluded: null,
        reference: null,
        sex: null,
      },
    ]);
    expect(await inboxOf(number)).toMatchObject([{ state: 'processed' }]);
  });

  test('with a T-score of +9 waits for a person with the range, and the rest of it is kept', async () => {
    const number = control();
    const message = densitometry({ control: number, patient: newPatient() }, [
      'NM|38263-0^T-score total hip^LN||9||||||F',
      'NM|38263-0^T-score femoral neck^LN||-2.6||||||F',
    ]);
    expect(await sent(message)).toEqual(['AA']);
    expect(await inboxOf(number)).toMatchObject([
      {
        state: 'quarantined',
        reason: expect.stringContaining('impossible-value: Expected T-score from -8 to 6'),
      },
    ]);
    expect(await scansOf(number)).toMatchObject([{ region: 'femoral-neck', t: -2.6 }]);
  });
});
