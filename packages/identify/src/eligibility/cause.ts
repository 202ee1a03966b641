// Whether the fracture can be one of fragile bone: mechanism, disease, overload, implant.
// Decision: only a stated exception excludes. A mechanism nobody wrote down is asked for and holds nothing up;
// statements that contradict each other do, because one of them would exclude.

import { unreachable } from '@breekpunt/core';
import type { FractureEpisode } from '../episodes/episode.ts';
import type { EligibilityRules } from './eligibility-rules.ts';
import { against, blockedBy, type Judgement, note, nothingToSay, together } from './judgement.ts';

export function judgeCause(episode: FractureEpisode, rules: EligibilityRules): Judgement {
  return together([
    judgeMechanism(episode, rules),
    judgeDisease(episode, rules),
    ...judgeSpecialKinds(episode),
  ]);
}

function judgeMechanism({ mechanism, flags }: FractureEpisode, rules: EligibilityRules): Judgement {
  switch (mechanism) {
    case 'high-energy':
      return against(rules.country === 'NL' ? 'CF5' : 'CF11');
    case 'contradictory':
      return blockedBy('CF24', 'mechanism');
    case 'low-energy':
      return nothingToSay;
    case 'not-recorded':
      return flags.some((flag) => flag === 'osteoporotic' || flag === 'insufficiency')
        ? nothingToSay
        : note('CF20', 'mechanism');
    default:
      return unreachable(mechanism);
  }
}

function judgeDisease({ flags }: FractureEpisode, rules: EligibilityRules): Judgement {
  if (!flags.includes('pathological')) return nothingToSay;
  const isOsteoporotic = flags.includes('osteoporotic') || flags.includes('insufficiency');
  if (isOsteoporotic) return blockedBy('CF24', 'cause');
  return against(rules.country === 'NL' ? 'CF6' : 'CF12');
}

function judgeSpecialKinds({ flags }: FractureEpisode): readonly Judgement[] {
  const isFragile = flags.includes('osteoporotic') || flags.includes('insufficiency');
  return [
    flags.includes('atypical-femur') ? note('CF16') : nothingToSay,
    flags.includes('periprosthetic') ? blockedBy('CF17', 'implant') : nothingToSay,
    flags.includes('stress') && !isFragile ? blockedBy('CF18', 'cause') : nothingToSay,
  ];
}
