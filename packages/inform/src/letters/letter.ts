// A letter as typed sections of plain text. Decision: a section's body is text that a nurse can edit; a line that begins with
// "- " is an item of a list. What it looks like is the server's matter.

export const letterKinds = [
  'general-practitioner',
  'patient',
  'referral-falls',
  'referral-dentist',
  'referral-endocrinologist',
  'spine-emergency',
  'attestation',
] as const;
export type LetterKind = (typeof letterKinds)[number];

export const letterLanguages = ['nl', 'fr', 'en'] as const;
export type LetterLanguage = (typeof letterLanguages)[number];

export interface LetterSection {
  readonly id: string;
  readonly heading: string;
  readonly body: string;
}

export interface Letter {
  readonly kind: LetterKind;
  readonly language: LetterLanguage;
  readonly title: string;
  readonly to: string;
  readonly salutation: string;
  readonly sections: readonly LetterSection[];
  readonly closing: string;
  /** Of a letter to the general practitioner: which of the framework's twelve items it states. */
  readonly items: readonly LetterItem[];
}

export interface LetterItem {
  readonly id: FrameworkItem;
  readonly stated: boolean;
  /** Where it stands: emptied, it is stated no more. */
  readonly section: string;
}

/** The twelve things a letter states by the Best Practice Framework's standard on communication. */
export const frameworkItems = [
  'risk-score',
  'dxa',
  't-scores',
  'spine-image',
  'primary-osteoporosis',
  'secondary-causes',
  'risk-factors',
  'current-medicine',
  'adherence',
  'follow-up',
  'lifestyle',
  'time-since-fracture',
] as const;
export type FrameworkItem = (typeof frameworkItems)[number];
