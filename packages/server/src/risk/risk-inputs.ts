// What the record answers, as the risk scores ask it. Decision: an answer is taken over only where it means the same: "yes, a
// heart attack" is heart disease, "no heart attack" is not "no heart disease"; the rest is asked.

import { type Answer, ageInYears, type CalendarDate, type FractureSite } from '@breekpunt/core';
import type {
  CopdItems,
  FractureIndexInput,
  Mobility,
  NhgScoreInput,
  NottinghamInput,
  ParkerInput,
  Recorded,
} from '@breekpunt/investigate';
import { modelNumber, modelOf } from '@breekpunt/knowledge';
import type {
  AlcoholIntake,
  Condition,
  EthnicGroup,
  QFractureInput,
  SmokingHabit,
} from '@breekpunt/qfracture';
import type { GlucocorticoidAnswer, OtherFracture } from '../assessment/answer.ts';
import { birthDayOf, type CaseRecord } from '../assessment/case-record.ts';
import { otherFractures, ownFracture } from '../assessment/fractures-of.ts';
import { labResultsOf } from '../assessment/lab-results.ts';
import { newestTScores } from '../assessment/scan-of.ts';
import type { Answers } from '../assessment/shown-answers.ts';
import { ageOf, valueOr, yesNo } from '../decision/bone-patient-of.ts';
import type { Deciding } from '../decision/decisions-of.ts';
import { bodyMassIndex } from '../decision/hip-patient-of.ts';

export interface RiskPatient {
  readonly record: CaseRecord;
  readonly answers: Answers;
  readonly deciding: Deciding;
}

export function ageIn({ record, deciding }: RiskPatient): Recorded<number> {
  return ageOf(record, deciding.context.on) ?? 'not-recorded';
}

/** Years over which QFracture looks: as the indicators and the other models do. */
const qfractureYears = 10;

export function qfractureInput(patient: RiskPatient): QFractureInput {
  const { record, answers } = patient;
  const alcohol = yesNo(answers, 'alcohol') === 'no' ? 'none' : 'not-recorded';
  const told = valueOr<AlcoholIntake>(answers, 'alcohol-units');
  return {
    sex: record.person.sex,
    age: ageIn(patient),
    bodyMassIndex: bodyMassIndex(answers),
    alcohol: told === 'not-recorded' ? alcohol : told,
    smoking: valueOr<SmokingHabit>(answers, 'smoking-habit'),
    ethnicGroup: valueOr<EthnicGroup>(answers, 'ethnic-group'),
    conditions: conditionsOf(record, answers),
    years: qfractureYears,
  };
}

function conditionsOf(record: CaseRecord, answers: Answers): Readonly<Record<Condition, Answer>> {
  const said = (field: string): Answer => yesNo(answers, field);
  const diabetes = said('diabetes');
  const type = valueOr<'type-1' | 'type-2'>(answers, 'diabetes-type');
  const diabetesOf = (wanted: 'type-1' | 'type-2'): Answer =>
    diabetes === 'no'
      ? 'no'
      : diabetes === 'yes' && type !== 'not-recorded'
        ? is(type === wanted)
        : 'not-recorded';
  return {
    antidepressants: yesFrom(said('antidepressants'), takesClass(answers, 'antidepressants')),
    'any-cancer': yesFrom(said('cancer'), said('breast-cancer'), said('bone-malignancy')),
    'asthma-or-copd': said('asthma-or-copd'),
    'care-home': said('institutionalised'),
    corticosteroids: said('glucocorticoids'),
    'cardiovascular-disease': yesFrom(said('cardiovascular-disease'), said('heart-attack-or-stroke')),
    dementia: said('dementia'),
    'endocrine-disorder': said('endocrine-disorder'),
    'epilepsy-or-anticonvulsants': yesFrom(
      said('epilepsy-or-anticonvulsants'),
      takesClass(answers, 'antiepileptics'),
    ),
    falls: yesFrom(said('ever-fell'), said('low-energy'), fellLately(answers)),
    'earlier-fracture': yesFrom(said('earlier-major-fracture'), brokeMajor(record, answers)),
    'oestrogen-only-hrt': said('takes-oestrogen') === 'no' ? 'no' : said('oestrogen-only'),
    'chronic-liver-disease': yesFrom(said('chronic-liver-disease'), said('liver-impairment')),
    malabsorption: said('malabsorption'),
    'parkinsons-disease': said('parkinsons-disease'),
    'rheumatoid-arthritis-or-sle': eitherOf(said('rheumatoid'), said('lupus')),
    'chronic-renal-disease': said('kidney-disease'),
    'type-1-diabetes': diabetesOf('type-1'),
    'type-2-diabetes': diabetesOf('type-2'),
    'parent-with-osteoporosis-or-hip-fracture': yesFrom(said('parent-osteoporosis'), said('parent-hip')),
  };
}

