// What readers arrange for themselves, and what is shown to nobody who did not ask.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { form } from '../../../test/guide-guest.ts';
import { fractures, type GuideHospital, guideHospital } from '../../../test/guide-hospital.ts';

let hospital: GuideHospital;

beforeAll(async () => {
  hospital = await guideHospital();
});
afterAll(() => hospital.close());

test('the patient reads who looked, and stops a carer from reading along; a carer cannot', async () => {
  const one = await hospital.reader(fractures.hip);
  const carer = await hospital.carerOf(one);
  await hospital.server.ask('GET', `/api/cases/${one.found.id}`, { as: hospital.nurse });
  const looked = await hospital.page(one, '/wie-keek');
  expect(looked).toContain('(verpleegkundige)');
  expect(await hospital.page(carer, '/vandaag')).toContain('U leest deze gids als mantelzorger.');
  const link = /name="carer" value="(\d+)"/.exec(looked)?.[1] ?? '';
  await hospital.send(carer, '/meelezen/stop', { carer: link });
  expect((await hospital.server.ask('GET', `${carer.path}/vandaag`, { as: carer.as })).statusCode).toBe(200);
  await hospital.send(one, '/meelezen/stop', { carer: link });
  expect(
    (await hospital.server.ask('GET', `${carer.path}/vandaag`, { as: carer.as })).headers['location'],
  ).toBe(carer.path);
});

test('an appointment comes as a calendar entry that names the hospital and nothing of the patient', async () => {
  const one = await hospital.reader(fractures.hip, {
    appointments: [{ kind: 'x-ray', on: '2031-03-12' as never, at: '09:30', place: 'Route 12' }],
  });
  expect(await hospital.page(one, '/afspraken')).toContain('12 maart');
  const answer = await hospital.server.ask('GET', `${one.path}/afspraken/stated-0.ics`, { as: one.as });
  expect(answer.headers['content-type']).toContain('text/calendar');
  expect(answer.body).toContain('DTSTART:20310312T093000\r\n');
  expect(answer.body).toContain('SUMMARY:Afspraak Hospital gent');
  expect(answer.body).not.toMatch(/heup|breuk|Peeters/i);
});

test('an appointment that is fetched again moves its entry in the calendar and adds none, also when others were taken away', async () => {
  const kept = { id: 'afspraak-twee', kind: 'surgeon', on: '2031-04-01', at: '10:00', place: 'Route 3' };
  const other = { ...kept, id: 'afspraak-een', on: '2031-03-01' };
  const one = await hospital.reader(fractures.hip, { appointments: [other, kept] as never });
  const entry = async (): Promise<readonly (string | undefined)[]> => {
    const name = 'stated-afspraak-twee.ics';
    const { body } = await hospital.server.ask('GET', `${one.path}/afspraken/${name}`, { as: one.as });
    return ['UID', 'SEQUENCE', 'DTSTART'].map((part) => new RegExp(`^${part}:(.*)\r$`, 'm').exec(body)?.[1]);
  };
  const [uid, sequence, start] = await entry();
  expect([sequence, start]).toEqual(['1', '20310401T100000']);
  const guide = `/api/cases/${one.found.id}/guide`;
  const { facts, version } = (await hospital.server.ask('GET', guide, { as: hospital.nurse })).json();
  const moved = await hospital.server.ask('PUT', guide, {
    as: hospital.nurse,
    body: { onVersion: version, facts: { ...facts, appointments: [{ ...kept, on: '2031-04-08' }] } },
  });
  expect(moved.statusCode).toBeLessThan(300);
  expect(await entry()).toEqual([uid, '2', '20310408T100000']);
});

test('an appointment that was booked has one name and one count, in the patient’s calendar and in the team’s', async () => {
  const one = await hospital.reader(fractures.hip);
  const { appointment_id: id } = await hospital.database.in('gent', (tx) =>
    tx.db
      .insertInto('appointment')
      .values({
        site_id: 'gent',
        person_id: one.found.person,
        source_system: 'test',
        source_id: 'booked',
        status: 'changed',
        starts_at: new Date('2131-03-12T08:30:00Z'),
        calendar_sequence: 3,
      })
      .returning('appointment_id')
      .executeTakeFirstOrThrow(),
  );
  const ofPatient = await hospital.server.ask('GET', `${one.path}/afspraken/booked-${id}.ics`, {
    as: one.as,
  });
  const ofTeam = await hospital.server.ask('GET', `/api/appointments/${id}/calendar`, { as: hospital.nurse });
  for (const { body } of [ofPatient, ofTeam]) {
    expect(body).toContain(`UID:gent-appointment-${id}\r\n`);
    expect(body).toContain('SEQUENCE:3\r\n');
  }
});

