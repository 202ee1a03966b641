// What one question about an episode contributes to the answer: reasons, and what is not known.
// Decision: `blocking` and `toAsk` are apart, so that a missing mechanism does not keep a broken hip off the list
// while a missing birth date does.

/** Facts a nurse can look up or ask for. */
export const missingFacts = [
  'birth-date',
  'death-date',
  /** A report dated after today or before birth. */
  'report-date',
  'fracture-date',
  'site',
  'vertebral-level',
  /** A fall from standing height or less, or something worse? */
  'mechanism',
  /** Osteoporosis, tumour, overload: which one? */
  'cause',
  /** Is it a fracture at all? */
  'confirmation',
  /** Which implant, and did the patient fall? */
  'implant',
] as const;

export type MissingFact = (typeof missingFacts)[number];

export interface Reason {
  /** Id of a rule in knowledge/rules/case-finding.md. */
  readonly rule: string;
  readonly speaks: 'for' | 'against' | 'note';
}

export interface Judgement {
  readonly reasons: readonly Reason[];
  /** Unknowns that could turn the answer. */
  readonly blocking: readonly MissingFact[];
  /** Unknowns worth asking that do not hold the answer up. */
  readonly toAsk: readonly MissingFact[];
}

export const nothingToSay: Judgement = { reasons: [], blocking: [], toAsk: [] };

export function against(rule: string): Judgement {
  return { ...nothingToSay, reasons: [{ rule, speaks: 'against' }] };
}

/** An unknown that could turn the answer, by the rule that needs it. */
export function blockedBy(rule: string, ...facts: readonly MissingFact[]): Judgement {
  return { reasons: [{ rule, speaks: 'note' }], blocking: facts, toAsk: [] };
}

export function note(rule: string, ...toAsk: readonly MissingFact[]): Judgement {
  return { reasons: [{ rule, speaks: 'note' }], blocking: [], toAsk };
}

export function together(judgements: readonly Judgement[]): Judgement {
  return {
    reasons: judgements.flatMap((each) => each.reasons),
    blocking: judgements.flatMap((each) => each.blocking),
    toAsk: judgements.flatMap((each) => each.toAsk),
  };
}