function is(truth: boolean): Answer {
  return truth ? 'yes' : 'no';
}

/** Yes when any of them says yes; otherwise what the question itself was answered. */
function yesFrom(asked: Answer, ...implying: readonly Answer[]): Answer {
  return implying.includes('yes') ? 'yes' : asked;
}

function eitherOf(a: Answer, b: Answer): Answer {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'no' && b === 'no' ? 'no' : 'not-recorded';
}

function takesClass(answers: Answers, drugs: string): Answer {
  const listed = answers.get('fall-risk-medicines')?.answer;
  return Array.isArray(listed) && (listed as readonly string[]).includes(drugs) ? 'yes' : 'not-recorded';
}

function fellLately(answers: Answers): Answer {
  const falls = valueOr<number>(answers, 'falls-last-year');
  return falls !== 'not-recorded' && falls > 0 ? 'yes' : 'not-recorded';
}

/** Hip, spine, wrist or shoulder: the fractures that QFracture counts. */
function isMajor(site: FractureSite): boolean {
  return (
    site.startsWith('hip.') ||
    site.startsWith('vertebra.') ||
    site.startsWith('wrist.') ||
    site === 'humerus.proximal'
  );
}

function brokeMajor(record: CaseRecord, answers: Answers): Answer {
  const told = valueOr<readonly OtherFracture[]>(answers, 'other-fractures');
  const sites = [
    ownFracture(record).site,
    ...otherFractures(record).map(({ site }) => site),
    ...(told === 'not-recorded' ? [] : told.map(({ site }) => site)),
  ];
  return sites.some(isMajor) ? 'yes' : 'not-recorded';
}

export function nhgInput(patient: RiskPatient): NhgScoreInput {
  const { answers, deciding } = patient;
  const model = modelOf(deciding.rules.knowledge, 'nhg-score-2012');
  return {
    age: ageIn(patient),
    weightKg: valueOr<number>(answers, 'weight'),
    heightCm: valueOr<number>(answers, 'height'),
    fractureAfter50: brokeAfter(patient, modelNumber(model, 'fracture-after-age').value),
    parentHipFracture: yesNo(answers, 'parent-hip'),
    reducedMobility: yesNo(answers, 'reduced-mobility'),
    rheumatoidArthritis: yesNo(answers, 'rheumatoid'),
    secondaryCondition: yesNo(answers, 'secondary-condition'),
    glucocorticoids: glucocorticoidsAbove(
      answers,
      modelNumber(model, 'glucocorticoid-dose-above').value,
      modelNumber(model, 'glucocorticoid-months-above').value,
    ),
  };
}

/** What the form for COPD asks besides. */
export function copdItems({ answers, deciding }: RiskPatient): CopdItems {
  const model = modelOf(deciding.rules.knowledge, 'nhg-score-copd-2015');
  const counted = (field: string, counts: (value: number) => boolean): Answer => {
    const value = valueOr<number>(answers, field);
    if (value !== 'not-recorded') return is(counts(value));
    return yesNo(answers, field) === 'no' ? 'no' : 'not-recorded';
  };
  return {
    moreThanOneFall: counted('falls-last-year', (falls) => falls > modelNumber(model, 'falls-above').value),
    alcohol3Units: counted('alcohol', (units) => units >= modelNumber(model, 'alcohol-units-from').value),
    fev1BelowHalf: yesNo(answers, 'fev1-below-half'),
  };
}

