// Keeping a risk score of a case: it is computed again on what is recorded now, and refused when that is not what was shown.

import { z } from 'zod';
import { holdCase, readCaseRecord } from '../assessment/case-record.ts';
import { answersOf } from '../assessment/shown-answers.ts';
import { noSuchCase } from '../case/no-such-case.ts';
import { decidingFor } from '../decision/deciding-for.ts';
import { announce } from '../events/announce.ts';
import { created, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { carers } from '../people/role.ts';
import { keepRisk } from './kept-risks.ts';
import { riskAnswer } from './risk-answers.ts';
import { riskModels } from './risk-view.ts';

const keep = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/risk-results',
  roles: carers,
  audit: 'create',
  params: z.strictObject({ case: z.coerce.number().int().positive() }),
  body: z.strictObject({ model: z.enum(riskModels), mark: z.string().length(32) }),
  handle: async (visit, { params, body }) => {
    const { tx, user, at, today } = visit;
    await holdCase(tx, params.case);
    const record = await readCaseRecord(tx, params.case);
    if (record === null) return noSuchCase();
    if (record.ended) return refuse('refused', 'The case is closed. Undo that verdict first.');
    const deciding = await decidingFor(visit);
    const answers = answersOf(record, deciding.rules);
    const answer = riskAnswer(body.model, { record, answers, deciding });
    if (answer.mark !== body.mark)
      return refuse(
        'changed-meanwhile',
        'The record changed since this was shown. Read it again, then keep.',
      );
    if (answer.outcome !== 'value')
      return refuse('refused', 'This score has no value for this patient, so nothing can be kept.', {
        at: 'body.model',
        refused: { kind: answer.outcome },
      });
    const of = { case: record.case, person: record.person.id };
    const inputs = Object.fromEntries(
      [...answers.values()].flatMap((each) => (each.answer === null ? [] : [[each.field, each.answer]])),
    );
    const { version } = deciding.rules.knowledge;
    const id = await keepRisk(tx, of, answer, inputs, version, { user: user.id, at, today });
    visit.audit({
      action: 'create',
      person: record.person.id,
      object: { type: 'risk-result', id: String(id) },
      detail: { model: body.model },
    });
    await announce(tx, { topic: 'case', change: 'changed', id: params.case });
    return created({ id, at });
  },
});

export const riskRoutes: readonly Route[] = [keep];
