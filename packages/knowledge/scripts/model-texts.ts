// Which texts of a model people read, each by its place in the model: what it is, in whom it was made, what it cannot say, and what
// its numbers and classes mean. Decision: names, editions and licences stay as they were published.

import type { ClinicalModel } from '../src/clinical-model.ts';
import type { DutchAndFrench } from '../src/dutch-and-french.ts';
import type { Problem } from './problem.ts';
import { readSentenceFiles, type Said } from './sentence-files.ts';

type Read = Omit<ClinicalModel, 'told'>;

/** The models with their texts in Dutch and French. */
export function toldModels(
  knowledgeDir: string,
  models: readonly Read[],
  problems: Problem[],
): readonly ClinicalModel[] {
  const told = readSentenceFiles(knowledgeDir, 'models', models.flatMap(textsOf), problems);
  return models.map((model) => {
    const own = textsOf(model).flatMap(({ id }): [string, DutchAndFrench][] => {
      const said = told.get(id);
      return said === undefined ? [] : [[id.slice(model.id.length + 1), said]];
    });
    return { ...model, told: Object.fromEntries(own) };
  });
}

function textsOf({ id, meaning, population, limits, numbers, stages }: Read): readonly Said[] {
  const texts: readonly (readonly [string, string])[] = [
    ['meaning', meaning],
    ['population', population],
    ...limits.map((limit, place) => [`limits.${place}`, limit] as const),
    ...Object.entries(numbers).map(([name, number]) => [`numbers.${name}`, number.meaning] as const),
    ...stages.map((stage) => [`stages.${stage.code}`, stage.means] as const),
  ];
  return texts.map(([place, text]) => ({ id: `${id}.${place}`, topic: id, text }));
}
