// The vertebrae from C1 to L5 in anatomical order. D12, Th12 and BWK 12 are written T12 here;
// reading those spellings is the case finder's work, not this module's.

export const vertebralLevels = [
  'C1',
  'C2',
  'C3',
  'C4',
  'C5',
  'C6',
  'C7',
  'T1',
  'T2',
  'T3',
  'T4',
  'T5',
  'T6',
  'T7',
  'T8',
  'T9',
  'T10',
  'T11',
  'T12',
  'L1',
  'L2',
  'L3',
  'L4',
  'L5',
] as const;

/** One vertebra, cervical, thoracic or lumbar. The sacrum is a pelvic site, not a level. */
export type VertebralLevel = (typeof vertebralLevels)[number];

export type VertebralRegion = 'cervical' | 'thoracic' | 'lumbar';

export function vertebralRegion(level: VertebralLevel): VertebralRegion {
  if (level.startsWith('C')) return 'cervical';
  return level.startsWith('T') ? 'thoracic' : 'lumbar';
}

/**
 * Every level from one to the other, both included, in anatomical order whichever is named first.
 * D11–L1 crosses the junction: T11, T12, L1.
 */
export function levelRange(from: VertebralLevel, to: VertebralLevel): VertebralLevel[] {
  const a = vertebralLevels.indexOf(from);
  const b = vertebralLevels.indexOf(to);
  return vertebralLevels.slice(Math.min(a, b), Math.max(a, b) + 1);
}
