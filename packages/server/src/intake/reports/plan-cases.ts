// What the judged fractures of one person mean for her cases: which open, close, come back, or get news.
// Decision: a person has one case at a time. A fracture known when a case was opened, or older than it, belongs to that
// case; one that happened after it opens its own, for it is also the outcome of the first. A case that nobody touched
// closes by itself when its evidence is taken back; one that somebody works on is never closed for her, only marked.

import { addDays, type CalendarDate } from '@breekpunt/core';
import { sourceKey } from '@breekpunt/identify';
import { byInterest, type JudgedEpisode, type JudgedPerson } from './judge-person.ts';
import type { KnownCase, KnownEpisode } from './person-files.ts';

export type CaseNews =
  | 'new-evidence'
  | 'another-fracture'
  | 'evidence-corrected'
  | 'evidence-withdrawn'
  | 'no-longer-eligible'
  | 'eligible-again'
  | 'person-merged'
  | 'person-unmerged';

/** Reasons that no person gave: such a case comes back by itself. */
const closedByItself: readonly string[] = ['evidence-withdrawn', 'no-longer-eligible'];

export interface CaseStep {
  readonly case: number;
  readonly news: CaseNews | null;
  readonly becomes: 'closed' | 'to-review' | null;
  /** The rank and day of the fracture as they are now; null when the fracture is gone. */
  readonly judged: JudgedEpisode | null;
}

export interface CasePlan {
  readonly steps: readonly CaseStep[];
  /** Each opens a case. */
  readonly open: readonly JudgedEpisode[];
  /** Dealt with in a known case (its id), or in the one opened now for another episode. */
  readonly join: readonly { readonly judged: JudgedEpisode; readonly case: number | JudgedEpisode }[];
}

export function planCases({ file, episodes, gone }: JudgedPerson, today: CalendarDate): CasePlan {
  const steps = file.cases.flatMap((known) => {
    const judged = episodes.find(({ before }) => before?.id === known.episode) ?? null;
    const lost = gone.find(({ id }) => id === known.episode);
    return judged === null ? stepsOfLost(known, lost) : stepsOfKnown(known, judged);
  });
  const closing = new Set(steps.filter(({ becomes }) => becomes === 'closed').map((step) => step.case));
  const reopening = new Set(steps.filter(({ becomes }) => becomes === 'to-review').map((step) => step.case));
  const active = file.cases.filter(
    ({ id, state }) => (state !== 'rejected' && state !== 'closed' && !closing.has(id)) || reopening.has(id),
  );
  const open: JudgedEpisode[] = [];
  const join: CasePlan['join'][number][] = [];
  const joined: CaseStep[] = [];
  const homeless = episodes
    .filter(({ eligibility }) => eligibility.outcome !== 'not-eligible')
    .filter(({ before }) => !hasHome(before, file.cases, closing))
    .toSorted(byInterest);
  for (const judged of homeless) {
    const day = fractureDay(judged, today);
    const home = active.find(({ openedOn }) => day === null || day <= openedOn);
    if (home !== undefined) {
      join.push({ judged, case: home.id });
      joined.push({ case: home.id, news: 'another-fracture', becomes: null, judged: null });
    } else if (open[0] !== undefined) join.push({ judged, case: open[0] });
    else open.push(judged);
  }
  return { steps: [...steps, ...joined], open, join };
}

function hasHome(
  before: KnownEpisode | null,
  cases: readonly KnownCase[],
  closing: ReadonlySet<number>,
): boolean {
  if (before === null) return false;
  if (cases.some(({ episode }) => episode === before.id)) return true;
  return before.case !== null && !closing.has(before.case);
}

function stepsOfLost(known: KnownCase, lost: KnownEpisode | undefined): CaseStep[] {
  if (lost === undefined || lost.withdrawn || isOver(known)) return [];
  const news = 'evidence-withdrawn';
  const becomes = known.state === 'to-review' && known.untouched ? 'closed' : null;
  return [{ case: known.id, news, becomes, judged: null }];
}

function stepsOfKnown(known: KnownCase, judged: JudgedEpisode): CaseStep[] {
  const { before, eligibility } = judged;
  const step = (news: CaseNews | null, becomes: CaseStep['becomes'] = null): CaseStep[] => [
    { case: known.id, news, becomes, judged },
  ];
  const out = eligibility.outcome === 'not-eligible';
  if (isOver(known)) {
    const back = known.state === 'closed' && closedByItself.includes(known.reason ?? '') && !out;
    return back ? step('eligible-again', 'to-review') : [];
  }
  const wasOut = before?.eligibility === 'not-eligible';
  if (out && !wasOut)
    return step('no-longer-eligible', known.state === 'to-review' && known.untouched ? 'closed' : null);
  if (!out && wasOut) return step('eligible-again');
  // Whoever corrected it knows; the rank and the day follow.
  if (judged.byHand) return step(null);
  switch (evidenceChange(judged, known)) {
    case 'corrected':
      return step('evidence-corrected');
    case 'more':
      // Somebody who has not looked yet sees all of it at once.
      return step(known.untouched ? null : 'new-evidence');
    case 'same':
      return [];
  }
}

function isOver({ state }: KnownCase): boolean {
  return state === 'rejected' || state === 'closed';
}

/** Under a correction the new words of a report change nothing by themselves, and somebody should read them. */
function evidenceChange(
  { before, episode, revised }: JudgedEpisode,
  { correction }: KnownCase,
): 'same' | 'more' | 'corrected' {
  const then = new Set(
    (before?.episode.evidence ?? []).map(({ source, role }) => `${role} ${sourceKey(source)}`),
  );
  const now = new Set(episode.evidence.map(({ source, role }) => `${role} ${sourceKey(source)}`));
  if ([...then].some((statement) => !now.has(statement))) return 'corrected';
  if (before !== null && before.episode.site !== episode.site) return 'corrected';
  if (revised && correction !== null) return 'corrected';
  return now.size > then.size ? 'more' : 'same';
}

/** The day that counts for the fracture; null when nobody knows. */
export function fractureDay({ urgency }: JudgedEpisode, today: CalendarDate): CalendarDate | null {
  return urgency.daysSince === null ? null : addDays(today, -urgency.daysSince);
}
