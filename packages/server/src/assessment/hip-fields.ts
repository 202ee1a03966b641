// What the table of options for a broken hip asks beside the rest of the assessment.

import { gardenTypes } from '@breekpunt/investigate';
import type { Field, FieldKind } from './field.ts';

const yesNo = { kind: 'yes-no' } as const;

/** Words of the guideline's list; which of them excuse a delay is knowledge. */
const delayReasons = [
  'anaemia',
  'anticoagulation',
  'volume-depletion',
  'electrolytes',
  'uncontrolled-diabetes',
  'uncontrolled-heart-failure',
  'correctable-arrhythmia-or-ischaemia',
  'acute-chest-infection',
  'exacerbation-of-chronic-chest-disease',
  'other',
] as const;

const questions: readonly (readonly [id: string, kind: FieldKind])[] = [
  [
    'hip-site',
    { kind: 'choice', choices: ['neck', 'trochanteric-a1-a2', 'trochanteric-a3', 'subtrochanteric'] },
  ],
  ['garden', { kind: 'choice', choices: gardenTypes }],
  ['admitted', { kind: 'day' }],
  ['delay-reasons', { kind: 'choices', choices: delayReasons }],
  ['hip-x-ray', { kind: 'choice', choices: ['fracture', 'negative'] }],
  ['can-bear-weight', yesNo],
  ['asa', { kind: 'number', range: 'assessment.plausible-asa' }],
  ['walking-category', { kind: 'number', range: 'assessment.plausible-walking-category' }],
  ['life-weeks', { kind: 'number', range: 'assessment.plausible-life-weeks' }],
  ['walked-outdoors', yesNo],
  ['cognitive-impairment', yesNo],
  ['fit-for-prosthesis', yesNo],
  ['good-reduction', yesNo],
  ['bedbound', yesNo],
  ['comfort-only', yesNo],
  ['tumour-or-atypical', yesNo],
];

export const hipFields: readonly Field[] = questions.map(([id, kind]) => ({
  id,
  section: 'hip',
  kind,
  only: ['hip-fracture'],
}));
