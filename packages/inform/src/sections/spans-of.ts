// How long recovery takes, for this diagnosis: spans of content with the week the reader is in.

import type { GuideLanguage, GuideSection, SpanSet } from '@breekpunt/knowledge';
import type { SpansBlock } from '../guide/guide.ts';
import { daysSince } from '../plan/days-since.ts';
import { holds } from '../plan/facts.ts';
import { contentOrigin, type Making } from './making.ts';

export function spansOf(section: GuideSection, making: Making): readonly SpansBlock[] {
  return making.content.spans
    .filter(
      (set) => set.section === section && holds(set.when, making.facts, undefined, making.input.country),
    )
    .flatMap((set) => spansBlock(set, making));
}

function spansBlock(set: SpanSet, making: Making): readonly SpansBlock[] {
  const language: GuideLanguage =
    set.texts[making.words.language] === undefined ? 'nl' : making.words.language;
  const text = set.texts[language];
  if (text === undefined) return [];
  const words = making.wordsIn(language);
  const days = daysSince(making.input);
  return [
    {
      ...contentOrigin(`spans.${set.id}`, 3, set, language, making),
      kind: 'spans',
      title: words.fill(text.title),
      caption: words.fill(text.caption),
      longest: set.longest,
      nowWeek: days === 'not-recorded' ? null : days / 7,
      rows: set.rows.map(({ id, from, to, forSome }) => {
        const row = text.rows[id];
        return {
          id,
          from,
          to,
          forSome: forSome ?? null,
          name: words.fill(row?.name ?? ''),
          text: words.fill(row?.text ?? ''),
        };
      }),
    },
  ];
}
