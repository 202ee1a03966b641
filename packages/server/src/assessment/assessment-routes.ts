// The assessment over HTTP: its page, and one answer at a time. A saved answer comes back with the whole page, because one
// answer can change what is missing, what is indicated and what is blocked.

import { unreachable } from '@breekpunt/core';
import { z } from 'zod';
import { holdPatientOf } from '../case/follow-correction.ts';
import { noSuchCase } from '../case/no-such-case.ts';
import { decidingFor } from '../decision/deciding-for.ts';
import { announce } from '../events/announce.ts';
import { type Answer, json, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { carers } from '../people/role.ts';
import { decisionsOf } from '../records/decision.ts';
import { keptRisksOf } from '../risk/kept-risks.ts';
import { type AssessmentPage, assessmentPage } from './assessment-page.ts';
import { assessmentRulesOn } from './assessment-rules.ts';
import { birthDayOf, type CaseRecord, holdCase, readCaseRecord } from './case-record.ts';
import { fieldOf } from './fields.ts';
import { type AnswerRefused, parseAnswer } from './parse-answer.ts';
import { type AnsweredMeanwhile, saveAnswer } from './save-answer.ts';

const caseParams = z.strictObject({ case: z.coerce.number().int().positive() });

const show = siteRoute({
  method: 'GET',
  url: '/api/cases/:case/assessment',
  roles: carers,
  audit: 'view',
  params: caseParams,
  handle: async (visit, { params }) => {
    const record = await readCaseRecord(visit.tx, params.case);
    if (record === null) return noSuchCase();
    logged(visit, record, 'view', {});
    return json(await pageOf(visit, record));
  },
});

const save = siteRoute({
  method: 'PUT',
  url: '/api/cases/:case/assessment/:field',
  roles: carers,
  audit: 'change',
  params: z.strictObject({ case: z.coerce.number().int().positive(), field: z.string().max(60) }),
  body: z.strictObject({ onVersion: z.number().int().nonnegative(), answer: z.unknown() }),
  handle: async (visit, { params, body }) => {
    const { tx, user, at, today } = visit;
    const field = fieldOf(params.field);
    if (field === undefined) return refuse('not-found', 'The assessment has no such question.');
    // A message can tell of the same death: it too holds the patient first, and touches the case after.
    if (field.id === 'death') await holdPatientOf(visit, params.case);
    const held = await holdCase(tx, params.case);
    if (held === null) return noSuchCase();
    if (held.ended) return refuse('refused', 'The case is closed. Undo that verdict first.');
    const { knowledge } = assessmentRulesOn(today);
    const context = { knowledge, today, birth: birthDayOf(held.person) };
    const parsed = parseAnswer(field, body.answer ?? null, context);
    if (!parsed.ok) return refusal(parsed.error);
    const saved = await saveAnswer(tx, held, field, parsed.value, body.onVersion, {
      user: user.id,
      at,
      today,
    });
    if (!saved.ok) return meanwhile(visit, saved.error);
    logged(visit, held, 'change', { step: 'assessment', field: field.id });
    await announce(tx, { topic: 'case', change: 'changed', id: params.case });
    const after = await readCaseRecord(tx, params.case);
    if (after === null) throw new Error('A case went away while it was held');
    return json({ version: saved.value, at, page: await pageOf(visit, after) });
  },
});

async function pageOf(visit: Visit, record: CaseRecord): Promise<AssessmentPage> {
  const decisions = (await decisionsOf(visit.tx, record.person.id)).filter(
    (each) => each.case === record.case,
  );
  const kept = await keptRisksOf(visit.tx, record);
  return assessmentPage(record, decisions, kept, await decidingFor(visit));
}

function logged(
  { audit }: Visit,
  record: Pick<CaseRecord, 'case' | 'person'>,
  action: 'view' | 'change',
  detail: Readonly<Record<string, string>>,
): void {
  audit({ action, person: record.person.id, object: { type: 'case', id: String(record.case) }, detail });
}

async function meanwhile({ tx }: Visit, { version, answer, by, at }: AnsweredMeanwhile): Promise<Answer> {
  const row = await tx.db
    .selectFrom('app_user')
    .select('display_name')
    .where('site_id', '=', tx.site)
    .where('app_user_id', '=', by)
    .executeTakeFirst();
  return refuse('changed-meanwhile', 'Somebody else answered this question meanwhile. Read it again.', {
    version,
    answer,
    byName: row?.display_name ?? null,
    at,
  });
}

function refusal(error: AnswerRefused): Answer {
  return refuse('refused', describe(error), { at: 'body.answer', refused: error });
}

/** What was expected; never what came. */
function describe(error: AnswerRefused): string {
  switch (error.kind) {
    case 'unexpected-form':
      return 'Expected an answer in the form of this question, "no", or null.';
    case 'out-of-range': {
      const { least, most, unit } = error.range;
      return `Expected ${error.quantity} from ${least} to ${most} ${unit}; check the decimal point and the unit.`;
    }
    case 'unknown-unit':
      return `Expected one of these units: ${error.expected.join(', ')}.`;
    case 'in-the-future':
      return 'Expected a day that is not to come.';
    case 'before-birth':
      return 'Expected a day after the birth of the patient.';
    case 'needs':
      return error.needs === 'day'
        ? 'Expected a day with this answer.'
        : 'Expected a reason with this answer.';
    case 'unknown-stage':
      return `Expected one of these stages of the system: ${error.expected.join(', ')}.`;
    default:
      return unreachable(error);
  }
}

export const assessmentRoutes: readonly Route[] = [show, save];
