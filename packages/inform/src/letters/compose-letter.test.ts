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
    expect(sections(much)['findings']).toContain('Lendenwervel L1, op 27 september 2026, 8 weken geleden');
    expect(sections(much)['dxa']).toContain('T-score hele heup: −2,7 (3 oktober 2026, hologic)');
    expect(sections(much)['dxa']).toContain('osteoporose volgens de definitie (T-score ≤ −2,5)');
  });

  test('gives the day of the next denosumab, and never to stop it alone', () => {
    expect(sections(much)['follow-up']).toContain('Volgende injectie denosumab: 1 juni 2027.');
    expect(sections(much)['treatment']).toContain('Stop of verlaat denosumab nooit');
    expect(sections({ ...much, nextInjectionOn: null })['follow-up']).toContain('is niet geregistreerd');
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
  expect(textOf(much, 'attestation', 'nl')).toContain('Leeftijd van de botmeting: 1 maanden.');
});
