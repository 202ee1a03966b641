// ICD-10-CM as Belgian hospitals register it: the seventh character A is the first encounter, D a later one.

import type { TrueEpisode } from './patient.ts';

const limbCodes: Readonly<Record<string, readonly [right: string, left: string]>> = {
  'hip.femoral-neck': ['S72.001', 'S72.002'],
  'hip.trochanteric': ['S72.141', 'S72.142'],
  'femur.shaft': ['S72.301', 'S72.302'],
  patella: ['S82.001', 'S82.002'],
  'tibia.proximal': ['S82.101', 'S82.102'],
  'lower-leg.shaft': ['S82.201', 'S82.202'],
  ankle: ['S82.61X', 'S82.62X'],
  foot: ['S92.301', 'S92.302'],
  toe: ['S92.501', 'S92.502'],
  'pelvis.pubic-ramus': ['S32.501', 'S32.502'],
  'pelvis.sacrum': ['S32.10X', 'S32.10X'],
  rib: ['S22.31X', 'S22.32X'],
  clavicle: ['S42.001', 'S42.002'],
  'humerus.proximal': ['S42.201', 'S42.202'],
  'wrist.distal-radius': ['S52.501', 'S52.502'],
  'wrist.other': ['S62.001', 'S62.002'],
  finger: ['S62.600', 'S62.601'],
  'skull-face': ['S02.2XX', 'S02.2XX'],
};

const vertebraCodes: Readonly<Record<string, string>> = {
  T5: 'S22.050',
  T6: 'S22.050',
  T7: 'S22.060',
  T8: 'S22.060',
  T9: 'S22.070',
  T10: 'S22.070',
  T11: 'S22.080',
  T12: 'S22.080',
  L1: 'S32.010',
  L2: 'S32.020',
  L3: 'S32.030',
  L4: 'S32.040',
  L5: 'S32.050',
};

export function codeFor(episode: TrueEpisode, encounter: 'A' | 'D'): string {
  if (episode.pathological) return `M84.50X${encounter}`;
  const level = episode.levels[0];
  if (level !== undefined) return `${vertebraCodes[level] ?? 'S32.000'}${encounter}`;
  const pair = limbCodes[episode.site];
  if (pair === undefined) throw new Error(`No code for site ${episode.site}.`);
  return `${pair[episode.side === 'left' ? 1 : 0]}${encounter}`;
}

/** Codes of other reasons to come: infection, heart failure, hernia, fall without injury. */
export const otherCodes: readonly string[] = [
  'J18.9',
  'I50.9',
  'N39.0',
  'K40.90',
  'K57.30',
  'I48.91',
  'W01.0XXA',
  'E11.9',
  'Z87.310',
  'M81.0',
];
