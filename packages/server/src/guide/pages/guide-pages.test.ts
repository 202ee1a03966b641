import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FoundCase, foundCase, newUser } from '../../../test/found-case.ts';
import { form } from '../../../test/guide-guest.ts';
import { type TestDatabase, testDatabase } from '../../../test/test-database.ts';
import { type Person, type TestServer, testServer } from '../../../test/test-server.ts';
import { makeGuideLink } from '../access/guide-link.ts';
import { keepHospitalServices } from '../directory/hospital-services.ts';
import { type GuideFacts, noGuideFacts } from '../facts/guide-facts.ts';
import { keepGuideFacts } from '../facts/kept-guide-facts.ts';

let database: TestDatabase;
let server: TestServer;
let nurse: Person;

const texts = {
  spine: 'Recente inzakking van L1.',
  hip: 'Femurhalsfractuur rechts, behandeld met een hemiprothese.',
  wrist: 'Distale radiusfractuur links.',
} as const;

interface Reader {
  readonly found: FoundCase;
  readonly path: string;
  readonly as: { readonly cookie: string };
}

let guests = 0;

async function reader(
  text: string,
  facts: Partial<GuideFacts> = {},
  carer: 'patient' | null = null,
): Promise<Reader> {
  const found = await database.in('gent', (tx) => foundCase(tx, { text }));
  return { found, ...(await entrance(found, facts, carer)) };
}

async function entrance(found: FoundCase, facts: Partial<GuideFacts>, carer: 'patient' | null) {
  const at = server.context.now();
  const made = await database.in('gent', async (tx) => {
    const by = await newUser(tx, `maker-${guests}`, 'Els Verpleeg');
    const kept = await keepGuideFacts(tx, found.id, 0, { ...noGuideFacts, ...facts }, by, at);
    expect(kept.ok).toBe(carer === null);
    return makeGuideLink(tx, server.context.keys, {
      person: found.person,
      case: found.id,
      language: 'nl',
      carer: carer === null ? null : { consentBy: carer, consentOn: '2026-11-20' as never },
      expiresAt: new Date(at.getTime() + 1_000_000_000),
      by,
      at,
    });
  });
  guests += 1;
  const path = `/g/gent/${made.code}`;
  const answer = await server.ask('POST', path, { ...form({ pin: made.pin }), from: `10.1.0.${guests}` });
  const [cookie] = answer.cookies;
  return { path, as: { cookie: `${cookie?.name}=${cookie?.value}` } };
}

async function page({ path, as }: Pick<Reader, 'path' | 'as'>, at: string): Promise<string> {
  const answer = await server.ask('GET', `${path}${at}`, { as });
  expect([at, answer.statusCode]).toEqual([at, 200]);
  return answer.body;
}

async function send(
  { path, as }: Pick<Reader, 'path' | 'as'>,
  at: string,
  fields: Record<string, string>,
): Promise<string> {
  const answer = await server.ask('POST', `${path}${at}`, { ...form(fields), as });
  expect([at, answer.statusCode]).toEqual([at, 303]);
  return String(answer.headers['location']).slice(path.length);
}

beforeAll(async () => {
  database = await testDatabase('gent');
  server = await testServer(database);
  nurse = await server.signedInAs('gent', 'nurse');
});
afterAll(async () => {
  await server.close();
  await database.close();
});

