// The questions on which a drug depends: one for each fact that intervene knows, and the allergies. Decision: made from
// that list, so that a new contraindication in knowledge is a new question here without anybody remembering it.

import { drugs, type MedicalFact, medicalFacts } from '@breekpunt/intervene';
import type { Field, FieldColumn } from './field.ts';

/** Facts that the record already had a column for. */
const columns: Readonly<Partial<Record<MedicalFact, FieldColumn>>> = {
  'heart-attack-or-stroke': { table: 'assessment', column: 'cardiovascular_event' },
  'venous-thrombosis': { table: 'assessment', column: 'venous_thromboembolism' },
  'dental-problem': { table: 'assessment', column: 'dental_work_planned' },
};

const ofWomen: ReadonlySet<MedicalFact> = new Set<MedicalFact>([
  'pregnancy',
  'unexplained-uterine-bleeding',
  'endometrial-cancer',
]);

export const medicineFields: readonly Field[] = [
  { id: 'allergies', section: 'medicines', kind: { kind: 'choices', choices: drugs } },
  ...medicalFacts.map((fact): Field => {
    const column = columns[fact];
    return {
      id: fact,
      section: 'medicines',
      kind: { kind: 'yes-no' },
      fact,
      ...(column === undefined ? {} : { column }),
      ...(ofWomen.has(fact) ? { only: ['woman'] } : {}),
    };
  }),
];
