// The codes under which a fracture goes out. Decision: only codes that our own reading takes for the same place, so that
// a fracture that comes back is the same fracture, and of SNOMED CT only concepts that were confirmed; a place without
// such a code goes out in words. Codes are names of things, not clinical numbers.

import type { FractureSite } from '@breekpunt/core';

export interface FractureCode {
  readonly snomed?: string;
  /** Of the WHO classification: bone, without side. */
  readonly icd10?: string;
  /** For people. */
  readonly text: string;
}

export const fractureCodes: Readonly<Record<FractureSite, FractureCode>> = {
  'hip.femoral-neck': { snomed: '359820003', icd10: 'S72.0', text: 'Fracture of the neck of the femur' },
  'hip.trochanteric': { icd10: 'S72.1', text: 'Trochanteric fracture of the femur' },
  'hip.subtrochanteric': { icd10: 'S72.2', text: 'Subtrochanteric fracture of the femur' },
  'hip.unspecified': { snomed: '359817006', text: 'Fracture of the hip' },
  'femur.shaft': { icd10: 'S72.3', text: 'Fracture of the shaft of the femur' },
  'femur.distal': { icd10: 'S72.4', text: 'Fracture of the lower end of the femur' },
  patella: { icd10: 'S82.0', text: 'Fracture of the patella' },
  'tibia.proximal': { icd10: 'S82.1', text: 'Fracture of the upper end of the tibia' },
  'lower-leg.shaft': { icd10: 'S82.2', text: 'Fracture of the shaft of the lower leg' },
  ankle: { text: 'Fracture of the ankle' },
  foot: { icd10: 'S92.9', text: 'Fracture of the foot' },
  toe: { icd10: 'S92.5', text: 'Fracture of a toe' },
  'pelvis.pubic-ramus': { icd10: 'S32.5', text: 'Fracture of the pubic bone' },
  'pelvis.acetabulum': { snomed: '33118001', icd10: 'S32.4', text: 'Fracture of the acetabulum' },
  'pelvis.sacrum': { icd10: 'S32.1', text: 'Fracture of the sacrum' },
  'pelvis.other': { text: 'Fracture of the pelvis' },
  'vertebra.cervical': { icd10: 'S12', text: 'Fracture of a cervical vertebra' },
  'vertebra.thoracic': { icd10: 'S22.0', text: 'Fracture of a thoracic vertebra' },
  'vertebra.lumbar': { icd10: 'S32.0', text: 'Fracture of a lumbar vertebra' },
  'vertebra.unspecified': { icd10: 'M48.5', text: 'Fracture of a vertebra' },
  rib: { icd10: 'S22.3', text: 'Fracture of a rib' },
  sternum: { icd10: 'S22.2', text: 'Fracture of the sternum' },
  clavicle: { icd10: 'S42.0', text: 'Fracture of the clavicle' },
  scapula: { icd10: 'S42.1', text: 'Fracture of the scapula' },
  'humerus.proximal': { icd10: 'S42.2', text: 'Fracture of the upper end of the humerus' },
  'humerus.shaft': { icd10: 'S42.3', text: 'Fracture of the shaft of the humerus' },
  'humerus.distal': { icd10: 'S42.4', text: 'Fracture of the lower end of the humerus' },
  'forearm.shaft': { icd10: 'S52.4', text: 'Fracture of the shaft of the forearm' },
  'forearm.proximal': { icd10: 'S52.1', text: 'Fracture of the upper end of the forearm' },
  'wrist.distal-radius': { icd10: 'S52.5', text: 'Fracture of the distal radius' },
  'wrist.other': { icd10: 'S62.1', text: 'Fracture of the wrist' },
  hand: { icd10: 'S62.3', text: 'Fracture of the hand' },
  finger: { icd10: 'S62.6', text: 'Fracture of a finger' },
  'skull-face': { icd10: 'S02', text: 'Fracture of skull or face' },
  unspecified: { text: 'Fracture of bone' },
};