test('every page of a guide opens for a hip, a back and a wrist of which nothing more is known, and says 112', async () => {
  for (const text of Object.values(texts)) {
    const one = await reader(text);
    const all = await page(one, '/alles');
    const links = [...all.matchAll(new RegExp(`href="${one.path}(/[^"]+)"`, 'g'))].map(([, to]) => to ?? '');
    expect(links.length).toBeGreaterThan(10);
    for (const link of new Set(links)) {
      if (link.endsWith('.webmanifest')) continue;
      const body = await page(one, link);
      expect(body).toContain('tel:112');
      expect(body).toContain('<h1>');
      expect(body).not.toMatch(/undefined|\[object|NaN|not-recorded</);
      expect(body).not.toMatch(/<script(?! src)|style="|Peeters|Maria/);
    }
  }
});

test('a hospital without a number is said to have none, and with one it stands on every page', async () => {
  const one = await reader(texts.hip);
  expect(await page(one, '/vandaag')).toContain('Het nummer van uw dienst is niet bekend. Spoed? Bel 112.');
  await database.in('gent', (tx) =>
    keepHospitalServices(
      tx,
      [
        {
          kind: 'fracture-service',
          name: 'Breukdienst',
          phone: '09 000 00 01',
          hours: 'werkdagen 9-17 u',
          place: null,
        },
      ],
      server.context.now(),
    ),
  );
  const today = await page(one, '/vandaag');
  expect(today).toContain('href="tel:090000001"');
  expect(today).toContain('werkdagen 9-17 u');
});

async function replyTo(one: Reader, given: (question: number) => string): Promise<string> {
  let at = await send(one, '/check', {});
  for (let steps = 0; steps < 40 && !at.startsWith('/check/uitslag'); steps += 1) {
    const body = await page(one, at);
    expect(body).not.toContain('checked');
    at = await send(one, at, { answer: given(Number(at.split('/')[2])) });
  }
  return at;
}

test('a red yes ends the check with 112, stands at once before the nurse, and makes one task however often it is sent', async () => {
  const one = await reader(texts.hip);
  const end = await replyTo(one, () => 'yes');
  expect(end).toMatch(/^\/check\/uitslag\/ambulance-now\?e=\d+$/);
  const card = await page(one, end);
  expect(card).toContain('tel:112');
  expect(card).toContain('Het team heeft het nog niet gezien');
  await replyTo(one, () => 'yes');
  const { alarms } = (await server.ask('GET', '/api/guide-alarms', { as: nurse })).json();
  const own = alarms.filter((alarm: { case: number }) => alarm.case === one.found.id);
  expect(own).toHaveLength(2);
  expect(own[0]).toMatchObject({ level: 'ambulance-now', inDoubt: false, byCarer: false });
  expect(own[0].because).toHaveLength(1);
  const { tasks } = (await server.ask('GET', `/api/cases/${one.found.id}`, { as: nurse })).json();
  expect(tasks.map(({ kind }: { kind: string }) => kind)).toEqual(['guide-alarm']);
  await server.ask('POST', `/api/guide-alarms/${own[1].id}/seen`, { as: nurse });
  const entries = [own[0].id, own[1].id].map((id) => page(one, `/check/uitslag/ambulance-now?e=${id}`));
  const [first, second] = await Promise.all(entries);
  expect([first, second].filter((body) => body?.includes('Het team heeft uw antwoord gezien'))).toHaveLength(
    1,
  );
});

test('"I do not know" on a red sign is asked once more, and never gives a milder card than a yes', async () => {
  const one = await reader(texts.spine);
  const begun = await send(one, '/check', {});
  expect(await send(one, begun, { answer: 'unknown' })).toBe('/check/1/nog');
  expect(await send(one, '/check/1/nog', { answer: 'unknown' })).toBe('/check/2');
  const end = await replyTo(one, (question) => (question === 1 ? 'unknown' : 'no'));
  expect(end).toMatch(/^\/check\/uitslag\/ambulance-now\/twijfel\?e=/);
});

test('all answers no is care at home: no task, and nothing before the nurse', async () => {
  const one = await reader(texts.wrist);
  expect(await replyTo(one, () => 'no')).toMatch(/^\/check\/uitslag\/at-home\?e=/);
  const { alarms } = (await server.ask('GET', '/api/guide-alarms', { as: nurse })).json();
  expect(alarms.filter((alarm: { case: number }) => alarm.case === one.found.id)).toEqual([]);
  const { tasks } = (await server.ask('GET', `/api/cases/${one.found.id}`, { as: nurse })).json();
  expect(tasks).toEqual([]);
});

test('a check made without connection is taken once however often the phone sends it', async () => {
  const one = await reader(texts.hip);
  const { questions } = JSON.parse(await page(one, '/check.json'));
  const fields = {
    sentId: 'phone-0123456789',
    at: server.context.now().toISOString(),
    replies: JSON.stringify({ [questions[0].id]: 'yes' }),
  };
  for (let times = 0; times < 3; times += 1) {
    const answer = await server.ask('POST', `${one.path}/check/nagekomen`, { ...form(fields), as: one.as });
    expect(answer.statusCode).toBe(204);
  }
  const { alarms } = (await server.ask('GET', '/api/guide-alarms', { as: nurse })).json();
  expect(alarms.filter((alarm: { case: number }) => alarm.case === one.found.id)).toHaveLength(1);
});

test('a fall in the diary is said to the patient and to the team; an empty day is neither', async () => {
  const one = await reader(texts.hip);
  await send(one, '/dagboek', {});
  expect(await page(one, '/dagboek')).not.toContain('Wij hebben dit aan het team gezegd');
  await send(one, '/dagboek', { pain: '4', fell: 'yes' });
  const diary = await page(one, '/dagboek');
  expect(diary).toContain('U bent gevallen');
  expect(diary).toContain('Wij hebben dit aan het team gezegd');
  expect(diary).toContain('<svg');
  const { tasks } = (await server.ask('GET', `/api/cases/${one.found.id}`, { as: nurse })).json();
  expect(tasks.map(({ kind }: { kind: string }) => kind)).toEqual(['guide-worse']);
});

test('what was ticked stays ticked today and can be unticked', async () => {
  const one = await reader(texts.hip, {
    medication: [
      {
        kind: 'paracetamol',
        name: 'Paracetamol',
        dose: '1 g',
        times: ['08:00'],
        stopOn: 'not-recorded',
        nextOn: 'not-recorded',
      },
    ],
  });
  const what = /name="what" value="([^"]*08:00)"/.exec(await page(one, '/vandaag'))?.[1] ?? '';
  expect(await send(one, '/gedaan', { what, here: '/vandaag' })).toBe('/vandaag');
  expect(await page(one, '/vandaag')).toContain('aria-pressed="true"');
  await send(one, '/gedaan', { what, here: '/vandaag', undone: '1' });
  expect(await page(one, '/vandaag')).not.toContain('aria-pressed="true"');
  expect(await send(one, '/gedaan', { what, here: 'https://elders.example' })).toBe('/vandaag');
});

