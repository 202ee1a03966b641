// What the gate for a broken vertebra asks beside the rest of the assessment, with the answers of its scores, and what a
// brace and cement depend on.

import {
  aoSpineMorphologies,
  aoSpineNeurologies,
  ofClasses,
  tlicsLigaments,
  tlicsMorphologies,
  tlicsNeurologies,
} from '@breekpunt/investigate';
import type { Field, FieldKind } from './field.ts';

const yesNo = { kind: 'yes-no' } as const;
const number = (range: string): FieldKind => ({ kind: 'number', range });
const choice = (choices: readonly string[]): FieldKind => ({ kind: 'choice', choices });

const questions: readonly (readonly [id: string, kind: FieldKind])[] = [
  ['red-flag', yesNo],
  ['worsening-deficit', yesNo],
  ['accident', yesNo],
  ['ao-spine-type', choice(aoSpineMorphologies)],
  ['ao-spine-neurology', choice(aoSpineNeurologies)],
  ['indeterminate-ligaments', yesNo],
  ['spine-comorbidity', yesNo],
  ['of-class', choice(ofClasses)],
  ['tlics-morphology', choice(tlicsMorphologies)],
  ['tlics-ligaments', choice(tlicsLigaments)],
  ['tlics-neurology', choice(tlicsNeurologies)],
  ['deformity-progression', yesNo],
  ['hounsfield', number('assessment.plausible-hounsfield')],
  ['spine-pain', number('assessment.plausible-pain')],
  ['mobilisation', choice(['possible', 'impossible'])],
  ['asa-above-3', yesNo],
  ['frailty-index', yesNo],
  ['care-optimised', yesNo],
  ['moves-poorly', yesNo],
  ['lung-disease', yesNo],
  ['scoliosis', number('assessment.plausible-scoliosis')],
  ['wears-brace', yesNo],
  ['surgeon-orders-brace', { kind: 'event', outcomes: [{ outcome: 'ordered', needs: 'reason' }] }],
  ['focal-pain', yesNo],
  ['mri-oedema', yesNo],
];

export const vertebraFields: readonly Field[] = questions.map(([id, kind]) => ({
  id,
  section: 'vertebra',
  kind,
  only: ['vertebral-fracture'],
}));
