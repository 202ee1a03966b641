// The point scores of a case. Decision: each says for whom it was made before it asks anything; an answer that is still missing
// leaves a span and every reading that is still possible.

import type { Result } from '@breekpunt/core';
import {
  fractureIndex,
  type MissingInput,
  type ModelStamp,
  nhgScore,
  nhgScoreInCopd,
  nottinghamHipFractureScore,
  type OutsideRange,
  orai,
  ost,
  parkerMobilityScore,
  type ScoreAnswer,
  stampOf,
} from '@breekpunt/investigate';
import { modelOf } from '@breekpunt/knowledge';
import { valueOr, yesNo } from '../decision/bone-patient-of.ts';
import type { OpenQuestion } from '../decision/question-fields.ts';
import { limitsOf } from '../knowledge/told-text.ts';
import {
  ageIn,
  copdItems,
  fractureIndexInput,
  nhgInput,
  nottinghamInput,
  parkerInput,
  type RiskPatient,
} from './risk-inputs.ts';
import { type RiskAnswer, type RiskFigure, type RiskModel, type RiskSource, stamped } from './risk-view.ts';

type PointModel = Exclude<RiskModel, 'qfracture-2012' | 'frax'>;
type Unmarked = Omit<RiskAnswer, 'mark'>;

export function scoreAnswer(
  id: PointModel,
  patient: RiskPatient,
  sourcesOf: (stamp: ModelStamp) => readonly RiskSource[],
): Unmarked {
  const { knowledge } = patient.deciding.rules;
  // One equation with two readings: the cut for white women and the bands for Asian women.
  const model = modelOf(knowledge, id === 'osta' ? 'ost' : id);
  const stamp = stampOf(model);
  const blank: Unmarked = {
    model: id,
    ...stamped(stamp, limitsOf(model), sourcesOf(stamp)),
    outcome: 'cannot-tell',
    figures: [],
    readings: [],
    questions: [],
    refused: [],
    notFor: null,
    warnings: [],
    disclaimer: null,
    withBoneDensity: null,
  };
  const notFor = notMadeFor(id, patient);
  if (notFor !== null) return { ...blank, outcome: 'not-made-for', notFor };
  const { answers } = patient;
  const age = ageIn(patient);
  const weightKg = valueOr<number>(answers, 'weight');
  switch (id) {
    case 'fracture-index': {
      const input = fractureIndexInput(patient);
      const withBoneDensity = input.tScore !== 'not-recorded';
      const form = withBoneDensity ? 'with-bone-density' : 'without-bone-density';
      return { ...pointed(blank, fractureIndex(knowledge, input, form)), withBoneDensity };
    }
    case 'nhg-score-2012':
      return pointed(blank, nhgScore(knowledge, nhgInput(patient)));
    case 'nhg-score-copd-2015': {
      if (yesNo(answers, 'copd') !== 'yes')
        return { ...blank, questions: [{ question: 'copd', fields: ['copd'] }] };
      return pointed(blank, nhgScoreInCopd(knowledge, { ...nhgInput(patient), ...copdItems(patient) }));
    }
    case 'orai':
      return pointed(
        blank,
        orai(knowledge, { age, weightKg, takesOestrogen: yesNo(answers, 'takes-oestrogen') }),
      );
    case 'ost':
    case 'osta': {
      const found = ost(knowledge, { age, weightKg }, id === 'ost' ? 'caucasian' : 'asian');
      if (!found.ok) return outside(blank, found.error);
      if (found.value.outcome === 'cannot-tell')
        return { ...blank, questions: questionsFor(found.value.missing) };
      const { index, reading } = found.value;
      return { ...blank, outcome: 'value', figures: [points('index', index)], readings: [reading.means] };
    }
    case 'parker-mobility-score':
      return pointed(blank, parkerMobilityScore(knowledge, parkerInput(patient)));
    case 'nottingham-hip-fracture-score': {
      const found = nottinghamHipFractureScore(knowledge, nottinghamInput(patient));
      const shown = pointed(blank, found);
      if (!found.ok) return shown;
      const death = found.value.deathWithin30DaysPercent;
      const [least, most] = typeof death === 'number' ? [death, death] : [death.least, death.most];
      return { ...shown, figures: [...shown.figures, { what: 'death-30-days', unit: '%', least, most }] };
    }
  }
}

const ofWomen: ReadonlySet<PointModel> = new Set<PointModel>(['fracture-index', 'ost', 'osta', 'orai']);
/** Groups of the question in whom the bands were made, as far as the question tells them apart. */
const asian: readonly string[] = ['chinese', 'other-asian'];

function notMadeFor(id: PointModel, { record, answers }: RiskPatient): RiskAnswer['notFor'] {
  if (!ofWomen.has(id)) return null;
  if (record.person.sex === 'male') return 'men';
  const byWeight = id === 'ost' || id === 'osta';
  if (byWeight && yesNo(answers, 'postmenopausal') === 'no') return 'before-menopause';
  const group = valueOr<string>(answers, 'ethnic-group');
  return id === 'osta' && group !== 'not-recorded' && !asian.includes(group) ? 'other-origin' : null;
}

function pointed(blank: Unmarked, found: Result<ScoreAnswer, OutsideRange>): Unmarked {
  if (!found.ok) return outside(blank, found.error);
  const { value } = found;
  // The stamp of the answer knows whether a draft point was counted.
  const common = { ...blank, status: value.model.status };
  if (value.outcome === 'value')
    return {
      ...common,
      outcome: 'value',
      figures: [points('points', value.total)],
      readings: [value.reading.means],
    };
  const { least, most } = value.total;
  return {
    ...common,
    figures: [{ what: 'points', unit: 'points', least, most }],
    readings: value.readings.map(({ means }) => means),
    questions: questionsFor(value.missing),
  };
}

function outside(blank: Unmarked, { inputs }: OutsideRange): Unmarked {
  return { ...blank, outcome: 'outside-range', refused: inputs };
}

function points(what: 'points' | 'index', value: number): RiskFigure {
  return { what, unit: 'points', least: value, most: value };
}

/** By the words of the models' inputs; what cannot be answered here has no field. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  weight: ['weight'],
  height: ['height'],
  'fracture-after-50': ['fracture-day', 'other-fractures'],
  'mother-hip-fracture': ['mother-hip'],
  'parent-hip-fracture': ['parent-hip'],
  smokes: ['smokes'],
  'arms-to-rise': ['arms-to-rise'],
  't-score': ['dxa'],
  'reduced-mobility': ['reduced-mobility'],
  'rheumatoid-arthritis': ['rheumatoid'],
  'secondary-condition': ['secondary-condition'],
  glucocorticoids: ['glucocorticoids'],
  'more-than-one-fall': ['falls-last-year'],
  'alcohol-3-units': ['alcohol'],
  'fev1-below-half': ['fev1-below-half'],
  oestrogen: ['takes-oestrogen'],
  'haemoglobin-g-dl': ['lab-haemoglobin'],
  'haemoglobin-mmol-l': ['lab-haemoglobin'],
  'mental-test-score': ['mental-test'],
  institution: ['institutionalised'],
  comorbidities: ['comorbidities'],
  malignancy: ['malignancy-20-years'],
  indoors: ['walks-indoors'],
  outdoors: ['walks-outdoors'],
  shopping: ['goes-shopping'],
};

function questionsFor(missing: readonly MissingInput[]): readonly OpenQuestion[] {
  return missing.map(({ input }) => ({ question: input, fields: fieldsOf[input] ?? [] }));
}