test('what a patient writes is shown as text and never as a page of its own', async () => {
  const one = await reader(texts.hip);
  await send(one, '/vragen', { text: '<script>alert(1)</script> & "mag ik autorijden?"' });
  const body = await page(one, '/vragen');
  expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;mag ik autorijden?&quot;');
  const strikes = /name="strikes" value="(\d+)"/.exec(body)?.[1] ?? '';
  await send(one, '/vragen', { strikes });
  expect(await page(one, '/vragen')).not.toContain('autorijden');
});

test('the patient reads who looked, and stops a carer from reading along; a carer cannot', async () => {
  const one = await reader(texts.hip);
  const carer = await entrance(one.found, {}, 'patient');
  await server.ask('GET', `/api/cases/${one.found.id}`, { as: nurse });
  const looked = await page(one, '/wie-keek');
  expect(looked).toContain('(verpleegkundige)');
  expect(await page(carer, '/vandaag')).toContain('U leest deze gids als mantelzorger.');
  const link = /name="carer" value="(\d+)"/.exec(looked)?.[1] ?? '';
  await send(carer, '/meelezen/stop', { carer: link });
  expect((await server.ask('GET', `${carer.path}/vandaag`, { as: carer.as })).statusCode).toBe(200);
  await send(one, '/meelezen/stop', { carer: link });
  expect((await server.ask('GET', `${carer.path}/vandaag`, { as: carer.as })).headers['location']).toBe(
    carer.path,
  );
});

