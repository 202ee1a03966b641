// Whether there is a fracture at all.
// Decision: a suspicion is never counted and never dropped; an excluded one keeps its reason.

import { unreachable } from '@breekpunt/core';
import type { FractureEpisode } from '../episodes/episode.ts';
import { against, blockedBy, type Judgement, nothingToSay } from './judgement.ts';

export function judgeStatus({ status }: FractureEpisode): Judgement {
  switch (status) {
    case 'present':
      return nothingToSay;
    case 'possible':
      return blockedBy('CF14', 'confirmation');
    case 'excluded':
      return against('CF15');
    default:
      return unreachable(status);
  }
}
