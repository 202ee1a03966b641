// Decision aids as a reader gets them: the grids of a language, each cell with its sources by title. What a guide, the clinic
// app and the paper sheet show is this one thing.

import { addressOf, type GridPathway, type Knowledge, type OptionGrid } from '@breekpunt/knowledge';

export interface CitedSource {
  readonly id: string;
  readonly title: string;
  readonly where: string;
  readonly address: string | null;
}

export interface ShownGrid extends OptionGrid {
  /** Every source of the grid once, in the order of the cells; a cell's sources are found here by id. */
  readonly sources: readonly CitedSource[];
  /** The day on which it should have been looked at again has passed. */
  readonly overdue: boolean;
}

/** Those of one pathway, or all. A language without grids gives those in Dutch, which say their language. */
export function optionGrids(
  knowledge: Knowledge,
  {
    language,
    pathway,
    today,
  }: { readonly language: OptionGrid['language']; readonly pathway?: GridPathway; readonly today: string },
): readonly ShownGrid[] {
  const wanted = knowledge.grids.filter((grid) => pathway === undefined || grid.pathway === pathway);
  const own = wanted.filter((grid) => grid.language === language);
  return (own.length > 0 ? own : wanted.filter((grid) => grid.language === 'nl')).map((grid) => ({
    ...grid,
    sources: sourcesOf(grid, knowledge),
    overdue: grid.update.reviewBy < today,
  }));
}

function sourcesOf({ options }: OptionGrid, knowledge: Knowledge): CitedSource[] {
  const cited = options.flatMap(({ rows }) => Object.values(rows).flatMap((cell) => cell.sources));
  const seen = new Set<string>();
  return cited.flatMap(({ id, where }) => {
    const source = knowledge.sources[id];
    if (source === undefined || seen.has(id)) return [];
    seen.add(id);
    return [{ id, where, title: source.title, address: addressOf(source) }];
  });
}
