// Decision aids as a reader gets them: the grids of a language in the words of a country, each cell with its sources by title.
// What a guide, the clinic app and the paper sheet show is this one thing.

import type { CalendarDate } from '@breekpunt/core';
import {
  addressOf,
  type Country,
  type GridPathway,
  type GuideContent,
  type Knowledge,
  type OptionGrid,
} from '@breekpunt/knowledge';
import { wordsOf } from '../text/words.ts';

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

interface GridReader {
  readonly language: OptionGrid['language'];
  /** Who pays and who teaches exercises has another name in Belgium than in the Netherlands. */
  readonly country: Country;
  readonly today: CalendarDate;
  readonly pathway?: GridPathway;
}

/** Those of one pathway, or all. A language without grids gives those in Dutch, which say their language. */
export function optionGrids(
  knowledge: Knowledge,
  content: Pick<GuideContent, 'words'>,
  { language, country, today, pathway }: GridReader,
): readonly ShownGrid[] {
  const wanted = knowledge.grids.filter((grid) => pathway === undefined || grid.pathway === pathway);
  const own = wanted.filter((grid) => grid.language === language);
  return (own.length > 0 ? own : wanted.filter((grid) => grid.language === 'nl')).map((grid) => {
    const words = wordsOf(content, knowledge, { language: grid.language, country, today });
    return {
      ...withPlacesFilled(grid, words.fill),
      sources: sourcesOf(grid, knowledge),
      overdue: grid.update.reviewBy < today,
    };
  });
}

function withPlacesFilled<T>(part: T, fill: (text: string) => string): T {
  if (typeof part === 'string') return fill(part) as T;
  if (Array.isArray(part)) return part.map((each) => withPlacesFilled(each, fill)) as T;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, withPlacesFilled(value, fill)]),
  ) as T;
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
