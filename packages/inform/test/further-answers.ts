// What a case says beside diagnosis, treatment and day: the answers to the check of home, a strong painkiller with and without
// its day, an injection, who somebody is and how they live. Decision: a case takes one value of each in turn, so that as many
// cases as there are values have met them all, and no case is compiled more than once for it.

import { type Answer, addDays } from '@breekpunt/core';
import { guideContent } from '@breekpunt/knowledge';
import type { GuideInput, Medicine } from '../src/input/guide-input.ts';
import { someInput, today } from './guide-input.ts';

function atHome(answer: Answer): GuideInput['homeAnswers'] {
  return Object.fromEntries(guideContent.home.questions.map(({ id }) => [id, answer]));
}

const opioid: Medicine = {
  kind: 'opioid',
  name: 'Oxycodon',
  dose: '5 mg',
  times: ['08:00', '20:00'],
  stopOn: 'not-recorded',
  nextOn: 'not-recorded',
};
const noNotes: GuideInput['opioidNotes'] = { stopOn: 'not-recorded', stoppedOn: 'not-recorded' };
const injection: Medicine = { ...opioid, kind: 'bone-drug-injection', times: [], nextOn: addDays(today, 30) };

const { home } = someInput;
const nobodyKnows = 'not-recorded';

/** By what they are about; no two change the same field. */
export const furtherAnswers: Readonly<Record<string, readonly Partial<GuideInput>[]>> = {
  'check of home': [
    { homeAnswers: {} },
    { homeAnswers: atHome('yes') },
    { homeAnswers: atHome('no') },
    { homeAnswers: Object.fromEntries(Object.entries(atHome('yes')).slice(0, 3)) },
  ],
  'last injection': [
    { lastHipInjection: 'never' },
    { lastHipInjection: addDays(today, -5) },
    { lastHipInjection: addDays(today, -200) },
    { lastHipInjection: nobodyKnows },
  ],
  'strong painkiller': [
    {},
    { medication: [opioid], opioidNotes: noNotes },
    { medication: [{ ...opioid, stopOn: addDays(today, 1) }, injection], opioidNotes: noNotes },
    { medication: [{ ...opioid, stopOn: addDays(today, -3) }], opioidNotes: noNotes },
    { medication: [opioid], opioidNotes: { stopOn: today, stoppedOn: nobodyKnows } },
    { medication: [opioid], opioidNotes: { stopOn: nobodyKnows, stoppedOn: today } },
  ],
  person: [
    { age: 82, sex: 'female' },
    { age: 61, sex: 'male' },
    { age: 44, sex: 'female' },
    { age: 103, sex: 'male' },
    { age: nobodyKnows, sex: nobodyKnows },
  ],
  side: [{ side: 'left' }, { side: 'right' }, { side: 'both' }, { side: nobodyKnows }],
  home: [
    { home },
    { home: { ...home, livesAlone: 'no', stairs: 'no', carer: 'no', place: 'rehabilitation' } },
    { home: { place: 'care-home', livesAlone: nobodyKnows, stairs: nobodyKnows, carer: nobodyKnows } },
    { home: { ...home, place: 'hospital' } },
  ],
  appointments: [
    { appointments: [] },
    {
      appointments: [
        { id: 'one', kind: 'bone-density', on: addDays(today, 9), at: '09:30', place: 'Route 12' },
        { id: 'two', kind: 'other', on: today, at: nobodyKnows, place: nobodyKnows },
      ],
    },
  ],
};

/** After so many turns on one case every answer was given. */
export const mostAnswers: number = Math.max(...Object.values(furtherAnswers).map(({ length }) => length));

/** The case with the answers whose turn it is. */
export function answeredInTurn(input: GuideInput, turn: number): GuideInput {
  const given = Object.values(furtherAnswers).map((values) => values[turn % values.length] ?? {});
  return Object.assign({}, input, ...given) as GuideInput;
}
