// Taking a part out of a model by its name. A name that does not exist is a mistake in our own code and throws.

import type { ClinicalModel, ModelNumber, Reading } from './clinical-model.ts';
import type { Knowledge } from './knowledge.ts';

export function modelOf(knowledge: Pick<Knowledge, 'models' | 'version'>, id: string): ClinicalModel {
  const model = knowledge.models[id];
  if (model === undefined) throw new Error(`No model "${id}" in knowledge ${knowledge.version}`);
  return model;
}

export function modelNumber(model: ClinicalModel, name: string): ModelNumber {
  const number = model.numbers[name];
  if (number === undefined) throw new Error(`Model "${model.id}" has no number "${name}"`);
  return number;
}

export function modelReadings(model: ClinicalModel, name: string): readonly Reading[] {
  const readings = model.readings[name];
  if (readings === undefined) throw new Error(`Model "${model.id}" has no readings "${name}"`);
  return readings;
}
