// Which questions of the assessment answer what a decision still asks. Decision: a table, because the words of a decision
// are its own; what stands in no row cannot be answered here (a text of a law that was not read, the birth date) and is
// shown as a sentence.

import { fieldOf } from '../assessment/fields.ts';
import { askedCauses } from '../assessment/joint-fields.ts';

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
  'TL AOSIS: relevant-comorbidity': ['spine-comorbidity'],
  'OF score: of-class': ['of-class'],
  'OF score: low-bone-density': ['dxa', 'hounsfield'],
  'OF score: deformity-progression': ['deformity-progression'],
  'OF score: severe-pain': ['spine-pain'],
  'OF score: neurology': ['ao-spine-neurology'],
  'OF score: mobilisation': ['mobilisation'],
  'OF score: asa-above-3': ['asa-above-3'],
  'OF score: frailty-index-above-2': ['frailty-index'],
  'OF score: anticoagulation': ['anticoagulant'],
  pain: ['spine-pain'],
  'pain-relief-and-exercise-optimised': ['care-optimised'],
  'will-wear-it-every-day': ['wears-brace'],
  'reason-of-the-surgeon': ['surgeon-orders-brace'],
  'weeks-since-the-fracture': ['fracture-day'],
  'pain-at-that-level': ['focal-pain'],
  'oedema-on-mri-at-that-level': ['mri-oedema'],
  'x-ray-normal': ['necrosis-x-ray-normal'],
  'mri-of-both-hips': ['necrosis-mri'],
  'stage-of-arco-2019': ['necrosis-stage'],
  'extent-of-the-necrosis': ['necrosis-extent', 'jic-type'],
  'day-the-necrosis-was-found': ['necrosis-found'],
  'takes-steroids': ['glucocorticoids'],
  'steroids-of-three-months': ['steroid-grams'],
  'alcohol-a-week': ['alcohol-grams'],
  'months-of-alcohol': ['alcohol-months'],
  'cannot-bear-weight': ['leg-bears-no-weight'],
  'pain-at-rest-in-the-night': ['night-pain'],
  'weeks-of-exercise': ['exercise-weeks'],
  'day-of-the-last-injection': ['last-injection'],
  'waits-for-a-prosthesis': ['waits-for-prosthesis'],
  'necrosis-of-this-hip': ['necrosis-suspected'],
  'imaging-guidance-available': ['imaging-guidance'],
  'x-ray-explains-them': ['x-ray-explains'],
  'wants-a-prosthesis': ['wants-prosthesis'],
  'dose-of-the-injection': ['injection-dose'],
  'failure-of-the-liver': ['liver-failure'],
  'days-of-paracetamol': ['paracetamol-days'],
  'risk-factors-for-paracetamol': ['paracetamol-risk'],
  'lower-dose-was-not-enough': ['lower-dose-not-enough'],
  'other-anti-inflammatory-drug': ['second-anti-inflammatory'],
  'is-ibuprofen': ['pain-drugs'],
  'is-tramadol': ['pain-drugs'],
  'kidney-check': ['kidney-check'],
  'day-on-which-it-stops': ['opioid-stop-day'],
  laxative: ['opioid-laxative'],
  'plan-to-taper': ['opioid-taper'],
  'warning-about-falling-and-driving': ['opioid-warning'],
  'dose-as-oral-morphine': ['opioid-morphine'],
  'days-of-the-opioid': ['opioid-days'],
};

/** Words that mean something else in one topic than elsewhere. */
const rowsOf: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  necrosis: {
    ...Object.fromEntries(askedCauses.map((cause) => [cause, ['necrosis-causes']])),
    smoking: ['smokes'],
  },
};

export interface OpenQuestion {
  /** As the decision asks it. */
  readonly question: string;
  /** Questions of the assessment that answer it; empty when it cannot be answered here. */
  readonly fields: readonly string[];
}

export function openQuestions(topic: string, missing: readonly string[]): readonly OpenQuestion[] {
  return missing.map((question) => ({
    question,
    fields:
      rowsOf[topic]?.[question] ?? rows[question] ?? (fieldOf(question) === undefined ? [] : [question]),
  }));
}
