// Which questions of the assessment answer what a decision still asks. Decision: a table, because the words of a decision
// are its own; what stands in no row cannot be answered here (a text of a law that was not read, the birth date) and is
// shown as a sentence.

import { fieldOf } from '../assessment/fields.ts';

const rows: Readonly<Record<string, readonly string[]>> = {
  menopause: ['postmenopausal'],
  'other-fractures': ['other-fractures'],
  fractures: ['other-fractures'],
  'how-the-fracture-happened': ['low-energy'],
  'fracture-seen-on-an-image': ['seen-on-image'],
  'day-of-the-fracture': ['fracture-day'],
  'bone-density': ['dxa'],
  'a-recent-bone-density': ['dxa'],
  'bone-density: vertebrae': ['dxa-vertebrae'],
  'bone-density: lumbar-spine': ['dxa', 'dxa-not-measurable'],
  'bone-density: total-hip': ['dxa', 'dxa-not-measurable'],
  'bone-density: femoral-neck': ['dxa', 'dxa-not-measurable'],
  'bone-density: lumbar-spine without the fractured vertebrae': ['dxa-vertebrae'],
  'T-score by female reference': ['dxa-reference-sex'],
  'T-score by male reference': ['dxa-reference-sex'],
  'image-of-the-spine': ['spine-image'],
  'whole-image-of-the-spine': ['spine-image'],
  'grades-of-the-vertebrae': ['spine-image'],
  frax: ['frax'],
  'creatinine-clearance': ['lab-creatinine', 'weight'],
  'filtration-rate': ['lab-creatinine'],
  'corrected-calcium': ['lab-calcium', 'lab-albumin'],
  'vitamin-d': ['lab-vitamin-d'],
  'day-of-the-hip-operation': ['hip-operation'],
  'calcium-in-the-diet': ['dietary-calcium'],
  'body-mass-index': ['weight', 'height'],
  'site-of-the-hip-fracture': ['hip-site'],
  'garden-type': ['garden'],
  'x-ray': ['hip-x-ray'],
  'asa-class': ['asa'],
  'walking-before-the-fracture': ['walking-category'],
  'life-expectancy': ['life-weeks'],
  'walked-outdoors-with-at-most-a-stick': ['walked-outdoors'],
  'fit-for-a-prosthesis': ['fit-for-prosthesis'],
  'good-reduction-possible': ['good-reduction'],
  'bedbound-before-the-fracture': ['bedbound'],
  'comfort-is-the-only-aim': ['comfort-only'],
  'tumour-or-atypical-fracture': ['tumour-or-atypical'],
  'lives-in-an-institution': ['institutionalised'],
  'red-flags': ['red-flag'],
  'TLICS: morphology': ['tlics-morphology'],
  'TLICS: ligaments': ['tlics-ligaments'],
  'TLICS: neurology': ['tlics-neurology'],
  'TL AOSIS: morphology': ['ao-spine-type'],
  'TL AOSIS: neurology': ['ao-spine-neurology'],
  'TL AOSIS: indeterminate-ligaments': ['indeterminate-ligaments'],
  'TL AOSIS: comorbidity': ['spine-comorbidity'],
};

export interface OpenQuestion {
  /** As the decision asks it. */
  readonly question: string;
  /** Questions of the assessment that answer it; empty when it cannot be answered here. */
  readonly fields: readonly string[];
}

export function openQuestions(missing: readonly string[]): readonly OpenQuestion[] {
  return missing.map((question) => ({
    question,
    fields: rows[question] ?? (fieldOf(question) === undefined ? [] : [question]),
  }));
}
