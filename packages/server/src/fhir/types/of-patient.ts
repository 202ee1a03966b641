// What every type about a patient has: whose it is, asked by either name, and the way to the patient.

import { sql } from 'kysely';
import { type Condition, onPatient } from '../search/conditions.ts';
import type { Parameter, ServedType } from '../search/source.ts';
import { referencesOf } from './references-of.ts';

export const patient: Condition = onPatient(sql`t.person_id`);

export const whose: Readonly<Record<string, Parameter>> = {
  patient: { type: 'reference', says: 'Whose' },
  subject: { type: 'reference', says: 'Whose' },
};

export const toPatient: ServedType['includes'] = {
  subject: { target: 'Patient', of: referencesOf('subject') },
  patient: { target: 'Patient', of: referencesOf('subject') },
};
