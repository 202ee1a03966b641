// What may be done for a broken hip: the table of options for the surgeon and the patient to talk about. Decision: a row
// is a rule; nothing is ranked where guidelines leave the choice to the patient, and half or total prosthesis is shown
// with all four outcomes of the trial.

import type { Answer } from '@breekpunt/core';
import { type GardenType, isDisplaced, type Recorded } from '@breekpunt/investigate';
import { all, any, asked, type Condition, fails, known, not, open, when } from '../logic/condition.ts';
import { type Pathway, type PathwayRow, pathway } from '../logic/pathway.ts';
import type { HipFractureRules } from './hip-fracture-rules.ts';

export interface HipFracturePatient {
  readonly site: Recorded<'neck' | 'trochanteric-a1-a2' | 'trochanteric-a3' | 'subtrochanteric'>;
  /** Of a broken neck. */
  readonly garden: Recorded<GardenType>;
  /** What the X-ray shows; negative with a suspicion asks for another image. */
  readonly xray: Recorded<'fracture' | 'negative'>;
  readonly canBearWeight: Answer;
  readonly age: Recorded<number>;
  /** ASA class, 1 to 5. */
  readonly asa: Recorded<number>;
  /** mL/min/1.73 m2. */
  readonly egfr: Recorded<number>;
  readonly bmi: Recorded<number>;
  /** Functional Ambulation Category, 0 to 5. */
  readonly fac: Recorded<number>;
  readonly lifeExpectancyWeeks: Recorded<number>;
  readonly institutionalised: Answer;
  /** Outdoors, alone, with at most one stick. */
  readonly walkedOutdoors: Answer;
  readonly cognitiveImpairment: Answer;
  readonly fitForProsthesis: Answer;
  readonly goodReductionPossible: Answer;
  readonly bedbound: Answer;
  /** The only aim is comfort. */
  readonly palliative: Answer;
  /** Through a tumour, or atypical under a drug that keeps bone. */
  readonly pathologicalOrAtypical: Answer;
}

export type HipOption =
  | 'talk-first-operation-or-comfort'
  | 'mri-or-ct'
  | 'oncological-or-atypical-path'
  | 'cannulated-screws'
  | 'sliding-hip-screw'
  | 'fixation-of-a-displaced-neck'
  | 'fixation-for-comfort'
  | 'half-prosthesis'
  | 'total-prosthesis'
  | 'nail'
  | 'long-nail'
  | 'no-operation';

export function hipFractureOptions(patient: HipFracturePatient, rules: HipFractureRules): Pathway<HipOption> {
  return pathway(
    [...before(patient, rules), ...neckRows(patient, rules), ...otherRows(patient)],
    rules.standings,
  );
}

function before(patient: HipFracturePatient, rules: HipFractureRules): readonly PathwayRow<HipOption>[] {
  const { numbers } = rules;
  const special = asked(patient.pathologicalOrAtypical, 'tumour-or-atypical-fracture');
  const unseen = all(
    known(patient.xray, 'x-ray', (shows) => shows === 'negative'),
    not(asked(patient.canBearWeight, 'can-bear-weight')),
  );
  const frail = all(
    known(patient.age, 'age', (age) => age >= numbers.frailFromAge),
    asked(patient.institutionalised, 'lives-in-an-institution'),
    any(
      known(patient.bmi, 'body-mass-index', (bmi) => bmi < numbers.frailBmiBelow),
      known(patient.asa, 'asa-class', (asa) => asa >= numbers.frailAsaFrom),
      known(patient.fac, 'walking-before-the-fracture', (fac) => fac <= numbers.frailFacAtMost),
    ),
  );
  return [
    { rule: 'HS13', when: special, show: ['oncological-or-atypical-path'], stops: true },
    {
      rule: 'HS14',
      when: unseen,
      show: ['mri-or-ct'],
      stops: true,
      figures: ['hip-surgery.scan-within-hours'],
    },
    { rule: 'HS1', when: frail, show: ['talk-first-operation-or-comfort'] },
  ];
}

