// Whether the operation on record belongs to the fracture on record. A pair that does not is told, not carried out: the
// guide then treats the operation as not known.

import type { OperationKind } from '@breekpunt/knowledge';
import type { Diagnosis, GuideInput } from '../input/guide-input.ts';

const fitting: Readonly<Record<Diagnosis['kind'], readonly OperationKind[]>> = {
  'hip-fracture': ['total-prosthesis', 'half-prosthesis', 'screws', 'dynamic-hip-screw', 'nail', 'other'],
  'vertebral-fracture': ['cement', 'other'],
  'avascular-necrosis': ['total-prosthesis', 'half-prosthesis', 'core-decompression', 'other'],
  'hip-osteoarthritis': ['total-prosthesis', 'other'],
  'other-fracture': ['screws', 'nail', 'total-prosthesis', 'half-prosthesis', 'other'],
};

export function treatmentFits({
  diagnosis,
  treatment,
}: Pick<GuideInput, 'diagnosis' | 'treatment'>): boolean {
  if (treatment === 'not-recorded' || treatment.kind === 'conservative') return true;
  return fitting[diagnosis.kind].includes(treatment.operation);
}
