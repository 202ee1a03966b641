// What QFracture-2012 asks, in this project's words, and the parameter of the original each question feeds.
// Decision: the original's categories are spelled out as words, so that nobody has to know that 3 means 3 to 6 units.

/** Yes-or-no questions → parameter of the original. Wordings are ours. */
export const conditions = {
  antidepressants: 'b_antidepressant',
  'any-cancer': 'b_anycancer',
  'asthma-or-copd': 'b_asthmacopd',
  'care-home': 'b_carehome',
  corticosteroids: 'b_corticosteroids',
  'cardiovascular-disease': 'b_cvd',
  dementia: 'b_dementia',
  'endocrine-disorder': 'b_endocrine',
  'epilepsy-or-anticonvulsants': 'b_epilepsy2',
  falls: 'b_falls',
  'earlier-fracture': 'b_fracture4',
  'oestrogen-only-hrt': 'b_hrt_oest',
  'chronic-liver-disease': 'b_liver',
  malabsorption: 'b_malabsorption',
  'parkinsons-disease': 'b_parkinsons',
  'rheumatoid-arthritis-or-sle': 'b_ra_sle',
  'chronic-renal-disease': 'b_renal',
  'type-1-diabetes': 'b_type1',
  'type-2-diabetes': 'b_type2',
  'parent-with-osteoporosis-or-hip-fracture': 'fh_osteoporosis',
} as const;

export type Condition = keyof typeof conditions;

/** Units of alcohol a day (UK unit: 8 g). Place in the list = category of the original. */
export const alcoholIntakes = ['none', 'under-1', '1-to-2', '3-to-6', '7-to-9', 'over-9'] as const;
export type AlcoholIntake = (typeof alcoholIntakes)[number];

/** Cigarettes a day. Place in the list = category of the original. */
export const smokingHabits = ['never', 'former', 'under-10', '10-to-19', '20-or-more'] as const;
export type SmokingHabit = (typeof smokingHabits)[number];

/**
 * The census groups of the original, from category 1. Its first is "white or not stated": a caller who wants the
 * original's treatment of the unstated must say so, because here not recorded is never assumed to be anything.
 */
export const ethnicGroups = [
  'white-or-not-stated',
  'indian',
  'pakistani',
  'bangladeshi',
  'other-asian',
  'black-caribbean',
  'black-african',
  'chinese',
  'other',
] as const;
export type EthnicGroup = (typeof ethnicGroups)[number];
