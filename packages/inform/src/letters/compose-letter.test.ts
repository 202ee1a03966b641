import { knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { describe, expect, test } from 'vitest';
import { aboutLine, composeLetter } from './compose-letter.ts';
import { letterKinds, letterLanguages } from './letter.ts';
import { type LetterFacts, riskFactors } from './letter-facts.ts';
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

const knowledge = loadKnowledge();
const today = knownDate('2026-11-22');

const nothingKnown: LetterFacts = {
  today,
  country: 'BE',
  hospital: { hospital: 'Sint-Synthetica', department: null, address: null, phone: null, email: null },
  patient: { name: null, birthDate: null, sex: 'not-recorded' },
  fractures: [],
  tScores: [],
  scan: 'none',
  scanNotDoneReason: null,
  spine: null,
  labs: [],
  secondaryCauses: null,
  riskFactors: Object.fromEntries(
    riskFactors.map((factor) => [factor, 'not-recorded']),
  ) as LetterFacts['riskFactors'],
  alcoholUnitsPerDay: null,
  calciumMgPerDay: null,
  falls: null,
  riskScore: null,
  medicines: null,
  adherence: 'not-recorded',
  decision: null,
  drugFacts: null,
  nextInjectionOn: null,
  contacts: [],
};

const much: LetterFacts = {
  ...nothingKnown,
  patient: { name: 'Maria Verzonnen', birthDate: '1941-03-12', sex: 'female' },
  fractures: [
    { site: 'vertebra.lumbar', side: null, levels: ['L1'], on: knownDate('2026-09-27'), ofThisCase: true },
    { site: 'wrist.distal-radius', side: 'left', levels: [], on: null, ofThisCase: false },
  ],
  tScores: [{ region: 'total-hip', value: -2.7, on: knownDate('2026-10-03'), maker: 'hologic' }],
  scan: 'done',
  spine: { on: knownDate('2026-10-03'), broken: [{ level: 'L1', genant: 2, lossPercent: 30 }] },
  secondaryCauses: [],
  riskFactors: { ...nothingKnown.riskFactors, smokes: 'no', glucocorticoids: 'yes' },
  decision: {
    outcome: 'medicine',
    drug: 'denosumab',
    startOn: knownDate('2026-12-01'),
    on: today,
    by: 'Dr. Verzonnen',
    rules: ['TX6', 'RB11'],
    overrideReason: null,
  },
  drugFacts: {
    amount: 60,
    unit: 'mg',
    way: 'injection',
    rhythm: 'six-monthly',
    courseMonths: null,
    reviewMonths: null,
  },
  nextInjectionOn: knownDate('2027-06-01'),
  contacts: [{ moment: '16-weeks', on: knownDate('2027-01-17') }],
};

const textOf = (
  facts: LetterFacts,
  kind: (typeof letterKinds)[number],
  language: 'nl' | 'fr' | 'en',
): string => {
  const { items: _items, ...letter } = composeLetter(kind, facts, language, knowledge);
  return `${JSON.stringify(letter)} ${aboutLine(facts, language)}`;
};

test('the sentences of letters are there in every language, with the same gaps', () => {
  const gaps = (words: Readonly<Record<string, string>>): unknown =>
    Object.entries(words).map(([key, text]) => [key, (text.match(/\{\w+\}/g) ?? []).toSorted().join()]);
  expect(Object.keys(nl).length).toBeGreaterThan(150);
  expect(gaps(fr)).toEqual(gaps(nl));
  expect(gaps(en)).toEqual(gaps(nl));
});

describe.each(letterKinds)('the letter %s', (kind) => {
  test.each(letterLanguages)('has no gap and no empty section, whatever is known (%s)', (language) => {
    for (const facts of [nothingKnown, much]) {
      expect(textOf(facts, kind, language)).not.toMatch(/\{\w+\}|undefined|null/);
      for (const { body, heading } of composeLetter(kind, facts, language, knowledge).sections)
        expect([heading, body.trim()]).not.toContain('');
    }
  });
});

describe('the letter to the general practitioner', () => {
  const sections = (facts: LetterFacts): Readonly<Record<string, string>> =>
    Object.fromEntries(
      composeLetter('general-practitioner', facts, 'nl', knowledge).sections.map(({ id, body }) => [
        id,
        body,
      ]),
    );

  test('says how long ago the fracture was, and the T-score with a comma and a true minus', () => {
    expect(sections(much)['findings']).toContain(
      'Breuk: lendenwervel L1, op 27 september 2026, 8 weken geleden',
    );
    expect(sections(much)['dxa']).toContain('T-score hele heup: −2,7 (3 oktober 2026, Hologic)');
    expect(sections(much)['dxa']).toContain('osteoporose volgens de definitie (T-score ≤ −2,5)');
  });

  test('gives the day of the next denosumab, and never to stop it alone', () => {
    expect(sections(much)['follow-up']).toContain('Volgende injectie denosumab: 1 juni 2027.');
    expect(sections(much)['treatment']).toContain('Stop of verlaat denosumab nooit');
    expect(sections({ ...much, nextInjectionOn: null })['follow-up']).toContain('is niet geregistreerd');
  });

  test('gives the reason of the decision in sentences, each with the number of its rule', () => {
    const { TX6: rule } = knowledge.rules;
    expect(sections(much)['decision']).toContain(`Waarom:\n- ${rule?.sentences.nl} (TX6)\n- `);
    const ofAnotherTime = { ...much, decision: { ...much.decision, rules: ['XX999'] } } as LetterFacts;
    expect(sections(ofAnotherTime)['decision']).toMatch(/Waarom:\n- \(XX999\)$/);
  });

  test('what nobody recorded is said, never left out', () => {
    expect(sections(nothingKnown)).toMatchObject({
      dxa: expect.stringContaining('Er is geen botmeting geregistreerd.'),
      causes: expect.stringContaining('niet geregistreerd'),
      decision: 'Er is nog geen beslissing getekend.',
      ask: expect.stringContaining('start er intussen geen'),
    });
  });

  test('all twelve items of the framework are checked against what it really states', () => {
    const stated = (facts: LetterFacts): string[] =>
      composeLetter('general-practitioner', facts, 'nl', knowledge)
        .items.filter((item) => item.stated)
        .map(({ id }) => id);
    expect(composeLetter('general-practitioner', much, 'nl', knowledge).items).toHaveLength(12);
    expect(stated(nothingKnown)).toEqual([]);
    expect(stated(much)).toEqual([
      'dxa',
      't-scores',
      'spine-image',
      'primary-osteoporosis',
      'secondary-causes',
      'risk-factors',
      'follow-up',
      'lifestyle',
      'time-since-fracture',
    ]);
  });
});

test('the emergency letter leaves the signs to be ticked by who examines', () => {
  const letter = composeLetter('spine-emergency', much, 'nl', knowledge);
  expect(letter.title).toContain('vermoeden cauda equina');
  expect(letter.sections[1]?.body.match(/\[ \]/g)).toHaveLength(6);
});

test('a patient without a known telephone number is told 112', () => {
  expect(textOf(much, 'patient', 'nl')).toContain(
    'Het nummer van onze dienst is niet bekend. Spoed? Bel 112.',
  );
});

test('the data for the fund name the age of the scan in whole months', () => {
  expect(textOf(much, 'attestation', 'nl')).toContain('Leeftijd van de botmeting: 1 maand.');
  const aged = (on: string): string =>
    textOf(
      { ...much, tScores: [{ region: 'total-hip', value: -2.7, on: knownDate(on), maker: null }] },
      'attestation',
      'nl',
    );
  expect(aged('2026-05-22')).toContain('6 maanden');
  expect(aged('2026-11-10')).toContain('minder dan een maand');
});

test('the data for the fund hold the major fractures that it counts, the forearm from 75 years', () => {
  const broken = (site: string, on: string | null): LetterFacts => ({
    ...much,
    fractures: [{ site, side: null, levels: [], on: on === null ? null : knownDate(on), ofThisCase: true }],
  });
  const major = (facts: LetterFacts): string =>
    /Grote osteoporotische breuk[^\n]*: (.*)\.$/m.exec(
      composeLetter('attestation', facts, 'nl', knowledge).sections[0]?.body ?? '',
    )?.[1] ?? '';
  expect(major(broken('humerus.proximal', '2026-01-05'))).toContain('bovenarm');
  expect(major(broken('humerus.proximal', '2023-01-05'))).toBe('niet geregistreerd');
  expect(major(broken('ankle', '2026-01-05'))).toBe('niet geregistreerd');
  expect(major(broken('wrist.distal-radius', '2026-01-05'))).toContain('pols');
  const young = broken('wrist.distal-radius', '2026-01-05');
  expect(major({ ...young, patient: { ...young.patient, birthDate: '1960-03-12' } })).toBe(
    'niet geregistreerd',
  );
});

test('the data for the fund name no medicine as one for bones that is not', () => {
  const prior = (medicines: LetterFacts['medicines']): string =>
    composeLetter('attestation', { ...much, medicines }, 'nl', knowledge).sections[0]?.body ?? '';
  expect(prior(['perindopril 5 mg', 'Alendronaat 70 mg'])).toContain('van het dossier: Alendronaat 70 mg.');
  expect(prior(['perindopril 5 mg'])).toContain(
    'geen herkend in de medicatie van het dossier (perindopril 5 mg)',
  );
  expect(prior(null)).toContain('Eerdere botmedicatie: niet geregistreerd.');
});

test('a patient is never told to fix the day of an injection', () => {
  const letter = textOf({ ...much, nextInjectionOn: null }, 'patient', 'nl');
  expect(letter).toContain('De dag van uw volgende injectie is nog niet vastgelegd.');
  expect(letter).not.toContain('bepaal hem');
  expect(textOf(much, 'patient', 'nl').match(/1 juni 2027/g)).toHaveLength(1);
});

test('days, counts and numbers are written as the language does', () => {
  expect(textOf(much, 'general-practitioner', 'fr')).toContain('1er juin 2027');
  expect(textOf(much, 'general-practitioner', 'en')).toContain('1 June 2027');
  const scored: LetterFacts = {
    ...much,
    riskScore: { name: 'FRAX', percent: 12.4, hipPercent: 3.1, on: today },
    labs: [{ name: 'calcium', value: 2.31, unit: 'mmol/L', on: today }],
  };
  expect(textOf(scored, 'general-practitioner', 'nl')).toMatch(/12,4 %.*heup 3,1 %/);
  expect(textOf(scored, 'general-practitioner', 'en')).toMatch(
    /Blood test of 22 November 2026: calcium 2\.31 mmol\/L\..*12\.4 %/,
  );
  const lately = (on: string): LetterFacts => ({
    ...much,
    fractures: [{ site: 'ankle', side: null, levels: [], on: knownDate(on), ofThisCase: true }],
  });
  expect(textOf(lately('2026-11-21'), 'general-practitioner', 'nl')).toContain('gisteren');
  expect(textOf(lately('2026-11-22'), 'general-practitioner', 'nl')).toContain('vandaag');
});

test('a Dutch hospital is spoken to in the words of the Netherlands', () => {
  const dutch = { ...much, country: 'NL' } as const;
  expect(textOf(dutch, 'patient', 'nl')).toContain('spoedeisende hulp');
  expect(composeLetter('spine-emergency', dutch, 'nl', knowledge).to).toBe(
    'Aan de arts van de spoedeisende hulp',
  );
  expect(composeLetter('spine-emergency', much, 'nl', knowledge).to).toContain('spoedgevallendienst');
});
