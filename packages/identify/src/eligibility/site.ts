// Whether the broken bone is one that counts.
// Decision: a bone nobody named is asked for, never assumed; a vertebra without a level counts, because the neck is
// the rare one, and the level is asked for beside it.

import type { FractureEpisode } from '../episodes/episode.ts';
import type { EligibilityRules } from './eligibility-rules.ts';
import { against, blockedBy, type Judgement, note, nothingToSay } from './judgement.ts';

export function judgeSite({ site }: FractureEpisode, rules: EligibilityRules): Judgement {
  if (rules.excludedSites.includes(site)) return against(rules.country === 'NL' ? 'CF4' : 'CF10');
  if (!rules.includedSites.includes(site)) return blockedBy('CF23', 'site');
  return site === 'vertebra.unspecified' ? note('CF25', 'vertebral-level') : nothingToSay;
}
