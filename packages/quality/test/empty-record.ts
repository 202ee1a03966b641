// A record in which nothing is written down but a woman of 76 with a broken wrist on 10 January 2025.

import { knownDate } from '@breekpunt/core';
import type { CareRecord } from '../src/record/care-record.ts';

export const emptyRecord: CareRecord = {
  case: 1,
  person: 1,
  birthDate: knownDate('1948-06-01'),
  sex: 'female',
  residenceKnown: false,
  site: 'wrist.distal-radius',
  mechanism: 'low-energy',
  clinical: 'not-recorded',
  fractureOn: knownDate('2025-01-10'),
  foundOn: knownDate('2025-01-12'),
  deceased: 'not-recorded',
  deathOn: null,
  assessments: [],
  lifestyleAsked: 'not-recorded',
  scans: [],
  spineImages: [],
  labs: [],
  falls: [],
  decisions: [],
  letters: [],
  contacts: [],
  injections: [],
  hip: null,
};