function glucocorticoidsAbove(answers: Answers, mgPerDay: number, months: number): Answer {
  const taken = valueOr<GlucocorticoidAnswer>(answers, 'glucocorticoids');
  if (taken === 'not-recorded') return yesNo(answers, 'glucocorticoids') === 'no' ? 'no' : 'not-recorded';
  return is(taken.mgPerDay > mgPerDay && taken.months > months);
}

/** Whether any bone broke after that birthday. The fracture of the case is one of them. */
function brokeAfter({ record, answers }: RiskPatient, years: number): Answer {
  const birth = birthDayOf(record.person);
  const told = valueOr<readonly OtherFracture[]>(answers, 'other-fractures');
  const own = valueOr<CalendarDate>(answers, 'fracture-day');
  const days = [
    own === 'not-recorded' ? ownFracture(record).on : own,
    ...otherFractures(record).map(({ on }) => on),
    ...(told === 'not-recorded' ? [] : told.map(({ on }) => on)),
  ];
  const ages = days.map((on) => (on === null || birth === null ? null : ageInYears(birth, on)));
  if (ages.some((age) => age !== null && age >= years)) return 'yes';
  const known = !ages.includes(null) && yesNo(answers, 'other-fractures') !== 'not-recorded';
  return known ? 'no' : 'not-recorded';
}

export function fractureIndexInput(patient: RiskPatient): FractureIndexInput {
  const { record, answers, deciding } = patient;
  const model = modelOf(deciding.rules.knowledge, 'fracture-index');
  const hips = newestTScores(record.scans, 'total-hip');
  return {
    age: ageIn(patient),
    fractureAfter50: brokeAfter(patient, modelNumber(model, 'fracture-after-age').value),
    motherHipFracture: yesNo(answers, 'parent-hip') === 'no' ? 'no' : yesNo(answers, 'mother-hip'),
    weightKg: valueOr<number>(answers, 'weight'),
    smokesNow: yesNo(answers, 'smokes'),
    needsArmsToRise: yesNo(answers, 'arms-to-rise'),
    tScore: hips.length === 0 ? 'not-recorded' : Math.min(...hips),
  };
}

export function nottinghamInput(patient: RiskPatient): NottinghamInput {
  const { record, answers, deciding } = patient;
  return {
    age: ageIn(patient),
    sex: record.person.sex,
    haemoglobin: haemoglobinIn(record, deciding),
    mentalTestScore: valueOr<number>(answers, 'mental-test'),
    fromInstitution: yesNo(answers, 'institutionalised'),
    comorbidities: valueOr<number>(answers, 'comorbidities'),
    malignancy: yesNo(answers, 'malignancy-20-years'),
  };
}

/** As it was before the fracture. */
export function parkerInput({ answers }: RiskPatient): ParkerInput {
  return {
    indoors: valueOr<Mobility>(answers, 'walks-indoors'),
    outdoors: valueOr<Mobility>(answers, 'walks-outdoors'),
    shopping: valueOr<Mobility>(answers, 'goes-shopping'),
  };
}

/** In the unit of the laboratory where the score has a limit for it, so that no conversion decides a point. */
function haemoglobinIn(record: CaseRecord, { rules }: Deciding): NottinghamInput['haemoglobin'] {
  const newest = labResultsOf(record.labs, rules.labs).usable.get('haemoglobin');
  if (newest === undefined) return 'not-recorded';
  const { row, result } = newest;
  const perDecilitre = row.unit?.replaceAll(/\s/g, '').toLowerCase() === 'g/dl';
  return perDecilitre && row.value !== null
    ? { value: row.value, unit: 'g/dL' }
    : { value: result.value, unit: 'mmol/L' };
}
