// The letter to the general practitioner: findings, what was decided and why, the medicine with its rules, and what is asked.
// Decision: which of the twelve items of the framework it states is worked out from the same facts, so that the list beside
// the letter cannot promise more than the letter says.

import type { FrameworkItem, LetterSection } from './letter.ts';
import type { LetterFacts } from './letter-facts.ts';
import type { LetterSay } from './letter-words.ts';
import {
  causeLines,
  contactLines,
  type Definition,
  drugName,
  fallsLines,
  fractureLines,
  lifestyleLines,
  lines,
  medicineLines,
  osteoporosisLine,
  paragraph,
  riskLines,
  scanLines,
  spineLines,
} from './said-facts.ts';

/** The sentence of a rule in the language of the letter; null for a rule that is not known. */
export type SentenceOfRule = (rule: string) => string | null;

export function generalPractitionerSections(
  facts: LetterFacts,
  definition: Definition,
  sentenceOf: SentenceOfRule,
  say: LetterSay,
): LetterSection[] {
  const section = (id: string, heading: string, body: string): LetterSection => ({ id, heading, body });
  return [
    section('findings', say('h.findings'), lines(fractureLines(facts, say))),
    section('dxa', say('h.dxa'), lines(scanLines(facts, say), osteoporosisLine(facts, definition, say))),
    section('spine', say('h.spine'), lines(spineLines(facts, say))),
    section('causes', say('h.causes'), lines(causeLines(facts, say))),
    section('risk', say('h.risk'), paragraph(riskLines(facts, say))),
    section('medicines', say('h.medicines'), paragraph(medicineLines(facts, say))),
    section('decision', say('h.decision'), lines(decisionLines(facts, sentenceOf, say))),
    section('treatment', say('h.treatment'), paragraph(treatmentLines(facts, say))),
    section('lifestyle', say('h.lifestyle'), paragraph(lifestyleLines(facts, say), fallsLines(facts, say))),
    section('follow-up', say('h.follow-up'), lines(contactLines(facts, say))),
    section('ask', say('h.ask'), lines(askLines(facts, say))),
  ];
}

function decisionLines(facts: LetterFacts, sentenceOf: SentenceOfRule, say: LetterSay): readonly string[] {
  const { decision } = facts;
  if (decision === null) return [say('decision.none')];
  return [
    paragraph(
      say(`outcome.${decision.outcome}`, { drug: drugName(facts, say) ?? '' }),
      say('decision.by', { day: say.day(decision.on), by: decision.by }),
      decision.overrideReason === null ? null : say('decision.override', { reason: decision.overrideReason }),
    ),
    ...(decision.rules.length === 0 ? [] : [say('decision.why')]),
    ...decision.rules.map((rule) => `- ${[sentenceOf(rule), `(${rule})`].filter(Boolean).join(' ')}`),
  ];
}

function treatmentLines(facts: LetterFacts, say: LetterSay): readonly string[] {
  const { decision, drugFacts } = facts;
  const drug = drugName(facts, say);
  if (decision === null || drug === null || drugFacts === null) return [say('treatment.none')];
  const { amount, unit, way, rhythm, courseMonths, reviewMonths } = drugFacts;
  return [
    say('dose', {
      drug,
      amount: say.number(amount),
      unit,
      rhythm: say.of('rhythm', rhythm),
      way: say.of('way', way),
    }),
    decision.startOn === null ? say('start.unknown') : say('start.on', { day: say.day(decision.startOn) }),
    ...(courseMonths === null ? [] : [say('course', { months: courseMonths })]),
    reviewMonths === null ? say('review.unknown') : say('review', { months: reviewMonths }),
    say(decision.drug === 'denosumab' ? 'denosumab.stop' : 'stop.general'),
  ];
}

function askLines(facts: LetterFacts, say: LetterSay): readonly string[] {
  const drug = drugName(facts, say);
  return [
    ...(facts.decision === null ? [`- ${say('ask.open')}`] : []),
    ...(drug === null ? [] : [`- ${say('ask.prescribe', { drug })}`]),
    ...(facts.decision?.drug === 'denosumab' ? [`- ${say('ask.denosumab')}`] : []),
    `- ${say('ask.calcium')}`,
    `- ${say('ask.falls')}`,
    `- ${say('ask.new')}`,
  ];
}

export const sectionOfItem: Readonly<Record<FrameworkItem, string>> = {
  'risk-score': 'risk',
  dxa: 'dxa',
  't-scores': 'dxa',
  'spine-image': 'spine',
  'primary-osteoporosis': 'dxa',
  'secondary-causes': 'causes',
  'risk-factors': 'risk',
  'current-medicine': 'medicines',
  adherence: 'medicines',
  'follow-up': 'follow-up',
  lifestyle: 'lifestyle',
  'time-since-fracture': 'findings',
};

export function statedItems(facts: LetterFacts): Readonly<Record<FrameworkItem, boolean>> {
  const asked = Object.values(facts.riskFactors).some((answer) => answer !== 'not-recorded');
  return {
    'risk-score': facts.riskScore !== null,
    dxa: facts.scan !== 'none' || facts.tScores.length > 0,
    't-scores': facts.tScores.length > 0,
    'spine-image': facts.spine !== null,
    'primary-osteoporosis': facts.tScores.length > 0 && facts.secondaryCauses !== null,
    'secondary-causes': facts.secondaryCauses !== null,
    'risk-factors': asked || facts.falls !== null,
    'current-medicine': facts.medicines !== null,
    adherence: facts.adherence !== 'not-recorded',
    'follow-up': facts.contacts.length > 0,
    lifestyle:
      facts.riskFactors.smokes !== 'not-recorded' ||
      facts.alcoholUnitsPerDay !== null ||
      facts.calciumMgPerDay !== null,
    'time-since-fracture': facts.fractures.some(({ ofThisCase, on }) => ofThisCase && on !== null),
  };
}
