// Families of cue senses that several readers ask for.

import type { CueSense } from '@breekpunt/knowledge';

export function deniesOrSupposes(sense: CueSense): boolean {
  return sense === 'absent' || sense === 'hypothetical';
}

/** Denies, doubts or asks. */
export function leavesPresenceOpen(sense: CueSense): boolean {
  return sense === 'absent' || sense === 'possible' || sense === 'question' || sense === 'hypothetical';
}

/** Said to be old, or only known from before. */
export function isLongPast(sense: CueSense): boolean {
  return sense === 'old' || sense === 'known' || sense === 'steady';
}

/** Says something of whether the fracture is there at all. */
export function decidesPresence(sense: CueSense): boolean {
  return (
    sense === 'absent' ||
    sense === 'possible' ||
    sense === 'present' ||
    sense === 'question' ||
    sense === 'hypothetical' ||
    sense === 'caveat'
  );
}
