// QFracture-2012 of a case. Decision: the only file of the server that runs the package under the lesser licence
// (LGPL-3.0-or-later), so that it can be taken out without anything else noticing; its disclaimer goes with every answer.

import { conditions, model, qfracture, ranges } from '@breekpunt/qfracture';
import { type OpenQuestion, openQuestions } from '../decision/question-fields.ts';
import { qfractureInput, type RiskPatient } from './risk-inputs.ts';
import type { RiskAnswer } from './risk-view.ts';

const units: Readonly<Record<string, string>> = { age: 'years', bodyMassIndex: 'kg/m2', years: 'years' };

export function qfractureAnswer(patient: RiskPatient): Omit<RiskAnswer, 'mark'> {
  const input = qfractureInput(patient);
  const found = qfracture(input);
  const common = {
    model: 'qfracture-2012',
    name: model.name,
    edition: '2012',
    population: model.population,
    horizon: `${input.years} years`,
    // The published algorithm itself, proved against the original program.
    status: 'confirmed',
    limits: model.limits.map((english) => ({ english, told: null })),
    sources: [{ title: model.source, where: '', address: 'https://doi.org/10.1136/bmj.e3427' }],
    readings: [],
    notFor: null,
    disclaimer: null,
    withBoneDensity: null,
    figures: [],
    questions: [],
    refused: [],
    warnings: [],
  } as const;
  if (!found.ok)
    return {
      ...common,
      outcome: 'outside-range',
      refused: found.error.inputs.map(({ input: name, expected }) => ({
        input: name,
        meaning: name,
        expected,
        ...rangeOf(name),
      })),
    };
  if (found.value.outcome === 'cannot-tell')
    return { ...common, outcome: 'cannot-tell', questions: questionsFor(found.value.missing) };
  const { osteoporoticPercent, hipPercent, warnings, disclaimer } = found.value;
  const figure = (what: 'any-fracture' | 'hip', value: number) =>
    ({ what, unit: '%', least: value, most: value }) as const;
  return {
    ...common,
    outcome: 'value',
    figures: [figure('any-fracture', osteoporoticPercent), figure('hip', hipPercent)],
    warnings,
    disclaimer,
  };
}

function rangeOf(name: string): { readonly range?: { least: number; most: number; unit: string } } {
  const range = (ranges as Readonly<Record<string, { readonly least: number; readonly most: number }>>)[name];
  const unit = units[name];
  return range === undefined || unit === undefined ? {} : { range: { ...range, unit } };
}

/** Conditions that a question under another name answers. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  bodyMassIndex: ['weight', 'height'],
  alcohol: ['alcohol-units'],
  smoking: ['smoking-habit'],
  ethnicGroup: ['ethnic-group'],
  'any-cancer': ['cancer'],
  'care-home': ['institutionalised'],
  corticosteroids: ['glucocorticoids'],
  falls: ['ever-fell'],
  'earlier-fracture': ['earlier-major-fracture'],
  'oestrogen-only-hrt': ['takes-oestrogen', 'oestrogen-only'],
  'rheumatoid-arthritis-or-sle': ['rheumatoid', 'lupus'],
  'chronic-renal-disease': ['kidney-disease'],
  'type-1-diabetes': ['diabetes', 'diabetes-type'],
  'type-2-diabetes': ['diabetes', 'diabetes-type'],
  'parent-with-osteoporosis-or-hip-fracture': ['parent-osteoporosis'],
};

function questionsFor(missing: readonly string[]): readonly OpenQuestion[] {
  return missing.map((question) => {
    const fields = fieldsOf[question] ?? (question in conditions ? [question] : null);
    return fields === null
      ? (openQuestions('risk', [question])[0] ?? { question, fields: [] })
      : { question, fields };
  });
}
