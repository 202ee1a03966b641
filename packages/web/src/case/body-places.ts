// Where a place of fracture lies on the figure, which faces the reader: the patient's right is on the left. A side that is not
// stated is drawn in the middle of the limb pair, on neither.

import type { WorklistRow } from '@breekpunt/server';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Distance from the middle line, and height. */
const places: Readonly<Record<WorklistRow['site'], readonly [out: number, down: number]>> = {
  'hip.femoral-neck': [30, 146],
  'hip.trochanteric': [34, 156],
  'hip.subtrochanteric': [33, 168],
  'hip.unspecified': [32, 152],
  'femur.shaft': [28, 190],
  'femur.distal': [26, 224],
  patella: [25, 236],
  'tibia.proximal': [25, 248],
  'lower-leg.shaft': [25, 272],
  ankle: [26, 296],
  foot: [27, 308],
  toe: [27, 316],
  'pelvis.pubic-ramus': [8, 160],
  'pelvis.acetabulum': [22, 148],
  'pelvis.sacrum': [0, 138],
  'pelvis.other': [16, 140],
  'vertebra.cervical': [0, 54],
  'vertebra.thoracic': [0, 92],
  'vertebra.lumbar': [0, 122],
  'vertebra.unspecified': [0, 106],
  rib: [22, 96],
  sternum: [0, 80],
  clavicle: [20, 62],
  scapula: [32, 74],
  'humerus.proximal': [45, 74],
  'humerus.shaft': [51, 92],
  'humerus.distal': [54, 110],
  'forearm.proximal': [55, 118],
  'forearm.shaft': [58, 136],
  'wrist.distal-radius': [62, 156],
  'wrist.other': [63, 162],
  hand: [64, 170],
  finger: [65, 178],
  'skull-face': [0, 26],
  unspecified: [0, 190],
};

const middle = 100;

export function bodyPlaces(site: WorklistRow['site'], side: WorklistRow['side']): readonly Point[] {
  const [out, y] = places[site];
  const right = { x: middle - out, y };
  const left = { x: middle + out, y };
  if (side === 'both') return out === 0 ? [right] : [right, left];
  if (side === 'right') return [right];
  return side === 'left' ? [left] : [{ x: middle, y }];
}
