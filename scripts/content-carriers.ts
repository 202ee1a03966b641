// The pieces of knowledge that carry a row of a table without a rule: content of the guide, decision aids, numbers. Decision: by
// id in one map, each with its kind and languages, so that the coverage page names nothing that is not there.

import { guideContent, type Knowledge } from '@breekpunt/knowledge';

/** By id: a line that says what it is. */
export type Carriers = ReadonlyMap<string, string>;

export function carriersOf({ grids, parameters }: Pick<Knowledge, 'grids' | 'parameters'>): Carriers {
  const { blocks, exercises, figures, spans, home } = guideContent;
  const lines = new Map<string, string>();
  const pieces = [
    ['block', blocks],
    ['exercise', exercises],
    ['figure', figures],
    ['span', spans],
    ['advice for the home', home.advice],
  ] as const;
  for (const [kind, list] of pieces) {
    for (const { id, texts, status } of list)
      lines.set(id, `${kind} ${id} (${Object.keys(texts).join(', ')}; ${status})`);
  }
  for (const id of new Set(grids.map((grid) => grid.id))) {
    const same = grids.filter((grid) => grid.id === id);
    const options = same[0]?.options.length ?? 0;
    lines.set(id, `aid ${id}, ${options} options (${same.map(({ language }) => language).join(', ')})`);
  }
  for (const { id, meaning } of Object.values(parameters)) lines.set(id, `number ${id}: ${meaning}`);
  return lines;
}
