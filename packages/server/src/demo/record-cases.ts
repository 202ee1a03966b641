// Where the cases stand, who judged them, and what is to be done: written in a few statements for all of them.

import type { CarePath } from '@breekpunt/synthetic';
import { sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { inPortions } from '../records/in-portions.ts';
import type { Staff } from './record-care.ts';
import type { SettledCase } from './settled-case.ts';
import { taskWords } from './task-words.ts';
import { duringWork } from './working-hours.ts';

export async function recordCases(
  tx: SiteTransaction,
  settled: readonly SettledCase[],
  staff: Staff,
  knowledgeVersion: string,
): Promise<void> {
  await recordStandings(tx, settled, staff);
  await recordVerdicts(tx, settled, staff, knowledgeVersion);
  await recordTasks(tx, settled, staff);
}

async function recordStandings(
  tx: SiteTransaction,
  settled: readonly SettledCase[],
  staff: Staff,
): Promise<void> {
  const judged = settled.flatMap(({ found, review, standing, owner }) => {
    if (standing === null || (review === null && standing.state === 'to-review')) return [];
    const ended = standing.state === 'rejected' || standing.state === 'closed';
    const since = duringWork(standing.since, found.id);
    const by = owner === null ? null : staff.account(owner);
    return [
      {
        id: found.id,
        stage: standing.stage,
        state: standing.state,
        due_on: standing.dueOn,
        owner_id: by,
        snoozed_until: standing.snoozedUntil,
        reason: standing.reason,
        closed_at: ended ? since : null,
        changed_at: since,
        changed_by: by,
        confirmed_by: review?.verdict === 'confirmed' ? staff.account(review.by) : null,
        confirmed_at: review?.verdict === 'confirmed' ? duringWork(review.on, found.id) : null,
        episode: found.episode,
      },
    ];
  });
  await sql`
    update fls_case c
       set stage = s.stage, state = s.state, due_on = s.due_on, owner_id = s.owner_id,
           snoozed_until = s.snoozed_until, reason = s.reason, closed_at = s.closed_at,
           changed_at = s.changed_at, changed_by = s.changed_by, news = '{}', news_at = null,
           version = c.version + 1
      from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) as s(
           id bigint, stage text, state text, due_on date, owner_id bigint, snoozed_until date, reason text,
           closed_at timestamptz, changed_at timestamptz, changed_by bigint)
     where c.site_id = ${tx.site} and c.fls_case_id = s.id`.execute(tx.db);
  await sql`
    update fracture_episode e set confirmed_by = s.confirmed_by, confirmed_at = s.confirmed_at
      from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb) as s(
           episode bigint, confirmed_by bigint, confirmed_at timestamptz)
     where e.site_id = ${tx.site} and e.fracture_episode_id = s.episode and s.confirmed_by is not null`.execute(
    tx.db,
  );
}

/** What taking a verdict back restores. */
const untouched = JSON.stringify({
  stage: 'identify',
  state: 'to-review',
  snoozedUntil: null,
  reason: null,
  correction: null,
});

async function recordVerdicts(
  tx: SiteTransaction,
  settled: readonly SettledCase[],
  staff: Staff,
  knowledgeVersion: string,
): Promise<void> {
  const rows = settled.flatMap(({ found, review }) =>
    review === null
      ? []
      : [
          {
            site_id: tx.site,
            person_id: found.person,
            fls_case_id: found.id,
            fracture_episode_id: found.episode,
            verdict: review.verdict,
            reason: review.reason,
            case_before: untouched,
            given_by: staff.account(review.by),
            given_at: duringWork(review.on, found.id),
            knowledge_version: knowledgeVersion,
          },
        ],
  );
  await inPortions(rows, (portion) => tx.db.insertInto('verdict').values(portion).execute());
}

async function recordTasks(
  tx: SiteTransaction,
  settled: readonly SettledCase[],
  staff: Staff,
): Promise<void> {
  const rows = settled.flatMap(({ found, care }) =>
    (care?.tasks ?? []).filter(isNoContact).map(({ kind, createdOn, dueOn, doneOn, owner }) => ({
      site_id: tx.site,
      person_id: found.person,
      fls_case_id: found.id,
      kind: taskWords[kind].kind,
      title: taskWords[kind][staff.language],
      due_on: dueOn,
      owner_id: staff.account(owner),
      created_by: staff.account(owner),
      created_at: duringWork(createdOn, found.id),
      done_by: doneOn === null ? null : staff.account(owner),
      done_at: doneOn === null ? null : duringWork(doneOn, found.id),
    })),
  );
  await inPortions(rows, (portion) => tx.db.insertInto('task').values(portion).execute());
}

type Task = CarePath['tasks'][number];

/** A call or an injection that is still to come is a contact that the planner owes, and no task beside it. */
function isNoContact({ kind, doneOn }: Task): boolean {
  return doneOn !== null || (kind !== 'call' && kind !== 'injection');
}