function neckRows(patient: HipFracturePatient, rules: HipFractureRules): readonly PathwayRow<HipOption>[] {
  const { numbers } = rules;
  const neck = siteIs(patient, 'neck');
  const shifted = asked(isDisplaced(patient.garden), 'garden-type');
  const displaced = all(neck, shifted);
  const undisplaced = all(neck, not(shifted));
  const walker = all(
    asked(patient.walkedOutdoors, 'walked-outdoors-with-at-most-a-stick'),
    not(asked(patient.cognitiveImpairment, 'cognitive-impairment')),
    asked(patient.fitForProsthesis, 'fit-for-a-prosthesis'),
  );
  const weakKidneys = known(patient.egfr, 'filtration-rate', (egfr) => egfr < numbers.fixationEgfrFrom);
  const fixable = all(
    displaced,
    known(patient.age, 'age', (age) => age >= numbers.fixationLeastAge && age <= numbers.fixationMostAge),
    known(patient.asa, 'asa-class', (asa) => asa <= numbers.fixationAsaAtMost),
    asked(patient.goodReductionPossible, 'good-reduction-possible'),
    not(weakKidneys),
  );
  const older = known(patient.age, 'age', (age) => age >= numbers.reoperationFiguresFromAge);
  const young = known(patient.age, 'age', (age) => age < numbers.preserveJointBelowAge);
  const comfort = all(
    neck,
    asked(patient.bedbound, 'bedbound-before-the-fracture'),
    asked(patient.cognitiveImpairment, 'cognitive-impairment'),
    asked(patient.palliative, 'comfort-is-the-only-aim'),
  );
  const bothProstheses: readonly HipOption[] = ['total-prosthesis', 'half-prosthesis'];
  return [
    {
      rule: 'HS2',
      when: undisplaced,
      show: ['cannulated-screws', 'sliding-hip-screw'],
      figures: ['hip-surgery.undisplaced-fails'],
    },
    { rule: 'HS15', when: all(undisplaced, mayStayUnoperated(patient, rules)), show: ['no-operation'] },
    { rule: 'HS5', when: all(fixable, young), show: ['fixation-of-a-displaced-neck'], figures: youngFigures },
    { rule: 'HS3', when: fixable, show: ['fixation-of-a-displaced-neck'] },
    { rule: 'HS4', when: all(fixable, older), show: ['fixation-of-a-displaced-neck'], figures: olderFigures },
    { rule: 'HS6', when: all(displaced, walker), show: bothProstheses, figures: trialFigures },
    { rule: 'HS7', when: all(displaced, not(walker)), show: ['half-prosthesis'] },
    { rule: 'HS8', when: all(displaced, weakKidneys), block: ['fixation-of-a-displaced-neck'] },
    { rule: 'HS9', when: comfort, show: ['fixation-for-comfort', 'talk-first-operation-or-comfort'] },
  ];
}

const youngFigures = ['hip-surgery.reoperation-young'];
const olderFigures = ['fixation', 'hemi', 'total'].map((kind) => `hip-surgery.reoperation-${kind}`);
const trialFigures = ['second-procedure', 'dislocation', 'death', 'serious-events'].map(
  (outcome) => `hip-surgery.health-${outcome}`,
);

function mayStayUnoperated(patient: HipFracturePatient, { numbers }: HipFractureRules): Condition {
  return any(
    asked(patient.bedbound, 'bedbound-before-the-fracture'),
    known(patient.lifeExpectancyWeeks, 'life-expectancy', (weeks) => weeks < numbers.conservativeWeeks),
  );
}

function otherRows(patient: HipFracturePatient): readonly PathwayRow<HipOption>[] {
  return [
    { rule: 'HS10', when: siteIs(patient, 'trochanteric-a1-a2'), show: ['sliding-hip-screw', 'nail'] },
    { rule: 'HS11', when: siteIs(patient, 'trochanteric-a3'), show: ['nail'] },
    { rule: 'HS12', when: siteIs(patient, 'subtrochanteric'), show: ['long-nail'] },
  ];
}

/** A fracture that the X-ray does not show has no site yet. */
function siteIs({ site, xray }: HipFracturePatient, wanted: HipFracturePatient['site']): Condition {
  if (xray === 'negative') return fails;
  return site === 'not-recorded' ? open('site-of-the-hip-fracture') : when(site === wanted);
}