test('an appointment comes as a calendar entry that names the hospital and nothing of the patient', async () => {
  const one = await reader(texts.hip, {
    appointments: [{ kind: 'x-ray', on: '2031-03-12' as never, at: '09:30', place: 'Route 12' }],
  });
  expect(await page(one, '/afspraken')).toContain('12 maart');
  const answer = await server.ask('GET', `${one.path}/afspraken/stated-0.ics`, { as: one.as });
  expect(answer.headers['content-type']).toContain('text/calendar');
  expect(answer.body).toContain('DTSTART:20310312T093000\r\n');
  expect(answer.body).toContain('SUMMARY:Afspraak Hospital gent');
  expect(answer.body).not.toMatch(/heup|breuk|Peeters/i);
});

test('how many people die is shown only to who asks for it', async () => {
  const one = await reader(texts.hip);
  const before = await page(one, '/vooruitzicht');
  expect(before).not.toMatch(/van de 1\.?000|van de 100/);
  expect(await page(one, '/vooruitzicht?toon=ja')).not.toBe(before);
});

test('size and colours hold on the next page without script', async () => {
  const one = await reader(texts.hip);
  const answer = await server.ask('POST', `${one.path}/letters`, {
    ...form({ size: '3', contrast: 'strong' }),
    as: one.as,
  });
  const [look] = answer.cookies;
  const as = { cookie: `${one.as.cookie}; ${look?.name}=${look?.value}` };
  expect((await server.ask('GET', `${one.path}/vandaag`, { as })).body).toContain(
    'data-size="3" data-contrast="strong"',
  );
});

const opioid = {
  kind: 'opioid',
  name: 'Oxycodon 5 mg',
  dose: '2 keer per dag',
  times: [],
  stopOn: 'not-recorded',
  nextOn: 'not-recorded',
} as const;

test('a strong painkiller without a last day asks for one, counts the days, and is asked about no more once it ended', async () => {
  const one = await reader(texts.hip, { medication: [opioid] });
  expect(await page(one, '/vandaag')).toContain('Er staat geen stopdag in uw dossier.');
  const here = '/medicijnen';
  expect(await send(one, '/sterke-pijnstiller', { said: 'day', stopOn: '2131-03-12', here })).toBe(here);
  expect(await page(one, here)).toMatch(
    /U schreef op dat u stopt op maandag 12 maart 2131\. Nog \d+ dagen\./,
  );
  await send(one, '/sterke-pijnstiller', { said: 'day', stopOn: 'geen dag', here });
  expect(await page(one, here)).toContain('12 maart 2131');
  await send(one, '/sterke-pijnstiller', { said: 'stopped', here });
  const after = await page(one, here);
  expect(after).toContain('Breng wat over is naar de apotheek.');
  expect(after).not.toContain('Ik ben ermee gestopt');
});

test('a strong painkiller that is still taken after its last day comes before the team, once', async () => {
  const one = await reader(texts.hip, { medication: [{ ...opioid, stopOn: '2020-01-01' as never }] });
  expect(await page(one, '/vandaag')).toContain('Neemt u het nog? Bel vandaag uw huisarts.');
  for (const _twice of [1, 2]) await send(one, '/sterke-pijnstiller', { said: 'still', here: '/vandaag' });
  expect(await page(one, '/vandaag')).toContain('Wij hebben dit aan het team gezegd.');
  const { tasks } = (await server.ask('GET', `/api/cases/${one.found.id}`, { as: nurse })).json();
  expect(tasks.map(({ kind }: { kind: string }) => kind)).toEqual(['guide-worse']);
});

