// What the gate for a broken vertebra asks beside the rest of the assessment, with the answers of its scores.

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
const choice = (choices: readonly string[]): FieldKind => ({ kind: 'choice', choices });

const questions: readonly (readonly [id: string, kind: FieldKind])[] = [
  ['red-flag', yesNo],
  ['worsening-deficit', yesNo],
  ['cancer', yesNo],
  ['infection', yesNo],
  ['accident', yesNo],
  ['ao-spine-type', choice(aoSpineMorphologies)],
  ['ao-spine-neurology', choice(aoSpineNeurologies)],
  ['indeterminate-ligaments', yesNo],
  ['spine-comorbidity', yesNo],
  ['of-class', choice(ofClasses)],
  ['tlics-morphology', choice(tlicsMorphologies)],
  ['tlics-ligaments', choice(tlicsLigaments)],
  ['tlics-neurology', choice(tlicsNeurologies)],
];

export const vertebraFields: readonly Field[] = questions.map(([id, kind]) => ({
  id,
  section: 'vertebra',
  kind,
  only: 'vertebral-fracture',
}));
