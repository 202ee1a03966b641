// Every page of a guide, whatever it is about and however little is known, and how it comes over the line.

import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fractures, type GuideHospital, guideHospital } from '../../../test/guide-hospital.ts';
import { keepHospitalServices } from '../directory/hospital-services.ts';

let hospital: GuideHospital;

beforeAll(async () => {
  hospital = await guideHospital();
});
afterAll(() => hospital.close());

test('every page of a guide opens for a hip, a back and a wrist of which nothing more is known, and says 112', async () => {
  for (const text of Object.values(fractures)) {
    const one = await hospital.reader(text);
    const all = await hospital.page(one, '/alles');
    const links = [...all.matchAll(new RegExp(`href="${one.path}(/[^"]+)"`, 'g'))].map(([, to]) => to ?? '');
    expect(links.length).toBeGreaterThan(10);
    for (const link of new Set(links)) {
      if (link.endsWith('.webmanifest')) continue;
      const body = await hospital.page(one, link);
      expect(body).toContain('tel:112');
      expect(body).toContain('<h1>');
      expect(body).not.toMatch(/undefined|\[object|NaN|not-recorded</);
      expect(body).not.toMatch(/<script(?! src)|style="|Peeters|Maria/);
    }
  }
});

test('a hospital without a number is said to have none, and with one it stands on every page', async () => {
  const one = await hospital.reader(fractures.hip);
  expect(await hospital.page(one, '/vandaag')).toContain(
    'Het nummer van uw dienst is niet bekend. Spoed? Bel 112.',
  );
  await hospital.database.in('gent', (tx) =>
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
      hospital.server.context.now(),
    ),
  );
  const today = await hospital.page(one, '/vandaag');
  expect(today).toContain('href="tel:090000001"');
  expect(today).toContain('werkdagen 9-17 u');
});

test('a page comes compressed to who takes it, and a home screen gets its icon', async () => {
  const one = await hospital.reader(fractures.hip);
  const small = await hospital.server.ask('GET', one.path, { headers: { 'accept-encoding': 'gzip' } });
  expect(small.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(small.rawPayload).toString()).toContain('Uw pincode');
  const plain = await hospital.server.ask('GET', one.path);
  // The first page of all needs one answer: its style is in it, and it fits the packets of a first reply.
  expect(plain.body).toContain('<style>');
  expect(plain.body.match(/rel="stylesheet" href="[^"]+" media="not all"/g)).toHaveLength(1);
  expect(plain.body.match(/rel="stylesheet"/g)).toHaveLength(1);
  expect(small.rawPayload.length).toBeLessThan(14_000);
  expect(plain.headers['content-encoding']).toBeUndefined();
  const style = /rel="stylesheet" href="([^"]+)" media="not all"/.exec(plain.body)?.[1] ?? '';
  expect(await hospital.page(one, '/vandaag')).toContain(`<link rel="stylesheet" href="${style}">`);
  const sheet = await hospital.server.ask('GET', style);
  expect(sheet.headers['cache-control']).toContain('immutable');
  expect((await hospital.server.ask('GET', '/guide/guide.css')).headers['cache-control']).toContain('3600');
  const icon = /rel="apple-touch-icon" href="([^"]+)"/.exec(plain.body)?.[1] ?? '';
  const png = await hospital.server.ask('GET', icon);
  expect([png.statusCode, png.headers['content-type']]).toEqual([200, 'image/png']);
  expect(png.rawPayload.subarray(1, 4).toString()).toBe('PNG');
  const { icons } = JSON.parse(await hospital.page(one, '/app.webmanifest'));
  expect(icons.map(({ sizes }: { sizes: string }) => sizes)).toEqual([
    'any',
    '180x180',
    '192x192',
    '512x512',
  ]);
});

test('before every exercise stand the red signs, and after it when to stop', async () => {
  const one = await hospital.reader(fractures.spine, { treatment: { kind: 'conservative' } });
  const list = await hospital.page(one, '/oefeningen');
  const numbers = [...list.matchAll(/oefeningen\/(\d+)"/g)].map(([, number]) => number);
  expect(new Set(numbers).size).toBeGreaterThan(4);
  for (const number of new Set(numbers)) {
    const body = await hospital.page(one, `/oefeningen/${number}`);
    expect(body.indexOf('doof tussen uw benen')).toBeGreaterThan(0);
    expect(body.indexOf('doof tussen uw benen')).toBeLessThan(body.indexOf('class="exercise'));
    expect(body).toContain('<strong>Stop');
  }
});

test('"Alles op een rij" leads to every part of the guide once, in four groups', async () => {
  const one = await hospital.reader(fractures.spine);
  const all = await hospital.page(one, '/alles');
  const main = all.slice(all.indexOf('<main'), all.indexOf('</main>'));
  const links = [...main.matchAll(new RegExp(`href="${one.path}/([^"]+)"`, 'g'))].map(([, to]) => to ?? '');
  expect(new Set(links).size).toBe(links.length);
  const { pages } = JSON.parse(await hospital.page(one, '/bewaar.json'));
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
    const one = await hospital.reader(fractures.hip, {
      about,
      necrosisStage,
      diagnosedOn: '2026-11-01' as never,
    });
    const { pages } = JSON.parse(await hospital.page(one, '/bewaar.json'));
    for (const at of pages) {
      const body = await hospital.page(one, at.slice(one.path.length));
      if (at.endsWith('.json')) continue;
      expect(body).toContain('tel:112');
      expect(body).not.toMatch(/undefined|\[object|NaN|Dag van uw breuk/);
    }
    const what = (await hospital.page(one, '/wat-is-gebeurd')).toLowerCase();
    expect(what).toContain(word);
    expect(what).not.toContain('dijbeen gebroken');
    // The fracture was on the right; nobody said which hip is ill.
    expect(what).not.toContain('rechter');
    expect(await hospital.page(one, '/vandaag')).toContain(
      'De kant, links of rechts, staat niet in uw dossier.',
    );
    expect(await hospital.page(one, '/keuzes')).toContain('/keuzes/');
    const paper = await hospital.server.ask('GET', `${one.path}/papier.pdf`, { as: one.as });
    expect(paper.statusCode).toBe(200);
  },
);