test('three questions see whether the explanation came across; the team reads what to explain again, and no score', async () => {
  const one = await reader(texts.hip);
  expect(await page(one, '/begrepen')).toContain('Dit zijn 3 vragen.');
  for (const number of [1, 2, 3]) {
    const asked = await page(one, `/begrepen/${number}`);
    const options = [...asked.matchAll(/name="keuze" value="(\d)">([^<]*)</g)];
    const right = options.find(([, , text]) => /^(Ik bel|Om een volgende)/.test(text ?? ''))?.[1] ?? '';
    const chosen = number === 2 ? options.find(([, value]) => value !== right)?.[1] : right;
    const told = await send(one, `/begrepen/${number}`, { keuze: chosen ?? '' });
    expect(await page(one, told)).toContain(number === 2 ? 'Niet helemaal.' : 'Ja, dat klopt.');
  }
  const { said } = (await server.ask('GET', `/api/cases/${one.found.id}/guide`, { as: nurse })).json();
  expect(said.teachBack).toEqual({ answered: 3, again: ['Uw wond lekt en is rood. Wat doet u?'] });
});

test('what is ticked on a list stays ticked on the next day, an exercise does not; the team sees what is not ready', async () => {
  const one = await reader(texts.hip, { place: 'hospital' });
  const list =
    /name="what" value="(list:discharge\.ready:[^"]*)"/.exec(await page(one, '/naar-huis'))?.[1] ?? '';
  await send(one, '/gedaan', { what: list, here: '/naar-huis' });
  await send(one, '/gedaan', { what: 'exercise:ankle-pump', here: '/vandaag' });
  server.later(24 * 60 * 60 * 1_000);
  nurse = await server.signedInAs('gent', 'nurse');
  expect(await page(one, '/naar-huis')).toContain('aria-pressed="true"');
  expect(await page(one, '/vandaag')).toContain('0 gedaan vandaag');
  const { said } = (await server.ask('GET', `/api/cases/${one.found.id}/guide`, { as: nurse })).json();
  expect(said.goingHome.ready).toBe(1);
  expect(said.goingHome.open).toContain('Ik weet wie ik bel.');
});

test('a decision aid is shown where the choice is open, and what was weighed reaches the doctor', async () => {
  const one = await reader(texts.spine, { treatment: { kind: 'conservative' } });
  const list = await page(one, '/keuzes');
  expect(list).toContain('Korset of cement');
  expect(list).not.toContain('heupprothese');
  const aid = '/keuzes/vertebral-brace-cement';
  expect(await page(one, aid)).toContain('Ga nu naar de spoed of bel 112.');
  const fields = { 'weight-0': '9', 'weight-1': 'veel', leaning: 'no-brace', questions: 'Hoe lang nog?' };
  expect(await send(one, aid, fields)).toBe(`${aid}#samenvatting`);
  const { said } = (await server.ask('GET', `/api/cases/${one.found.id}/guide`, { as: nurse })).json();
  expect(said.weighed[0].text).toContain('- Ik wil geen ingreep. 9 op 10');
  expect(said.weighed[0].text).toContain('niet gewogen');
  expect(said.weighed[0].text).toContain('Neigt naar: Pijnstilling en oefenen');
  expect(await send(one, '/keuzes/hip-fixation', fields)).toBe('/keuzes');
});

test('a decision aid goes question by question, and of many options a few can be laid beside each other', async () => {
  const spine = await reader(texts.spine, { treatment: { kind: 'conservative' } });
  const few = await page(spine, '/keuzes/vertebral-brace-cement');
  expect(few).toContain('Vraag 1 van 12');
  expect(few.match(/class="grid-row"/g)).toHaveLength(12);
  expect(few).toContain('href="#vraag-2">Volgende vraag: Nadelen');
  expect(few).not.toContain('type="checkbox"');
  const many = await page(spine, '/keuzes/bone-medicine');
  const picks = [...many.matchAll(/<input type="checkbox" class="pick pick-(\d)"/g)].map(([, n]) => n);
  expect(picks).toEqual(['1', '2', '3', '4']);
  for (const n of picks) expect(many).toContain(`class="option option-${n}"`);
  expect(many).toContain('id="telt"');
});

