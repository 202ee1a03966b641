// Decisions over HTTP: a physician signs one, and whoever leads sees which would come out differently today.

import { unreachable } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { z } from 'zod';
import { holdCase, readCaseRecord } from '../assessment/case-record.ts';
import { noSuchCase } from '../case/no-such-case.ts';
import { announce } from '../events/announce.ts';
import { type Answer, created, json, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { decisionsOf } from '../records/decision.ts';
import { tellWebhooks } from '../webhooks/tell-webhooks.ts';
import { changedDecisions } from './changed-decisions.ts';
import { decidingFor } from './deciding-for.ts';
import { shownTopics } from './decisions-of.ts';
import { type NotSigned, signDecision } from './sign-decision.ts';

const sign = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/decisions',
  roles: ['physician'],
  audit: 'decide',
  params: z.strictObject({ case: z.coerce.number().int().positive() }),
  body: z.strictObject({
    topic: z.enum(shownTopics),
    choice: z.string().min(1).max(60),
    reason: z.string().trim().max(2_000).nullable(),
    mark: z.string().length(32),
    patient: z.string().max(100),
  }),
  handle: async (visit, { params, body }) => {
    const { tx, user, at, today } = visit;
    await holdCase(tx, params.case);
    const record = await readCaseRecord(tx, params.case);
    if (record === null) return noSuchCase();
    if (record.ended) return refuse('refused', 'The case is closed. Undo that verdict first.');
    const before = (await decisionsOf(tx, record.person.id)).filter((each) => each.case === record.case);
    const signed = await signDecision(tx, record, before, body, await decidingFor(visit), {
      user: user.id,
      at,
      today,
    });
    if (!signed.ok) return refusal(signed.error);
    visit.audit({
      action: 'decide',
      person: record.person.id,
      object: { type: 'case', id: String(record.case) },
      detail: { step: 'decision', topic: body.topic, choice: body.choice },
    });
    await announce(tx, { topic: 'case', change: 'changed', id: params.case });
    await tellWebhooks(tx, [
      {
        topic: 'decision.signed',
        ids: { decision: signed.value, case: record.case, person: record.person.id },
      },
    ]);
    return created({ decision: signed.value, at });
  },
});

const changed = siteRoute({
  method: 'GET',
  url: '/api/decisions/changed',
  roles: ['lead', 'physician'],
  audit: 'list',
  handle: async ({ tx, audit }) => {
    const reviewed = await changedDecisions(tx, loadKnowledge());
    audit({
      action: 'list',
      shown: [...new Set(reviewed.differing.map(({ person }) => person))],
      detail: { what: 'decisions that would differ', looked: reviewed.looked },
    });
    return json(reviewed);
  },
});

function refusal(error: NotSigned): Answer {
  switch (error.kind) {
    case 'record-changed':
      return refuse(
        'changed-meanwhile',
        'The record changed since this was shown. Read it again, then sign.',
      );
    case 'other-patient':
      return refuse('refused', 'Expected the birth date of this patient. Nothing was signed.', {
        at: 'body.patient',
        refused: error,
      });
    case 'reason-needed':
      return refuse('refused', 'This choice was not offered by the rules: it needs a reason.', {
        at: 'body.reason',
        refused: error,
      });
    case 'unknown-choice':
    case 'not-decided-here':
    case 'impossible-values':
    case 'no-value-in-force':
    case 'outside-range':
      return refuse('refused', 'This cannot be signed as it stands.', { at: 'body.choice', refused: error });
    default:
      return unreachable(error);
  }
}

export const decisionRoutes: readonly Route[] = [sign, changed];
