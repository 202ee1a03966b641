// A decision table that shows options: each row, when it holds, shows some, blocks some, or stops the table. Decision: an
// open row hides nothing and promises nothing: what it would show is "possible" with its questions, and an option that an
// open row might block is no more than possible. What is blocked stays in sight with its rule.

import type { KnowledgeStatus } from '@breekpunt/knowledge';
import { type Condition, questionsOf } from './condition.ts';
import type { Standings } from './standing.ts';

export interface PathwayRow<Option extends string> {
  readonly rule: string;
  readonly when: Condition;
  readonly show?: readonly Option[];
  readonly block?: readonly Option[];
  /** When it holds, nothing else of the table does. */
  readonly stops?: boolean;
  /** Parameters whose figures stand beside what is shown. */
  readonly figures?: readonly string[];
}

export interface ShownOption<Option extends string> {
  readonly option: Option;
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  /** Ids of parameters whose values stand beside the option. */
  readonly figures: readonly string[];
  readonly standing: KnowledgeStatus;
}

export interface Pathway<Option extends string> {
  /** stopped: this table does not apply; `options` then says where to go. none: no row holds. */
  readonly outcome: 'options' | 'stopped' | 'none' | 'cannot-tell';
  /** In the order of the table: to be discussed, never an order to follow. */
  readonly options: readonly ShownOption<Option>[];
  /** What would be shown, or would no longer be blocked, depending on the answers in `missing`. */
  readonly possible: readonly ShownOption<Option>[];
  readonly blocked: readonly ShownOption<Option>[];
  readonly reasons: readonly string[];
  readonly missing: readonly string[];
  readonly standing: KnowledgeStatus;
}

export function pathway<Option extends string>(
  rows: readonly PathwayRow<Option>[],
  standings: Standings,
): Pathway<Option> {
  const stop = rows.find(({ stops, when }) => stops === true && when.answer === 'yes');
  const live = stop === undefined ? rows.filter(({ when }) => when.answer !== 'no') : [stop];
  const openStops = live.filter(({ stops, when }) => stops === true && when.answer === 'not-recorded');
  const named = [...new Set(live.flatMap(({ show = [] }) => show))];
  const found = named.map((option) => placeOf(option, live, openStops, standings));
  const blocked = [...new Set(live.filter(holding).flatMap(({ block = [] }) => block))].map((option) =>
    shown(
      option,
      live.filter((row) => holding(row) && row.block?.includes(option) === true),
      [],
      standings,
    ),
  );
  const at = (place: Place): readonly ShownOption<Option>[] =>
    found.filter((each) => each.place === place).map(({ option }) => option);
  const options = at('shown');
  const missing = questionsOf(live.filter((row) => !holding(row)).map(({ when }) => when));
  const spoke = live.filter((row) => holding(row) || openStops.includes(row));
  // When nothing holds and nothing is open, it is every row of the table that says so.
  const reasons = [...new Set((live.length === 0 ? rows : spoke).map(({ rule }) => rule))];
  const outcome =
    stop !== undefined
      ? 'stopped'
      : options.length > 0
        ? 'options'
        : missing.length > 0
          ? 'cannot-tell'
          : 'none';
  return {
    outcome,
    options,
    possible: at('possible'),
    blocked,
    reasons,
    missing,
    standing: standings.of(reasons),
  };
}

type Place = 'shown' | 'possible' | 'blocked';

function holding({ when }: PathwayRow<string>): boolean {
  return when.answer === 'yes';
}

function placeOf<Option extends string>(
  option: Option,
  live: readonly PathwayRow<Option>[],
  openStops: readonly PathwayRow<Option>[],
  standings: Standings,
): { readonly place: Place; readonly option: ShownOption<Option> } {
  const showing = live.filter(({ show = [] }) => show.includes(option));
  const blocking = live.filter(({ block = [] }) => block.includes(option));
  const certain = showing.filter(holding);
  const doubts = [...blocking, ...openStops].filter((row) => !holding(row));
  if (blocking.some(holding)) return { place: 'blocked', option: shown(option, blocking, [], standings) };
  if (certain.length > 0 && doubts.length === 0) {
    return { place: 'shown', option: shown(option, certain, [], standings) };
  }
  const rows = certain.length > 0 ? certain : showing;
  const open = certain.length > 0 ? doubts : [...showing, ...doubts];
  return { place: 'possible', option: shown(option, rows, open, standings) };
}

function shown<Option extends string>(
  option: Option,
  rows: readonly PathwayRow<Option>[],
  open: readonly PathwayRow<Option>[],
  standings: Standings,
): ShownOption<Option> {
  const reasons = [...new Set([...rows, ...open].map(({ rule }) => rule))];
  const figures = [...new Set(rows.flatMap((row) => row.figures ?? []))];
  const missing = questionsOf(open.map(({ when }) => when));
  return { option, reasons, missing, figures, standing: standings.of(reasons) };
}