test('a bone medicine on the list closes that choice; a list that nobody took up leaves it open', async () => {
  const open = await reader(texts.hip);
  expect(await page(open, '/botten')).toContain('/keuzes/bone-medicine');
  const chosen = await reader(texts.hip, { medication: [{ ...opioid, kind: 'bone-drug-tablet' }] });
  expect(await page(chosen, '/botten')).not.toContain('/keuzes/bone-medicine');
});

test('the nurse prints the paper guide from the case for the right patient alone, and the patient gets the same', async () => {
  const one = await reader(texts.hip);
  const url = `/api/cases/${one.found.id}/guide/paper`;
  const ask = (body: unknown): ReturnType<TestServer['ask']> => server.ask('POST', url, { as: nurse, body });
  const wrong = await ask({ confirm: '1900-01-01', language: 'nl', link: null });
  expect(wrong.statusCode).toBe(422);
  const { asks, links } = (await server.ask('GET', `/api/cases/${one.found.id}/guide`, { as: nurse })).json();
  const { birth_date: born, family_name: family } = await database.in('gent', ({ db }) =>
    db
      .selectFrom('person')
      .select(['birth_date', 'family_name'])
      .where('person_id', '=', one.found.person)
      .executeTakeFirstOrThrow(),
  );
  const confirm = asks === 'birth-date' ? born : family;
  const printed = await ask({ confirm, language: 'fr', link: links[0].id });
  expect([printed.statusCode, printed.headers['content-type']]).toEqual([200, 'application/pdf']);
  expect((await ask({ confirm, language: 'nl', link: 999_999 })).statusCode).toBe(404);
  const own = await server.ask('GET', `${one.path}/papier.pdf`, { as: one.as });
  expect(own.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
  expect(own.headers['content-disposition']).not.toMatch(/Peeters|Maria|heup/i);
});

/** The advice that a page of "thuis" shows: the lines that are not hidden. */
function shownAdvice(body: string): readonly string[] {
  return [...body.matchAll(/<li class="keep"([^>]*)>.*?value="list:home:([a-z.-]+)"/g)].flatMap(
    ([, attributes = '', id = '']) => (attributes.includes('hidden') ? [] : [id]),
  );
}

test('the check of home and aids shows what fits by the answers, and the team reads it; what is open is said', async () => {
  const one = await reader(texts.hip, {
    treatment: { kind: 'operation', operation: 'half-prosthesis', on: 'not-recorded' },
  });
  const before = await page(one, '/thuis');
  expect(shownAdvice(before)).toEqual(['aid.reacher', 'aid.shoehorn']);
  expect(before).not.toContain(' checked');
  expect(await send(one, '/thuis', { stands: 'no', rugs: 'yes', dizzy: 'nonsense', other: 'yes' })).toBe(
    '/thuis#past',
  );
  const after = await page(one, '/thuis');
  expect(shownAdvice(after)).toEqual([
    'aid.grab-rails',
    'aid.toilet-raiser',
    'aid.firm-chair',
    'aid.reacher',
    'aid.shoehorn',
    'house.rugs',
  ]);
  expect(after).toContain('U antwoordde nog niet op alles.');
  await send(one, '/thuis', { stands: 'yes' });
  const { said } = (await server.ask('GET', `/api/cases/${one.found.id}/guide`, { as: nurse })).json();
  expect(said.atHome).toEqual(['Leg losse matjes weg.']);
});

test('a reader changes the language, and sees that German is not there yet', async () => {
  const one = await reader(texts.hip);
  const own = await page(one, '/letters');
  expect(own).toContain('Deutsch: bestaat nog niet.');
  expect(await send(one, '/letters', { size: '1', contrast: 'auto', language: 'fr' })).toBe('/vandaag');
  expect(await page(one, '/vandaag')).toContain('<html lang="fr"');
  await send(one, '/letters', { size: '1', contrast: 'auto', language: 'de' });
  expect(await page(one, '/vandaag')).toContain('<html lang="fr"');
  expect(JSON.parse(await page(one, '/bewaar.json')).day).toMatch(/^\d{4}-\d\d-\d\d fr$/);
});

test('whoever comes with a browser in German is told so in German, before the PIN', async () => {
  const one = await reader(texts.hip);
  const asked = (language: string) =>
    server.ask('GET', one.path, { headers: { 'accept-language': language } });
  expect((await asked('de-BE,de;q=0.9,fr;q=0.7')).body).toContain('noch nicht auf Deutsch');
  expect((await asked('nl-BE,de;q=0.5')).body).not.toContain('Deutsch');
});

test('an aid tells its test in full: what follows, what too much would mean, and how far to trust it', async () => {
  const one = await reader(texts.hip);
  const aid = await page(one, '/keuzes/bone-medicine');
  for (const heading of ['Als men iets vindt', 'Als men niets vindt', 'Kan men te veel vinden?'])
    expect(aid).toContain(`<dt>${heading}</dt>`);
  expect(aid).toContain('Kan de test zich vergissen?');
});

test('a page comes compressed to who takes it, and a home screen gets its icon', async () => {
  const one = await reader(texts.hip);
  const small = await server.ask('GET', one.path, { headers: { 'accept-encoding': 'gzip' } });
  expect(small.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(small.rawPayload).toString()).toContain('Uw pincode');
  const plain = await server.ask('GET', one.path);
  expect(plain.headers['content-encoding']).toBeUndefined();
  const icon = /rel="apple-touch-icon" href="([^"]+)"/.exec(plain.body)?.[1] ?? '';
  const png = await server.ask('GET', icon);
  expect([png.statusCode, png.headers['content-type']]).toEqual([200, 'image/png']);
  expect(png.rawPayload.subarray(1, 4).toString()).toBe('PNG');
  const { icons } = JSON.parse(await page(one, '/app.webmanifest'));
  expect(icons.map(({ sizes }: { sizes: string }) => sizes)).toEqual([
    'any',
    '180x180',
    '192x192',
    '512x512',
  ]);
});

