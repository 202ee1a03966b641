// A case over HTTP: its page, and everything that people do with it. Each change names the version it was made on.

import { unreachable } from '@breekpunt/core';
import { z } from 'zod';
import { announce } from '../events/announce.ts';
import { type Answer, created, json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { changedMeanwhile } from '../people/changed-meanwhile.ts';
import { carers } from '../people/role.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { addNote } from './case-notes.ts';
import { readCasePage } from './case-page.ts';
import { followCorrection, holdPatientOf, withVersion } from './follow-correction.ts';
import { type Giver, giveVerdict, type VerdictRefused, verdictBody } from './give-verdict.ts';
import { type MoveRefused, moveBody, moveCase } from './move-case.ts';
import { noSuchCase, personOfCase } from './no-such-case.ts';
import { addTask, taskBody } from './tasks.ts';
import { type UndoRefused, undoVerdict } from './undo-verdict.ts';

const caseParams = z.strictObject({ case: z.coerce.number().int().positive() });
const onVersion = z.object({ onVersion: z.number().int().positive() });

const show = siteRoute({
  method: 'GET',
  url: '/api/cases/:case',
  roles: carers,
  audit: 'view',
  params: caseParams,
  handle: async ({ tx, context, today, audit }, { params }) => {
    const page = await readCasePage(tx, context.keys, today, params.case);
    if (page === null) return noSuchCase();
    audit({ action: 'view', person: page.row.patient.id, object: objectOf(params.case) });
    return json(page);
  },
});

const judge = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/verdict',
  roles: carers,
  audit: 'decide',
  params: caseParams,
  body: onVersion.and(verdictBody),
  handle: async (visit, { params, body: { onVersion: version, ...verdict } }) => {
    await holdPatientOf(visit, params.case);
    const given = await giveVerdict(visit.tx, params.case, version, verdict, giverOf(visit));
    if (!given.ok) return refusal(visit, given.error);
    if (verdict.verdict === 'corrected') await followCorrection(visit, params.case);
    await changed(visit, params.case, 'decide', { verdict: verdict.verdict });
    if (verdict.verdict === 'confirmed' || verdict.verdict === 'corrected')
      await tellConfirmed(visit, params.case);
    return json(await withVersion(visit, params.case, given.value));
  },
});

const undo = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/undo',
  roles: carers,
  audit: 'change',
  params: caseParams,
  body: onVersion,
  handle: async (visit, { params, body: { onVersion: version } }) => {
    await holdPatientOf(visit, params.case);
    const undone = await undoVerdict(visit.tx, params.case, version, giverOf(visit));
    if (!undone.ok) return refusal(visit, undone.error);
    if (undone.value.correctionChanged) await followCorrection(visit, params.case);
    await changed(visit, params.case, 'change', { step: 'undo' });
    const { correctionChanged: _, ...given } = undone.value;
    return json(await withVersion(visit, params.case, given));
  },
});

const move = siteRoute({
  method: 'PATCH',
  url: '/api/cases/:case',
  roles: carers,
  audit: 'change',
  params: caseParams,
  body: onVersion.and(moveBody),
  handle: async (visit, { params, body: { onVersion: version, ...change } }) => {
    const moved = await moveCase(visit.tx, params.case, version, change, giverOf(visit));
    if (!moved.ok) return refusal(visit, moved.error);
    await changed(visit, params.case, 'change', { step: 'stage' in change ? 'stage' : 'due' });
    return json({ version: moved.value });
  },
});

/** Somebody read what changed since the case was last looked at. */
const seen = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/seen',
  roles: carers,
  audit: 'change',
  params: caseParams,
  handle: async (visit, { params }) => {
    const { tx } = visit;
    const row = await tx.db
      .updateTable('fls_case')
      .set({ news: [], news_at: null })
      .where('site_id', '=', tx.site)
      .where('fls_case_id', '=', params.case)
      .returning('fls_case_id')
      .executeTakeFirst();
    if (row === undefined) return noSuchCase();
    await changed(visit, params.case, 'change', { step: 'news-seen' });
    return nothing();
  },
});

const note = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/notes',
  roles: carers,
  audit: 'create',
  params: caseParams,
  body: z.strictObject({ body: z.string().trim().min(1).max(5_000) }),
  handle: async (visit, { params, body: { body } }) => {
    const { tx, user, at } = visit;
    if ((await personOfCase(visit.tx, params.case)) === null) return noSuchCase();
    await addNote(tx, params.case, body, user.id, at);
    await changed(visit, params.case, 'create', { step: 'note' });
    return created({ at });
  },
});

const task = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/tasks',
  roles: carers,
  audit: 'create',
  params: caseParams,
  body: taskBody,
  handle: async (visit, { params, body }) => {
    const { tx, user } = visit;
    const person = await personOfCase(visit.tx, params.case);
    if (person === null) return noSuchCase();
    const id = await addTask(tx, { person, case: params.case }, body, user.id);
    await announce(tx, { topic: 'task', change: 'added', id });
    await changed(visit, params.case, 'create', { step: 'task', kind: body.kind });
    return created({ id });
  },
});

function giverOf({ user, at, today }: Visit): Giver {
  return { user: user.id, at, today };
}

function objectOf(id: number): { readonly type: string; readonly id: string } {
  return { type: 'case', id: String(id) };
}

/** Tells the open screens, and the log. */
async function changed(
  visit: Visit,
  id: number,
  action: 'decide' | 'change' | 'create',
  detail: Readonly<Record<string, string>>,
): Promise<void> {
  await announce(visit.tx, { topic: 'case', change: 'changed', id });
  visit.audit({ action, person: await personOfCase(visit.tx, id), object: objectOf(id), detail });
}

async function tellConfirmed(visit: Visit, id: number): Promise<void> {
  const person = await personOfCase(visit.tx, id);
  if (person !== null) await tellWebhooks(visit.tx, [{ topic: 'case.confirmed', ids: { case: id, person } }]);
}

async function refusal(visit: Visit, error: VerdictRefused | UndoRefused | MoveRefused): Promise<Answer> {
  switch (error.kind) {
    case 'not-found':
      return noSuchCase();
    case 'changed-meanwhile':
      return changedMeanwhile(visit, 'case', error);
    case 'already-decided':
      return refuse('refused', 'The case is closed already. Undo that verdict first.', {
        at: 'body.verdict',
      });
    case 'snooze-not-in-future':
      return refuse('refused', 'A case is put off until a day to come.', { at: 'body.until' });
    case 'nothing-to-undo':
      return refuse('refused', 'There is no verdict to take back.');
    case 'not-confirmed':
      return refuse('refused', 'Nobody confirmed this case yet, so it cannot move on.', { at: 'body.stage' });
    default:
      return unreachable(error);
  }
}

export const caseRoutes: readonly Route[] = [show, judge, undo, move, seen, note, task];
