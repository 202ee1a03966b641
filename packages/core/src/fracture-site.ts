// Where a bone broke, at the grain the guidelines decide on. The list is the open corpus' own,
// so that annotation, engine, record and indicator share one set of words.

export const fractureSites = [
  'hip.femoral-neck',
  'hip.trochanteric',
  'hip.subtrochanteric',
  'hip.unspecified',
  'femur.shaft',
  'femur.distal',
  'patella',
  'tibia.proximal',
  'lower-leg.shaft',
  'ankle',
  'foot',
  'toe',
  'pelvis.pubic-ramus',
  'pelvis.acetabulum',
  'pelvis.sacrum',
  'pelvis.other',
  'vertebra.cervical',
  'vertebra.thoracic',
  'vertebra.lumbar',
  'vertebra.unspecified',
  'rib',
  'sternum',
  'clavicle',
  'scapula',
  'humerus.proximal',
  'humerus.shaft',
  'humerus.distal',
  'forearm.shaft',
  'forearm.proximal',
  'wrist.distal-radius',
  'wrist.other',
  'hand',
  'finger',
  'skull-face',
  'unspecified',
] as const;

export type FractureSite = (typeof fractureSites)[number];

export type Side = 'left' | 'right' | 'both';

export function isVertebral(site: FractureSite): boolean {
  return site.startsWith('vertebra.');
}
