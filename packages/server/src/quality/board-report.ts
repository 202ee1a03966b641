// The figures of the service as a board reads them: the path, every figure of the sets, the standards, on a few pages. Decision: made of
// the same figures as the dashboard, in one moment; shares of fewer than ten patients stay off the paper, and what nobody
// recorded is said in words and never drawn as nothing.

import { type CalendarDate, partsOf } from '@breekpunt/core';
import type { Knowledge } from '@breekpunt/knowledge';
import type { Figure, StandardReached } from '@breekpunt/quality';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { typeset } from '../print/typeset.ts';
import { boardTemplate } from './board-template.ts';
import { type QualityFigures, qualityFigures, type ShownFigure } from './quality-figures.ts';
import { shownSets } from './shown-sets.ts';
import en from './words/en.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };
import nl from './words/nl.json' with { type: 'json' };

export const boardLanguages = ['nl', 'fr', 'en'] as const;
export type BoardLanguage = (typeof boardLanguages)[number];

type Word = keyof typeof nl;
const words: Readonly<Record<BoardLanguage, Readonly<Record<Word, string>>>> = { nl, fr, en };

interface Board {
  readonly knowledge: Knowledge;
  readonly today: CalendarDate;
  readonly language: BoardLanguage;
}

/** Null when nothing was counted yet. */
export async function boardReport(
  tx: SiteTransaction,
  { knowledge, today, language }: Board,
): Promise<Buffer | null> {
  const site = await tx.db
    .selectFrom('site')
    .select(['name', 'synthetic'])
    .where('site_id', '=', tx.site)
    .executeTakeFirstOrThrow();
  const say = speaker(language);
  const sets: QualityFigures[] = [];
  for (const set of shownSets(knowledge)) sets.push(await qualityFigures(tx, { knowledge, set, today }));
  const [first] = sets;
  if (first === undefined || first.run === null) return null;
  const { run, flow } = first;
  const standards = sets.flatMap((set) => set.standards);
  const { year, month, day } = partsOf(run.cut);
  return typeset(boardTemplate, {
    language,
    words: words[language],
    hospital: site.name,
    synthetic: site.synthetic ? say('synthetic') : null,
    day: [year, month, day],
    counted: say('counted', {
      day: say.day(run.cut),
      n: say.number(run.cases),
      version: first.knowledgeVersion,
    }),
    waiting: run.waiting === 0 ? null : say('waiting', { n: say.number(run.waiting) }),
    flow:
      flow === null
        ? null
        : {
            note: say('flowNote', { months: say.months(flow.months) }),
            steps: flow.steps.map(({ step, count, lost }) => ({
              name: say(step),
              count: say.number(count),
              lost: lost === 0 ? '' : say('lost', { n: say.number(lost) }),
              size: count,
            })),
          },
    sets: sets
      .filter(({ standards: own }) => own.length === 0)
      .map(({ set, figures }) => ({
        name: set.name,
        rows: figures.map((figure) => rowOf(figure, say)),
      })),
    standards: standards.map((one) => standardRow(one, sets, say)),
  }).pdf();
}

type Speaker = ReturnType<typeof speaker>;

function speaker(language: BoardLanguage) {
  const number = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language);
  const share = new Intl.NumberFormat(language === 'en' ? 'en-GB' : language, { maximumFractionDigits: 0 });
  const days = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const monthNames = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const own = words[language];
  const at = (day: CalendarDate): Date => new Date(`${day}T12:00:00Z`);
  const say = (word: Word, values: Readonly<Record<string, string>> = {}): string =>
    own[word].replaceAll(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap);
  return Object.assign(say, {
    language,
    number: (value: number): string => number.format(value),
    percent: (value: number): string => `${share.format(100 * value)}\u00a0%`,
    day: (day: CalendarDate): string => days.format(at(day)),
    months: ({ from, to }: ShownFigure['months']): string =>
      say('months', { from: monthNames.format(at(from)), to: monthNames.format(at(to)) }),
    of: (word: string): string => (word in own ? own[word as Word] : word),
  });
}

interface BoardRow {
  readonly number: string;
  readonly name: string;
  readonly months: string;
  /** Why there is no share; null when there is one. */
  readonly instead: string | null;
  readonly share: string;
  readonly count: string;
  readonly interval: string;
  readonly known: string;
  readonly before: string;
  readonly level: string;
  readonly reference: string;
  /** Share of each month from 0 to 1; below 0: nobody. Empty: no months are shown. */
  readonly course: readonly number[];
  readonly median: number;
  readonly elsewhere: number;
  readonly signal: string;
}

const audited = ['caseload', 'precision', 'recall'];

function rowOf(
  { indicator, figure, before, months, byMonth, run, needsCaseload }: ShownFigure,
  say: Speaker,
): BoardRow {
  const { ofAll, ofKnown } = figure;
  const noneKnown = indicator.counts === 'share' && ofKnown.of === 0 && ofAll.of > 0;
  const instead = needsCaseload
    ? say('needsCaseload')
    : ofAll.share === null
      ? say('nothing')
      : noneKnown
        ? say('noneKnown')
        : figure.small
          ? say('small')
          : null;
  const [reference] = indicator.references;
  const shown = instead === null;
  const hasMonths = shown && !audited.includes(indicator.counts);
  return {
    number: indicator.number,
    name: indicator.says[say.language],
    months: say.months(months),
    instead,
    share: shown ? say.percent(ofAll.share ?? 0) : '',
    count: shown ? `${say.number(ofAll.count)}/${say.number(ofAll.of)}` : '',
    interval:
      shown && ofAll.low !== null ? `${say.percent(ofAll.low)} – ${say.percent(ofAll.high ?? 0)}` : '',
    known:
      shown && ofKnown.share !== null && !audited.includes(indicator.counts)
        ? say.percent(ofKnown.share)
        : '',
    before: shown ? shareOf(before, say) : '',
    level: shown && figure.colour !== null ? say(figure.colour) : '',
    reference:
      reference === undefined
        ? ''
        : `${say.of(reference.population)} ${reference.year}: ${say.number(reference.percent)}\u00a0%`,
    course: hasMonths
      ? byMonth
          .filter(({ early }) => !early)
          .map(({ share, of }) => (share === null || of < leastInMonth ? -1 : share))
      : [],
    median: run.median ?? -1,
    elsewhere: reference === undefined ? -1 : reference.percent / 100,
    signal: hasMonths ? say(run.signal) : '',
  };
}

/** A month of one or two patients may point at them. */
const leastInMonth = 3;

function shareOf({ ofAll, small }: Figure, say: Speaker): string {
  return ofAll.share === null || small ? '' : say.percent(ofAll.share);
}

function standardRow(
  { standard, level, next, missing }: StandardReached,
  sets: readonly QualityFigures[],
  say: Speaker,
): { readonly number: string; readonly name: string; readonly now: string; readonly next: string } {
  const named = (id: string): string =>
    sets.flatMap(({ figures }) => figures).find(({ indicator }) => indicator.id === id)?.indicator.says[
      say.language
    ] ?? id;
  return {
    number: standard.number,
    name: standard.says[say.language],
    now: say(level ?? 'none'),
    next:
      next === null
        ? say('complete')
        : `${say(next)}: ${missing
            .map(({ demand }) =>
              demand.kind === 'organisation'
                ? demand.says[say.language]
                : say('atLeast', { name: named(demand.indicator), from: String(demand.from) }),
            )
            .join('; ')}`,
  };
}