test('"Alles op een rij" leads to every part of the guide once, in four groups', async () => {
  const one = await reader(texts.spine);
  const all = await page(one, '/alles');
  const main = all.slice(all.indexOf('<main'), all.indexOf('</main>'));
  const links = [...main.matchAll(new RegExp(`href="${one.path}/([^"]+)"`, 'g'))].map(([, to]) => to ?? '');
  expect(new Set(links).size).toBe(links.length);
  const { pages } = JSON.parse(await page(one, '/bewaar.json'));
  const parts = pages
    .map((each: string) => each.slice(one.path.length + 1))
    .filter((each: string) => !/\/|\.json$|^alles$/.test(each));
  expect(parts.filter((each: string) => !links.includes(each))).toEqual([]);
  expect(main.match(/<h2>/g)).toHaveLength(4);
});

test.each([
  ['avascular-necrosis', 'before-collapse', 'avasculaire necrose'],
  ['hip-osteoarthritis', 'not-recorded', 'artrose'],
] as const)(
  'the team makes a guide about %s: every page opens, no word of the fracture, and a choice is open',
  async (about, necrosisStage, word) => {
    const one = await reader(texts.hip, { about, necrosisStage, diagnosedOn: '2026-11-01' as never });
    const { pages } = JSON.parse(await page(one, '/bewaar.json'));
    for (const at of pages) {
      const body = await page(one, at.slice(one.path.length));
      if (at.endsWith('.json')) continue;
      expect(body).toContain('tel:112');
      expect(body).not.toMatch(/undefined|\[object|NaN|Dag van uw breuk/);
    }
    const what = (await page(one, '/wat-is-gebeurd')).toLowerCase();
    expect(what).toContain(word);
    expect(what).not.toContain('dijbeen gebroken');
    expect(await page(one, '/keuzes')).toContain('/keuzes/');
    const paper = await server.ask('GET', `${one.path}/papier.pdf`, { as: one.as });
    expect(paper.statusCode).toBe(200);
  },
);
