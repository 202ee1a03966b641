// "What if" questions and their answers. Decision: question and answer are rows, so that any process can show how far one is and a
// board's paper can be printed again next year; the work is done in a thread, one at a time in a process.

import { Worker } from 'node:worker_threads';
import type { Check, WhatIfResult } from '@breekpunt/quality';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/generated/tables.ts';
import { inSite, type SiteTransaction } from '../database/site-transaction.ts';
import type { ThreadQuestion } from './simulation-thread.ts';

export interface SimulationAnswer extends WhatIfResult {
  readonly checks: readonly Check[];
}

export interface Simulation {
  readonly id: number;
  readonly name: string;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly knowledgeVersion: string;
  readonly progress: number;
  /** It broke off, or its process ended. */
  readonly failed: boolean;
  readonly question: ThreadQuestion;
  readonly result: SimulationAnswer | null;
}

export interface NewSimulation {
  readonly name: string;
  readonly question: ThreadQuestion;
  readonly knowledgeVersion: string;
  readonly user: number;
  readonly at: Date;
}

export async function addSimulation(tx: SiteTransaction, asked: NewSimulation): Promise<number> {
  const row = await tx.db
    .insertInto('simulation')
    .values({
      site_id: tx.site,
      name: asked.name,
      question: JSON.stringify(asked.question),
      knowledge_version: asked.knowledgeVersion,
      asked_by: asked.user,
      asked_at: asked.at,
    })
    .returning('simulation_id')
    .executeTakeFirstOrThrow();
  return row.simulation_id;
}

/** Longer than any answer takes. */
const patienceMs = 10 * 60_000;

function simulationRows(tx: SiteTransaction) {
  return tx.db
    .selectFrom('simulation as s')
    .innerJoin('app_user as u', (join) =>
      join.onRef('u.site_id', '=', 's.site_id').onRef('u.app_user_id', '=', 's.asked_by'),
    )
    .select([
      's.simulation_id',
      's.name',
      's.asked_at',
      's.knowledge_version',
      's.progress',
      's.failed',
      's.question',
      's.result',
      'u.display_name',
    ])
    .where('s.site_id', '=', tx.site);
}

type SimulationRow = Awaited<ReturnType<ReturnType<typeof simulationRows>['execute']>>[number];

function simulationFrom(row: SimulationRow, at: Date): Simulation {
  return {
    id: row.simulation_id,
    name: row.name,
    askedAt: row.asked_at,
    askedBy: row.display_name,
    knowledgeVersion: row.knowledge_version,
    progress: row.progress,
    failed: row.failed || (row.result === null && at.getTime() - row.asked_at.getTime() > patienceMs),
    question: row.question as ThreadQuestion,
    result: row.result as SimulationAnswer | null,
  };
}

/** Newest first, without their answers. */
export async function simulations(
  tx: SiteTransaction,
  at: Date,
): Promise<readonly Omit<Simulation, 'result'>[]> {
  const rows = await simulationRows(tx).orderBy('s.simulation_id', 'desc').limit(30).execute();
  return rows.map((row) => {
    const { result: _left, ...rest } = simulationFrom(row, at);
    return rest;
  });
}

export async function simulationById(tx: SiteTransaction, id: number, at: Date): Promise<Simulation | null> {
  const row = await simulationRows(tx).where('s.simulation_id', '=', id).executeTakeFirst();
  return row === undefined ? null : simulationFrom(row, at);
}

let lastInLine: Promise<void> = Promise.resolve();

/** Works it out when those before it are done; what becomes of it is in its row. */
export function runSimulation(
  db: Kysely<Tables>,
  site: string,
  id: number,
  question: ThreadQuestion,
): Promise<void> {
  lastInLine = lastInLine.then(() => inThread(db, site, id, question)).catch(() => undefined);
  return lastInLine;
}

interface Told {
  readonly percent: number;
  readonly result?: SimulationAnswer;
}

async function inThread(
  db: Kysely<Tables>,
  site: string,
  id: number,
  question: ThreadQuestion,
): Promise<void> {
  const thread = new Worker(new URL('./simulation-thread.ts', import.meta.url), { workerData: question });
  thread.unref();
  let saving: Promise<unknown> = Promise.resolve();
  const save = (change: { progress?: number; result?: string; failed?: boolean }): void => {
    saving = saving.then(() =>
      inSite(db, site, (tx) =>
        tx.db
          .updateTable('simulation')
          .set(change)
          .where('site_id', '=', site)
          .where('simulation_id', '=', id)
          .execute(),
      ),
    );
  };
  let answered = false;
  thread.on('message', ({ percent, result }: Told) => {
    answered ||= result !== undefined;
    save({ progress: percent, ...(result === undefined ? {} : { result: JSON.stringify(result) }) });
  });
  await new Promise<void>((ended) => {
    thread.once('error', () => undefined);
    thread.once('exit', () => ended());
  });
  if (!answered) save({ failed: true });
  await saving;
}