test('a dose that was arranged stands among the appointments, and beside the medicine, and comes as the team’s own entry', async () => {
  const one = await hospital.reader(fractures.hip, {
    medication: [
      {
        kind: 'bone-drug-injection',
        name: 'zoledronaat',
        dose: 'not-recorded',
        times: [],
        stopOn: 'not-recorded',
        nextOn: 'not-recorded',
      },
    ],
  });
  expect(await hospital.page(one, '/medicijnen')).toContain('is niet bekend');
  const { injection_id: id } = await hospital.database.in('gent', (tx) =>
    tx.db
      .insertInto('injection')
      .values({
        site_id: 'gent',
        person_id: one.found.person,
        fls_case_id: one.found.id,
        medicine_atc: 'M05BA08',
        due_on: '2131-03-01' as never,
        arranged_on: '2131-03-12' as never,
        calendar_sequence: 2,
      })
      .returning('injection_id')
      .executeTakeFirstOrThrow(),
  );
  expect(await hospital.page(one, '/afspraken')).toContain('Prik of infuus voor uw botten');
  expect(await hospital.page(one, '/medicijnen')).toContain(
    'Uw volgende prik of infuus is op maandag 12 maart',
  );
  const answer = await hospital.server.ask('GET', `${one.path}/afspraken/dose-${id}.ics`, { as: one.as });
  expect(answer.body).toContain(`UID:gent-dose-${id}\r\n`);
  expect(answer.body).toContain('SEQUENCE:2\r\n');
  expect(answer.headers['content-disposition']).toContain('afspraak.ics');
});

test('how many people die is shown only to who asks for it', async () => {
  const one = await hospital.reader(fractures.hip);
  const before = await hospital.page(one, '/vooruitzicht');
  expect(before).not.toMatch(/van de 1\.?000|van de 100/);
  expect(await hospital.page(one, '/vooruitzicht?toon=ja')).not.toBe(before);
});

test('size and colours hold on the next page without script', async () => {
  const one = await hospital.reader(fractures.hip);
  const answer = await hospital.server.ask('POST', `${one.path}/letters`, {
    ...form({ size: '3', contrast: 'strong' }),
    as: one.as,
  });
  const [look] = answer.cookies;
  const as = { cookie: `${one.as.cookie}; ${look?.name}=${look?.value}` };
  expect((await hospital.server.ask('GET', `${one.path}/vandaag`, { as })).body).toContain(
    'data-size="3" data-contrast="strong"',
  );
});

test('a reader changes the language, and sees that German is not there yet', async () => {
  const one = await hospital.reader(fractures.hip);
  const own = await hospital.page(one, '/letters');
  expect(own).toContain('Deutsch: bestaat nog niet.');
  expect(await hospital.send(one, '/letters', { size: '1', contrast: 'auto', language: 'fr' })).toBe(
    '/vandaag',
  );
  expect(await hospital.page(one, '/vandaag')).toContain('<html lang="fr"');
  await hospital.send(one, '/letters', { size: '1', contrast: 'auto', language: 'de' });
  expect(await hospital.page(one, '/vandaag')).toContain('<html lang="fr"');
  expect(JSON.parse(await hospital.page(one, '/bewaar.json')).day).toMatch(/^\d{4}-\d\d-\d\d fr$/);
});

test('whoever comes with a browser in German is told so in German, before the PIN', async () => {
  const one = await hospital.reader(fractures.hip);
  const asked = (language: string) =>
    hospital.server.ask('GET', one.path, { headers: { 'accept-language': language } });
  expect((await asked('de-BE,de;q=0.9,fr;q=0.7')).body).toContain('noch nicht auf Deutsch');
  expect((await asked('nl-BE,de;q=0.5')).body).not.toContain('Deutsch');
});
