// What a patient writes, ticks and answers: it stays, and what the team must know reaches the team.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { fractures, type GuideHospital, guideHospital } from '../../../test/guide-hospital.ts';

let hospital: GuideHospital;

beforeAll(async () => {
  hospital = await guideHospital();
});
afterAll(() => hospital.close());

test('a fall in the diary is said to the patient and to the team; an empty day is neither', async () => {
  const one = await hospital.reader(fractures.hip);
  await hospital.send(one, '/dagboek', {});
  expect(await hospital.page(one, '/dagboek')).not.toContain('Wij hebben dit aan het team gezegd');
  // A button that is pressed twice.
  const pressed = [1, 2].map(() => hospital.send(one, '/dagboek', { pain: '4', fell: 'yes' }));
  await Promise.all(pressed);
  const diary = await hospital.page(one, '/dagboek');
  expect(diary).toContain('U bent gevallen');
  expect(diary).toContain('Wij hebben dit aan het team gezegd');
  expect(diary).toContain('<svg');
  const { tasks } = (
    await hospital.server.ask('GET', `/api/cases/${one.found.id}`, { as: hospital.nurse })
  ).json();
  expect(tasks.map(({ kind }: { kind: string }) => kind)).toEqual(['guide-worse']);
});

test('what was ticked stays ticked today and can be unticked', async () => {
  const one = await hospital.reader(fractures.hip, {
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
  const what = /name="what" value="([^"]*08:00)"/.exec(await hospital.page(one, '/vandaag'))?.[1] ?? '';
  expect(await hospital.send(one, '/gedaan', { what, here: '/vandaag' })).toBe('/vandaag');
  expect(await hospital.page(one, '/vandaag')).toContain('aria-pressed="true"');
  await hospital.send(one, '/gedaan', { what, here: '/vandaag', undone: '1' });
  expect(await hospital.page(one, '/vandaag')).not.toContain('aria-pressed="true"');
  expect(await hospital.send(one, '/gedaan', { what, here: 'https://elders.example' })).toBe('/vandaag');
});

