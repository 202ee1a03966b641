// Everything that finding cases needs and that is dear to make, made once for a process: the case finder, the value
// sets of codes, the rules of each country by the day they are asked for.

import type { CalendarDate, Result } from '@breekpunt/core';
import {
  type CaseFinder,
  type CodeIndex,
  createCaseFinder,
  type EligibilityRules,
  type EpisodeRules,
  eligibilityRulesOn,
  episodeRulesOn,
  indexCodes,
  type UrgencyRules,
  urgencyRulesOn,
} from '@breekpunt/identify';
import { type Country, type Knowledge, loadKnowledge } from '@breekpunt/knowledge';

export interface RulesInForce {
  readonly episodes: EpisodeRules;
  readonly eligibility: EligibilityRules;
  readonly urgency: UrgencyRules;
}

export interface CaseFinding {
  readonly knowledgeVersion: string;
  readonly finder: CaseFinder;
  readonly codes: CodeIndex;
  rulesOn(country: Country, day: CalendarDate): RulesInForce;
}

/** Takes tenths of a second: make one and keep it. */
export function prepareCaseFinding(knowledge: Knowledge = loadKnowledge()): CaseFinding {
  const rules = new Map<string, RulesInForce>();
  return {
    knowledgeVersion: knowledge.version,
    finder: createCaseFinder(),
    codes: indexCodes(Object.values(knowledge.codes)),
    rulesOn(country, day) {
      const key = `${country} ${day}`;
      const known = rules.get(key);
      if (known !== undefined) return known;
      const found = {
        episodes: inForce(episodeRulesOn(knowledge, day)),
        eligibility: inForce(eligibilityRulesOn(knowledge, country, day)),
        urgency: inForce(urgencyRulesOn(knowledge, day)),
      };
      rules.set(key, found);
      return found;
    },
  };
}

/** Knowledge without the numbers for a day cannot judge anyone; that is said, not worked around. */
function inForce<T>(found: Result<T, { readonly kind: string }>): T {
  if (found.ok) return found.value;
  throw new Error(`The knowledge has no value for this day: ${JSON.stringify(found.error)}`);
}
