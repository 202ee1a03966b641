// Where everything in this guide comes from, in one list, with what was not confirmed said of it.

import { addressOf } from '@breekpunt/knowledge';
import type { Block, GuideSource } from '../guide/guide.ts';
import { contentBlocks } from './content-blocks.ts';
import { type Making, said } from './making.ts';

export function sourcesSection(making: Making, cited: readonly GuideSource[]): readonly Block[] {
  const { words } = making;
  const lines = cited.map(({ title, publisher, year, confirmed, address }) => {
    const when = year === null ? '' : `, ${year}`;
    // What stands nowhere else cannot be looked up: it says itself that it is our own.
    const doubt = confirmed || address === null ? '' : ` ${words.say('source-not-confirmed')}`;
    return `${title.replace(/^\[|\]$/g, '')}. ${publisher}${when}.${doubt}`;
  });
  const list = {
    ...said('sources.list', 3, words.say('sources-list'), lines, making),
    kind: 'list' as const,
  };
  return [...contentBlocks('sources', making), ...(lines.length === 0 ? [] : [list])];
}

export function citedSources(
  blocks: readonly Block[],
  { knowledge }: Pick<Making, 'knowledge'>,
): readonly GuideSource[] {
  const ids = [...new Set(blocks.flatMap(({ sources }) => sources))].toSorted();
  return ids.flatMap((id) => {
    const source = knowledge.sources[id];
    if (source === undefined) return [];
    const { title, publisher, year, confirmed } = source;
    return [{ id, title, publisher, year: year ?? null, address: addressOf(source), confirmed }];
  });
}