test('what a patient writes is shown as text and never as a page of its own', async () => {
  const one = await hospital.reader(fractures.hip);
  await hospital.send(one, '/vragen', { text: '<script>alert(1)</script> & "mag ik autorijden?"' });
  const body = await hospital.page(one, '/vragen');
  expect(body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;mag ik autorijden?&quot;');
  const strikes = /name="strikes" value="(\d+)"/.exec(body)?.[1] ?? '';
  await hospital.send(one, '/vragen', { strikes });
  expect(await hospital.page(one, '/vragen')).not.toContain('autorijden');
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
  const one = await hospital.reader(fractures.hip, { medication: [opioid] });
  expect(await hospital.page(one, '/vandaag')).toContain('Er staat geen stopdag in uw dossier.');
  const here = '/medicijnen';
  expect(await hospital.send(one, '/sterke-pijnstiller', { said: 'day', stopOn: '2131-03-12', here })).toBe(
    here,
  );
  expect(await hospital.page(one, here)).toMatch(
    /U schreef op dat u stopt op maandag 12 maart 2131\. Nog \d+ dagen\./,
  );
  await hospital.send(one, '/sterke-pijnstiller', { said: 'day', stopOn: 'geen dag', here });
  expect(await hospital.page(one, here)).toContain('12 maart 2131');
  await hospital.send(one, '/sterke-pijnstiller', { said: 'stopped', here });
  const after = await hospital.page(one, here);
  expect(after).toContain('Breng wat over is naar de apotheek.');
  expect(after).not.toContain('Ik ben ermee gestopt');
});

test('a strong painkiller that is still taken after its last day comes before the team, once', async () => {
  const one = await hospital.reader(fractures.hip, {
    medication: [{ ...opioid, stopOn: '2020-01-01' as never }],
  });
  expect(await hospital.page(one, '/vandaag')).toContain('Neemt u het nog? Bel vandaag uw huisarts.');
  for (const _twice of [1, 2])
    await hospital.send(one, '/sterke-pijnstiller', { said: 'still', here: '/vandaag' });
  expect(await hospital.page(one, '/vandaag')).toContain('Wij hebben dit aan het team gezegd.');
  const { tasks } = (
    await hospital.server.ask('GET', `/api/cases/${one.found.id}`, { as: hospital.nurse })
  ).json();
  expect(tasks.map(({ kind }: { kind: string }) => kind)).toEqual(['guide-worse']);
});

test('three questions see whether the explanation came across; the team reads what to explain again, and no score', async () => {
  const one = await hospital.reader(fractures.hip);
  expect(await hospital.page(one, '/begrepen')).toContain('Dit zijn 3 vragen.');
  for (const number of [1, 2, 3]) {
    const asked = await hospital.page(one, `/begrepen/${number}`);
    const options = [...asked.matchAll(/name="keuze" value="(\d)">([^<]*)</g)];
    const right = options.find(([, , text]) => /^(Ik bel|Om een volgende)/.test(text ?? ''))?.[1] ?? '';
    const chosen = number === 2 ? options.find(([, value]) => value !== right)?.[1] : right;
    const told = await hospital.send(one, `/begrepen/${number}`, { keuze: chosen ?? '' });
    expect(await hospital.page(one, told)).toContain(number === 2 ? 'Niet helemaal.' : 'Ja, dat klopt.');
  }
  const { said } = (
    await hospital.server.ask('GET', `/api/cases/${one.found.id}/guide`, { as: hospital.nurse })
  ).json();
  expect(said.teachBack).toEqual({ answered: 3, again: ['Uw wond lekt en is rood. Wat doet u?'] });
});

/** The advice that a page of "thuis" shows: the lines that are not hidden. */
function shownAdvice(body: string): readonly string[] {
  return [...body.matchAll(/<li class="keep"([^>]*)>.*?value="list:home:([a-z.-]+)"/g)].flatMap(
    ([, attributes = '', id = '']) => (attributes.includes('hidden') ? [] : [id]),
  );
}

test('the check of home and aids shows what fits by the answers, and the team reads it; what is open is said', async () => {
  const one = await hospital.reader(fractures.hip, {
    treatment: { kind: 'operation', operation: 'half-prosthesis', on: 'not-recorded' },
  });
  const before = await hospital.page(one, '/thuis');
  expect(shownAdvice(before)).toEqual(['aid.reacher', 'aid.shoehorn']);
  expect(before).not.toContain(' checked');
  expect(
    await hospital.send(one, '/thuis', { stands: 'no', rugs: 'yes', dizzy: 'nonsense', other: 'yes' }),
  ).toBe('/thuis#past');
  const after = await hospital.page(one, '/thuis');
  expect(shownAdvice(after)).toEqual([
    'aid.grab-rails',
    'aid.toilet-raiser',
    'aid.firm-chair',
    'aid.reacher',
    'aid.shoehorn',
    'house.rugs',
  ]);
  expect(after).toContain('U antwoordde nog niet op alles.');
  await hospital.send(one, '/thuis', { stands: 'yes' });
  const { said } = (
    await hospital.server.ask('GET', `/api/cases/${one.found.id}/guide`, { as: hospital.nurse })
  ).json();
  expect(said.atHome).toEqual(['Leg losse matjes weg.']);
});

test('what is ticked on a list stays ticked on the next day, an exercise does not; the team sees what is not ready', async () => {
  const one = await hospital.reader(fractures.hip, { place: 'hospital' });
  const list =
    /name="what" value="(list:discharge\.ready:[^"]*)"/.exec(await hospital.page(one, '/naar-huis'))?.[1] ??
    '';
  await hospital.send(one, '/gedaan', { what: list, here: '/naar-huis' });
  await hospital.send(one, '/gedaan', { what: 'exercise:ankle-pump', here: '/vandaag' });
  hospital.server.later(24 * 60 * 60 * 1_000);
  // A session of the team does not last a day.
  const nurse = await hospital.server.signedInAs('gent', 'nurse');
  expect(await hospital.page(one, '/naar-huis')).toContain('aria-pressed="true"');
  expect(await hospital.page(one, '/vandaag')).toContain('0 gedaan vandaag');
  const { said } = (
    await hospital.server.ask('GET', `/api/cases/${one.found.id}/guide`, { as: nurse })
  ).json();
  expect(said.goingHome.ready).toBe(1);
  expect(said.goingHome.open).toContain('Ik weet wie ik bel.');
});
