// Carries out the plans: opens, closes and marks cases, and says which ones changed so that open worklists hear of it.

import { addDays, type CalendarDate } from '@breekpunt/core';
import type { FractureEpisode } from '@breekpunt/identify';
import { sql } from 'kysely';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { keepCopies, keepCopyOf } from '../../records/keep-copies.ts';
import type { RulesInForce } from './case-finding.ts';
import type { JudgedEpisode, JudgedPerson } from './judge-person.ts';
import { type CaseNews, type CasePlan, type CaseStep, fractureDay, planCases } from './plan-cases.ts';
import type { EpisodeIds } from './save-episodes.ts';

export interface CaseEvent {
  readonly case: number;
  readonly person: number;
  readonly what: 'opened' | 'changed' | 'closed' | 'reopened';
  readonly news: CaseNews | null;
}

export interface Moment {
  /** The hospital's day. */
  readonly today: CalendarDate;
  readonly now: Date;
}

interface PlanOf {
  readonly person: number;
  readonly plan: CasePlan;
}

export async function keepCases(
  tx: SiteTransaction,
  people: readonly JudgedPerson[],
  idOf: EpisodeIds,
  rules: RulesInForce,
  moment: Moment,
): Promise<CaseEvent[]> {
  const plans = people.map((judged) => ({
    person: judged.file.person,
    plan: planCases(judged, moment.today),
  }));
  const events: CaseEvent[] = [];
  for (const { person, plan } of plans)
    for (const step of plan.steps) events.push(await take(tx, person, step, moment));
  const opened = await openCases(tx, plans, idOf, rules, moment);
  await keepStated(tx, people, idOf);
  await giveHomes(tx, plans, idOf, opened);
  for (const { person, plan } of plans)
    for (const { episode } of plan.open)
      events.push({
        case: opened.get(idOf(person, episode)) as number,
        person,
        what: 'opened',
        news: null,
      });
  return events;
}

/** What the worklist's filters ask of the fracture for which a case was opened. */
function statedOf({ site, status }: FractureEpisode) {
  return { stated_site: site, stated_status: status };
}

/** Episodes change also where no step of a plan tells of it. */
async function keepStated(
  tx: SiteTransaction,
  people: readonly JudgedPerson[],
  idOf: EpisodeIds,
): Promise<void> {
  const known = people.flatMap(({ file, episodes }) =>
    file.cases.length === 0
      ? []
      : episodes.map(({ episode }) => ({ id: idOf(file.person, episode), ...statedOf(episode) })),
  );
  if (known.length === 0) return;
  const said = sql`jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as s(id bigint, stated_site text, stated_status text)`;
  await keepCopies(
    tx,
    'fls_case',
    sql<boolean>`exists (select from ${said} where fls_case.fracture_episode_id = s.id
      and (fls_case.stated_site, fls_case.stated_status) is distinct from (s.stated_site, s.stated_status))`,
  );
  await sql`
    update fls_case c set stated_site = s.stated_site, stated_status = s.stated_status, version = c.version + 1
      from ${said}
     where c.site_id = ${tx.site} and c.fracture_episode_id = s.id
       and (c.stated_site, c.stated_status) is distinct from (s.stated_site, s.stated_status)`.execute(tx.db);
}

async function take(
  tx: SiteTransaction,
  person: number,
  { case: id, news, becomes, judged }: CaseStep,
  { today, now }: Moment,
): Promise<CaseEvent> {
  await keepCopyOf(tx, 'fls_case', id);
  await tx.db
    .updateTable('fls_case')
    .set({
      ...(news === null ? {} : { news: withNews(news), news_at: now }),
      ...(becomes === 'closed' ? { state: 'closed', reason: news, closed_at: now } : {}),
      ...(becomes === 'to-review' ? { state: 'to-review', reason: null, closed_at: null } : {}),
      ...(judged === null ? {} : { urgency: judged.urgency.score, fracture_on: fractureDay(judged, today) }),
      changed_at: now,
      version: sql<number>`version + 1`,
    })
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .execute();
  const what = becomes === 'closed' ? 'closed' : becomes === 'to-review' ? 'reopened' : 'changed';
  return { case: id, person, what, news };
}

/** Marks cases of one person, whatever their evidence says. */
export async function tellCasesOf(
  tx: SiteTransaction,
  person: number,
  news: CaseNews,
  now: Date,
): Promise<CaseEvent[]> {
  const going = sql<boolean>`(person_id = ${person} and state not in ('rejected', 'closed'))`;
  await keepCopies(tx, 'fls_case', going);
  const rows = await tx.db
    .updateTable('fls_case')
    .set({ news: withNews(news), news_at: now, changed_at: now, version: sql<number>`version + 1` })
    .where('site_id', '=', tx.site)
    .where(going)
    .returning('fls_case_id')
    .execute();
  return rows.map((row) => ({ case: row.fls_case_id, person, what: 'changed', news }));
}

function withNews(news: CaseNews) {
  return sql<readonly string[]>`array(select distinct unnest(news || ${news}::text) order by 1)`;
}

/** Case ids by episode id. */
async function openCases(
  tx: SiteTransaction,
  plans: readonly PlanOf[],
  idOf: EpisodeIds,
  rules: RulesInForce,
  { today, now }: Moment,
): Promise<Map<number, number>> {
  const rows = plans.flatMap(({ person, plan }) =>
    plan.open.map((judged) => {
      const day = fractureDay(judged, today);
      return {
        site_id: tx.site,
        person_id: person,
        fracture_episode_id: idOf(person, judged.episode),
        ...statedOf(judged.episode),
        opened_on: today,
        fracture_on: day,
        urgency: judged.urgency.score,
        due_on: dueOn(day, today, rules),
        created_at: now,
        changed_at: now,
      };
    }),
  );
  if (rows.length === 0) return new Map();
  const opened = await tx.db
    .insertInto('fls_case')
    .values(rows)
    .returning(['fls_case_id', 'fracture_episode_id'])
    .execute();
  return new Map(opened.map((row) => [row.fracture_episode_id, row.fls_case_id]));
}

/** While an assessment is still in time; today when it is too late or the day is unknown but for today. */
function dueOn(
  fractureOn: CalendarDate | null,
  today: CalendarDate,
  { urgency }: RulesInForce,
): CalendarDate {
  const due = addDays(fractureOn ?? today, urgency.assessWithinDays);
  return due < today ? today : due;
}

async function giveHomes(
  tx: SiteTransaction,
  plans: readonly PlanOf[],
  idOf: EpisodeIds,
  opened: ReadonlyMap<number, number>,
): Promise<void> {
  const episodes: number[] = [];
  const cases: number[] = [];
  const settle = (person: number, { episode }: JudgedEpisode, home: number | undefined): void => {
    if (home === undefined) throw new Error('A case was opened and has no id');
    episodes.push(idOf(person, episode));
    cases.push(home);
  };
  for (const { person, plan } of plans) {
    for (const judged of plan.open) settle(person, judged, opened.get(idOf(person, judged.episode)));
    for (const { judged, case: home } of plan.join)
      settle(person, judged, typeof home === 'number' ? home : opened.get(idOf(person, home.episode)));
  }
  if (episodes.length === 0) return;
  await sql`
    update fracture_episode set fls_case_id = home.fls_case
      from unnest(${episodes}::bigint[], ${cases}::bigint[]) as home(episode, fls_case)
     where fracture_episode.site_id = ${tx.site} and fracture_episode.fracture_episode_id = home.episode`.execute(
    tx.db,
  );
}
