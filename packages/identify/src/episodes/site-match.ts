// Whether two statements can speak of the same bone at the same place.
// Decision: a general site ("hip", "a vertebra") agrees with every particular one of its region, two particular hip
// sites agree with a warning, everything else must be the same. It knows nothing of time.

import { type FractureSite, isVertebral, type Side, type VertebralLevel } from '@breekpunt/core';

/** What two statements are compared on. */
export interface Place {
  readonly site: FractureSite;
  readonly side: Side | null;
  readonly levels: readonly VertebralLevel[];
  readonly periprosthetic: boolean;
}

/** How well two places agree; `none` says they are different fractures. */
export type PlaceMatch = 'same' | 'general' | 'differs' | 'unspecified' | 'none';

/** Greater is better. */
export const placeMatchRank: Readonly<Record<PlaceMatch, number>> = {
  same: 4,
  general: 3,
  differs: 2,
  unspecified: 1,
  none: 0,
};

const midline: ReadonlySet<FractureSite> = new Set<FractureSite>(['sternum', 'pelvis.sacrum']);

export function matchPlaces(a: Place, b: Place): PlaceMatch {
  if (!sidesAgree(a, b)) return 'none';
  if (isVertebral(a.site) && isVertebral(b.site)) return matchVertebrae(a, b);
  if (a.site === b.site) return a.site === 'unspecified' ? 'unspecified' : 'same';
  if (a.site === 'unspecified' || b.site === 'unspecified') return 'unspecified';
  if (isGeneralFor(a.site, b.site) || isGeneralFor(b.site, a.site)) return 'general';
  if (isHip(a.site) && isHip(b.site)) return 'differs';
  // Around a hip stem reports say femur and codes say hip.
  if (a.periprosthetic && b.periprosthetic && isThigh(a.site) && isThigh(b.site)) return 'differs';
  return 'none';
}

/** Whether a denial about `denied` speaks of everything that `place` may be. */
export function covers(denied: Place, place: Place): boolean {
  if (!sidesAgree(denied, place) || (denied.side !== null && place.side === null && isSided(place.site)))
    return false;
  const site = denied.site === place.site || isGeneralFor(denied.site, place.site);
  if (!site || denied.site === 'unspecified') return false;
  if (denied.levels.length === 0) return true;
  return place.levels.length > 0 && place.levels.every((level) => denied.levels.includes(level));
}

/** Sites that name a region where others name a bone. */
export function isGeneral(site: FractureSite): boolean {
  return (
    site === 'unspecified' ||
    site === 'hip.unspecified' ||
    site === 'vertebra.unspecified' ||
    site === 'pelvis.other'
  );
}

export function sharedLevels(a: Place, b: Place): number {
  return a.levels.filter((level) => b.levels.includes(level)).length;
}

function matchVertebrae(a: Place, b: Place): PlaceMatch {
  if (a.levels.length > 0 && b.levels.length > 0) return sharedLevels(a, b) > 0 ? 'same' : 'none';
  if (a.site === b.site) return a.levels.length === b.levels.length ? 'same' : 'general';
  return isGeneralFor(a.site, b.site) || isGeneralFor(b.site, a.site) ? 'general' : 'none';
}

function isGeneralFor(general: FractureSite, particular: FractureSite): boolean {
  if (general === 'hip.unspecified') return isHip(particular);
  if (general === 'vertebra.unspecified') return isVertebral(particular);
  return general === 'pelvis.other' && particular.startsWith('pelvis.');
}

function sidesAgree(a: Place, b: Place): boolean {
  if (!isSided(a.site) || !isSided(b.site) || a.side === null || b.side === null) return true;
  return a.side === b.side || a.side === 'both' || b.side === 'both';
}

function isSided(site: FractureSite): boolean {
  return !isVertebral(site) && !midline.has(site);
}

function isHip(site: FractureSite): boolean {
  return site.startsWith('hip.');
}

function isThigh(site: FractureSite): boolean {
  return isHip(site) || site === 'femur.shaft' || site === 'femur.distal';
}
