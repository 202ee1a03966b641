// Nobody knows anything of this patient. The clocks of the Belgian and Dutch rules ask for nothing but the drug and its
// days; what they would ask of the patient is therefore left unknown, and never taken for an answer.

import type { BonePatient } from '../bone/bone-patient.ts';

export const unknownPatient: BonePatient = {
  sex: 'not-recorded',
  birthDate: 'not-recorded',
  postmenopausal: 'not-recorded',
  fractures: 'not-recorded',
  spine: 'not-recorded',
  scan: 'not-recorded',
  fraxMajor: 'not-recorded',
  glucocorticoid: 'not-recorded',
  clearance: 'not-recorded',
  calcium: 'not-recorded',
  vitaminD: 'not-recorded',
  hipSurgery: 'not-recorded',
  allergies: 'not-recorded',
  facts: {},
};
