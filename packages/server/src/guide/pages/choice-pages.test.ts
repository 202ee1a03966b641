// Decision aids in a guide: shown where the choice is open, and what was weighed reaches the doctor.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { fractures, type GuideHospital, guideHospital } from '../../../test/guide-hospital.ts';

let hospital: GuideHospital;

beforeAll(async () => {
  hospital = await guideHospital();
});
afterAll(() => hospital.close());

test('a decision aid is shown where the choice is open, and what was weighed reaches the doctor', async () => {
  const one = await hospital.reader(fractures.spine, { treatment: { kind: 'conservative' } });
  const list = await hospital.page(one, '/keuzes');
  expect(list).toContain('Korset of cement');
  expect(list).not.toContain('heupprothese');
  const aid = '/keuzes/vertebral-brace-cement';
  expect(await hospital.page(one, aid)).toContain('Ga nu naar de spoed of bel 112.');
  const fields = { 'weight-0': '9', 'weight-1': 'veel', leaning: 'no-brace', questions: 'Hoe lang nog?' };
  expect(await hospital.send(one, aid, fields)).toBe(`${aid}#samenvatting`);
  const { said } = (
    await hospital.server.ask('GET', `/api/cases/${one.found.id}/guide`, { as: hospital.nurse })
  ).json();
  expect(said.weighed[0].text).toContain('- Ik wil geen ingreep. 9 op 10');
  expect(said.weighed[0].text).toContain('niet gewogen');
  expect(said.weighed[0].text).toContain('Neigt naar: Pijnstilling en oefenen');
  expect(await hospital.send(one, '/keuzes/hip-fixation', fields)).toBe('/keuzes');
});

test('a decision aid goes question by question, and of many options a few can be laid beside each other', async () => {
  const spine = await hospital.reader(fractures.spine, { treatment: { kind: 'conservative' } });
  const few = await hospital.page(spine, '/keuzes/vertebral-brace-cement');
  expect(few).toContain('Vraag 1 van 12');
  expect(few.match(/class="grid-row"/g)).toHaveLength(12);
  expect(few).toContain('href="#vraag-2">Volgende vraag: Nadelen');
  expect(few).not.toContain('type="checkbox"');
  const many = await hospital.page(spine, '/keuzes/bone-medicine');
  const picks = [...many.matchAll(/<input type="checkbox" class="pick pick-(\d)"/g)].map(([, n]) => n);
  expect(picks).toEqual(['1', '2', '3', '4']);
  for (const n of picks) expect(many).toContain(`class="option option-${n}"`);
  expect(many).toContain('id="telt"');
});

test('a bone medicine on the list closes that choice; a list that nobody took up leaves it open', async () => {
  const open = await hospital.reader(fractures.hip);
  expect(await hospital.page(open, '/botten')).toContain('/keuzes/bone-medicine');
  const chosen = await hospital.reader(fractures.hip, {
    medication: [
      {
        kind: 'bone-drug-tablet',
        name: 'Alendronaat',
        dose: '70 mg',
        times: [],
        stopOn: 'not-recorded',
        nextOn: 'not-recorded',
      },
    ],
  });
  expect(await hospital.page(chosen, '/botten')).not.toContain('/keuzes/bone-medicine');
});

test('an aid tells its test in full: what follows, what too much would mean, and how far to trust it', async () => {
  const one = await hospital.reader(fractures.hip);
  const aid = await hospital.page(one, '/keuzes/bone-medicine');
  for (const heading of ['Als men iets vindt', 'Als men niets vindt', 'Kan men te veel vinden?'])
    expect(aid).toContain(`<dt>${heading}</dt>`);
  expect(aid).toContain('Kan de test zich vergissen?');
});
