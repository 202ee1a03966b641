// From the fields of the form to what was changed. What stands as it stood is no correction.

import type { Correction, WorklistRow } from '@breekpunt/server';

type Site = WorklistRow['site'];

/** From head to foot within a region, as the list of places reads. */
export const sites = [
  'hip.femoral-neck',
  'hip.trochanteric',
  'hip.subtrochanteric',
  'hip.unspecified',
  'vertebra.cervical',
  'vertebra.thoracic',
  'vertebra.lumbar',
  'vertebra.unspecified',
  'pelvis.pubic-ramus',
  'pelvis.acetabulum',
  'pelvis.sacrum',
  'pelvis.other',
  'wrist.distal-radius',
  'wrist.other',
  'forearm.shaft',
  'forearm.proximal',
  'humerus.proximal',
  'humerus.shaft',
  'humerus.distal',
  'clavicle',
  'scapula',
  'sternum',
  'rib',
  'femur.shaft',
  'femur.distal',
  'patella',
  'tibia.proximal',
  'lower-leg.shaft',
  'ankle',
  'foot',
  'toe',
  'hand',
  'finger',
  'skull-face',
  'unspecified',
] as const satisfies readonly Site[];

export interface CorrectionFields {
  readonly site: string;
  /** Empty: not known. */
  readonly side: string;
  readonly levels: string;
  readonly mechanism: string;
  readonly fractureOn: string;
}

/** "T12, L1", "D12 L1"; null when something is no vertebra. */
export function levelsIn(text: string): readonly WorklistRow['levels'][number][] | null {
  const parts = text
    .toUpperCase()
    .split(/[\s,;+]+/)
    .filter((part) => part !== '');
  const levels = parts.map((part) => part.replace(/^(?:D|TH)(?=\d)/, 'T'));
  return levels.every((level) => /^(?:C[1-7]|T(?:[1-9]|1[0-2])|L[1-5])$/.test(level))
    ? (levels as WorklistRow['levels'][number][])
    : null;
}

/** Null when a field is wrong; empty when nothing was changed. */
export function correctionFrom(row: WorklistRow, fields: CorrectionFields): Correction | null {
  const isVertebra = fields.site.startsWith('vertebra.');
  const levels = isVertebra ? levelsIn(fields.levels) : [];
  if (levels === null) return null;
  const side = fields.side === '' ? null : (fields.side as NonNullable<WorklistRow['side']>);
  const mechanism = fields.mechanism as WorklistRow['mechanism'];
  const site = fields.site as Site;
  return {
    ...(site === row.site ? {} : { site }),
    ...(side === row.side ? {} : { side }),
    ...(levels.join() === row.levels.join() ? {} : { levels }),
    ...(mechanism === row.mechanism ? {} : { mechanism }),
    ...(fields.fractureOn === '' || fields.fractureOn === row.fractureOn
      ? {}
      : { fractureOn: fields.fractureOn as NonNullable<WorklistRow['fractureOn']> }),
  };
}
