// Garden's types of a femoral neck fracture. Decision: what is acted on is displaced or not, because observers agree
// on that and not on the four types; a type that is not recorded is neither.

import type { Answer } from '@breekpunt/core';
import type { Recorded } from '../risk/model-answer.ts';

export const gardenTypes = ['I', 'II', 'III', 'IV'] as const;
export type GardenType = (typeof gardenTypes)[number];

/** I and II are undisplaced, III and IV displaced. */
export function isDisplaced(type: Recorded<GardenType>): Answer {
  if (type === 'not-recorded') return 'not-recorded';
  return type === 'III' || type === 'IV' ? 'yes' : 'no';
}
