// The sex on which the guidelines and reference curves decide. Not recorded is an answer of its own: no
// reference value, risk model or wording may be chosen from it as if it were one of the others.

export const sexes = ['female', 'male', 'other', 'not-recorded'] as const;

export type Sex = (typeof sexes)[number];
