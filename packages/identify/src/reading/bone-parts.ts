// Which site a part of a long bone is. Anatomy, the same in every language.

import type { FractureSite, VertebralRegion } from '@breekpunt/core';
import type { BonePart, SiteRow } from '@breekpunt/knowledge';

type Bone = NonNullable<SiteRow['bone']>;

const sitesByBone: Readonly<Record<Bone, Readonly<Partial<Record<BonePart, FractureSite>>>>> = {
  humerus: {
    proximal: 'humerus.proximal',
    neck: 'humerus.proximal',
    head: 'humerus.proximal',
    trochanter: 'humerus.proximal',
    shaft: 'humerus.shaft',
    distal: 'humerus.distal',
    condyle: 'humerus.distal',
  },
  femur: {
    proximal: 'hip.unspecified',
    neck: 'hip.femoral-neck',
    head: 'hip.unspecified',
    trochanter: 'hip.trochanteric',
    shaft: 'femur.shaft',
    distal: 'femur.distal',
    condyle: 'femur.distal',
  },
  radius: {
    proximal: 'forearm.proximal',
    neck: 'forearm.proximal',
    head: 'forearm.proximal',
    shaft: 'forearm.shaft',
    distal: 'wrist.distal-radius',
    styloid: 'wrist.distal-radius',
  },
  ulna: {
    proximal: 'forearm.proximal',
    shaft: 'forearm.shaft',
    distal: 'wrist.other',
    styloid: 'wrist.other',
  },
  tibia: {
    proximal: 'tibia.proximal',
    condyle: 'tibia.proximal',
    head: 'tibia.proximal',
    shaft: 'lower-leg.shaft',
    distal: 'ankle',
  },
  fibula: {
    proximal: 'lower-leg.shaft',
    head: 'lower-leg.shaft',
    neck: 'lower-leg.shaft',
    shaft: 'lower-leg.shaft',
    distal: 'ankle',
  },
};

export function siteOfPart(bone: Bone, part: BonePart): FractureSite | null {
  return sitesByBone[bone][part] ?? null;
}

/** The site of a part of the bone this site belongs to (humerus.proximal + shaft: humerus.shaft), or null. */
export function partOfSite(site: FractureSite, part: BonePart): FractureSite | null {
  const bone = (Object.keys(sitesByBone) as Bone[]).find((name) =>
    Object.values(sitesByBone[name]).includes(site),
  );
  return bone === undefined ? null : siteOfPart(bone, part);
}

export const siteOfRegion: Readonly<Record<VertebralRegion, FractureSite>> = {
  cervical: 'vertebra.cervical',
  thoracic: 'vertebra.thoracic',
  lumbar: 'vertebra.lumbar',
};

/** Neighbourhoods within which a vague word ("pols", "heup") gives way to a precise one ("scafoïd"). */
export type Area =
  | 'thigh'
  | 'knee'
  | 'lower-leg'
  | 'ankle'
  | 'foot'
  | 'pelvis'
  | 'spine'
  | 'chest'
  | 'shoulder'
  | 'arm'
  | 'wrist'
  | 'hand'
  | 'head'
  | 'none';

const areas: Readonly<Record<FractureSite, Area>> = {
  'hip.femoral-neck': 'thigh',
  'hip.trochanteric': 'thigh',
  'hip.subtrochanteric': 'thigh',
  'hip.unspecified': 'thigh',
  'femur.shaft': 'thigh',
  'femur.distal': 'thigh',
  patella: 'knee',
  'tibia.proximal': 'lower-leg',
  'lower-leg.shaft': 'lower-leg',
  ankle: 'ankle',
  foot: 'foot',
  toe: 'foot',
  'pelvis.pubic-ramus': 'pelvis',
  'pelvis.acetabulum': 'pelvis',
  'pelvis.sacrum': 'pelvis',
  'pelvis.other': 'pelvis',
  'vertebra.cervical': 'spine',
  'vertebra.thoracic': 'spine',
  'vertebra.lumbar': 'spine',
  'vertebra.unspecified': 'spine',
  rib: 'chest',
  sternum: 'chest',
  clavicle: 'shoulder',
  scapula: 'shoulder',
  'humerus.proximal': 'arm',
  'humerus.shaft': 'arm',
  'humerus.distal': 'arm',
  'forearm.shaft': 'wrist',
  'forearm.proximal': 'arm',
  'wrist.distal-radius': 'wrist',
  'wrist.other': 'wrist',
  hand: 'hand',
  finger: 'hand',
  'skull-face': 'head',
  unspecified: 'none',
};

export function areaOf(site: FractureSite): Area {
  return areas[site];
}

/** Parts that an examination of one side shows together: arm, leg, or the part itself. */
export function limbOf(site: FractureSite): string {
  const area = areaOf(site);
  if (area === 'shoulder' || area === 'arm' || area === 'wrist' || area === 'hand') return 'arm';
  if (area === 'thigh' || area === 'knee' || area === 'lower-leg' || area === 'ankle' || area === 'foot')
    return 'leg';
  return area;
}

/** How precisely a site is named; a more precise word of the same area replaces a vaguer one. */
export function precisionOf(site: FractureSite): number {
  if (site === 'unspecified') return 0;
  if (site === 'hip.unspecified' || site === 'vertebra.unspecified' || site === 'pelvis.other') return 1;
  return 2;
}

/** Whether two site names can speak of the same fracture, one of them being general. */
export function sitesCompatible(a: FractureSite, b: FractureSite): boolean {
  if (a === b || a === 'unspecified' || b === 'unspecified') return true;
  if (areaOf(a) !== areaOf(b)) return false;
  if (a === 'hip.unspecified' || b === 'hip.unspecified')
    return a.startsWith('hip.') || b.startsWith('femur') || b.startsWith('hip.') || a.startsWith('femur');
  if (a === 'vertebra.unspecified' || b === 'vertebra.unspecified') return true;
  if (a === 'femur.shaft' || b === 'femur.shaft')
    return a.startsWith('hip.') || b.startsWith('hip.') || a === 'femur.distal' || b === 'femur.distal';
  return a === 'pelvis.other' || b === 'pelvis.other';
}
