// Whether a fracture episode leads to investigation by a Fracture Liaison Service, and why.
// Decision: every rule is asked and every objection is kept, so an episode that does not count stays visible with all
// its reasons. An unknown that could turn the answer makes it 'cannot-tell' and says what to ask; an unknown that
// could not is asked too, without holding the answer up.

import type { CalendarDate } from '@breekpunt/core';
import type { FractureEpisode } from '../episodes/episode.ts';
import { judgeAge, judgeDeath } from './age-and-death.ts';
import { judgeCause } from './cause.ts';
import type { EligibilityPatient } from './eligibility-patient.ts';
import type { EligibilityRules } from './eligibility-rules.ts';
import type { Judgement, MissingFact, Reason } from './judgement.ts';
import { judgeRecency } from './recency.ts';
import { judgeSite } from './site.ts';
import { judgeStatus } from './status.ts';

export type Eligibility =
  | {
      readonly outcome: 'eligible';
      readonly reasons: readonly [Reason, ...Reason[]];
      /** Worth asking, though it does not hold the case up. */
      readonly missing: readonly MissingFact[];
    }
  | {
      readonly outcome: 'not-eligible';
      readonly reasons: readonly [Reason, ...Reason[]];
      readonly missing: readonly MissingFact[];
    }
  | {
      readonly outcome: 'cannot-tell';
      /** What is already clear. */
      readonly reasons: readonly Reason[];
      readonly missing: readonly [MissingFact, ...MissingFact[]];
    };

export function eligibility(
  episode: FractureEpisode,
  patient: EligibilityPatient,
  today: CalendarDate,
  rules: EligibilityRules,
): Eligibility {
  const judgements: readonly Judgement[] = [
    judgeStatus(episode),
    judgeSite(episode, rules),
    judgeCause(episode, rules),
    judgeAge(episode, patient, today, rules),
    judgeRecency(episode, today, rules),
    judgeDeath(episode, patient, today),
  ];
  const reasons = unique(judgements.flatMap((judgement) => judgement.reasons));
  const asked = unique(judgements.flatMap((judgement) => [...judgement.blocking, ...judgement.toAsk]));

  const [objection, ...objections] = reasons.filter((reason) => reason.speaks === 'against');
  if (objection !== undefined) {
    return { outcome: 'not-eligible', reasons: [objection, ...objections], missing: asked };
  }
  const [question, ...questions] = unique(judgements.flatMap((judgement) => judgement.blocking));
  if (question !== undefined) {
    const others = asked.filter((fact) => fact !== question && !questions.includes(fact));
    return { outcome: 'cannot-tell', reasons, missing: [question, ...questions, ...others] };
  }
  return { outcome: 'eligible', reasons: [mainReason(episode, rules), ...reasons], missing: asked };
}

/** The rule by which the case opens: recent and from the age on, or in Belgium a vertebra at any time. */
function mainReason(episode: FractureEpisode, rules: EligibilityRules): Reason {
  if (rules.country === 'NL') return { rule: 'CF1', speaks: 'for' };
  return { rule: episode.site.startsWith('vertebra.') ? 'CF8' : 'CF9', speaks: 'for' };
}

function unique<T extends Reason | MissingFact>(items: readonly T[]): readonly T[] {
  const seen = new Map(
    items.map((item) => [typeof item === 'string' ? item : `${item.rule} ${item.speaks}`, item]),
  );
  return [...seen.values()];
}
