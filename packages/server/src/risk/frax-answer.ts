// A FRAX value that somebody obtained elsewhere, as entered, and beside it for the dose of glucocorticoids. Decision: nothing
// of FRAX is computed; a value that was not made for the adjustment is shown as it is, and the page says why.

import {
  adjustFraxForGlucocorticoids,
  checkEnteredFrax,
  type EnteredFrax,
  stampOf,
} from '@breekpunt/investigate';
import { modelOf } from '@breekpunt/knowledge';
import type { FraxAnswer, GlucocorticoidAnswer } from '../assessment/answer.ts';
import { valueOr, yesNo } from '../decision/bone-patient-of.ts';
import { limitsOf } from '../knowledge/told-text.ts';
import type { RiskPatient } from './risk-inputs.ts';
import { type RiskAnswer, type RiskFigure, type RiskSource, stamped } from './risk-view.ts';

export function fraxAnswer(
  { answers, deciding }: RiskPatient,
  sources: readonly RiskSource[],
): Omit<RiskAnswer, 'mark'> {
  const { knowledge } = deciding.rules;
  const model = modelOf(knowledge, 'frax-glucocorticoid');
  const common = {
    model: 'frax',
    ...stamped(stampOf(model), limitsOf(model), sources),
    name: 'FRAX',
    edition: null,
    population: model.population,
    readings: [],
    notFor: null,
    warnings: [],
    disclaimer: null,
    refused: [],
    questions: [],
    figures: [],
  } as const;
  const entered = valueOr<FraxAnswer>(answers, 'frax');
  if (entered === 'not-recorded')
    return {
      ...common,
      outcome: 'cannot-tell',
      withBoneDensity: null,
      questions: [{ question: 'frax', fields: ['frax'] }],
    };
  const { major, hip, withBoneDensity } = entered;
  const figures: RiskFigure[] = [figure('major', major), ...(hip === undefined ? [] : [figure('hip', hip)])];
  const shown = { ...common, withBoneDensity, figures } as const;
  const taken = valueOr<GlucocorticoidAnswer>(answers, 'glucocorticoids');
  if (yesNo(answers, 'glucocorticoids') === 'no') return { ...shown, outcome: 'value' };
  const given: EnteredFrax = {
    majorPercent: major,
    hipPercent: hip ?? 0,
    countryModel: entered.country ?? '',
    withBoneDensity: withBoneDensity ? 'yes' : 'no',
    obtainedOn: entered.on,
    glucocorticoidsTicked: said(entered.glucocorticoids),
    doseAdjusted: said(entered.doseAdjusted),
  };
  const checked = checkEnteredFrax(knowledge, given);
  if (!checked.ok) return { ...shown, outcome: 'outside-range', refused: checked.error.inputs };
  const adjusted = adjustFraxForGlucocorticoids(
    knowledge,
    given,
    taken === 'not-recorded' ? taken : taken.mgPerDay,
  );
  if (!adjusted.ok) {
    const { error } = adjusted;
    if (error.kind === 'outside-range') return { ...shown, outcome: 'outside-range', refused: error.inputs };
    return {
      ...shown,
      outcome: 'value',
      warnings: [error.kind === 'not-made-for' ? error.reason : error.kind],
    };
  }
  if (adjusted.value.outcome === 'cannot-tell')
    return {
      ...shown,
      outcome: 'value',
      warnings: ['not-adjusted-yet'],
      questions: adjusted.value.missing.map(({ input }) => ({
        question: `FRAX: ${input}`,
        fields: [input === 'dose' ? 'glucocorticoids' : 'frax'],
      })),
    };
  const { majorPercent, hipPercent } = adjusted.value;
  return {
    ...shown,
    outcome: 'value',
    figures: [
      ...figures,
      figure('major-adjusted', majorPercent),
      ...(hip === undefined ? [] : [figure('hip-adjusted', hipPercent)]),
    ],
  };
}

function said(answer: boolean | undefined): 'yes' | 'no' | 'not-recorded' {
  return answer === undefined ? 'not-recorded' : answer ? 'yes' : 'no';
}

function figure(what: RiskFigure['what'], value: number): RiskFigure {
  return { what, unit: '%', least: value, most: value };
}
