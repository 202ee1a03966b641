// "What if" over HTTP: where the hospital stands, asking a question, how far its answer is.

import { loadKnowledge } from '@breekpunt/knowledge';
import { numberIn, simulationParametersOn } from '@breekpunt/quality';
import { z } from 'zod';
import { created, json, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { carers } from '../people/role.ts';
import { cascadeNow, hospitalMix, startsByContact } from './hospital-mix.ts';
import { twelveMonths } from './period.ts';
import { notCounted } from './quality-asked.ts';
import { qualityChoices } from './quality-choices.ts';
import { lastRun, qualityFigures } from './quality-figures.ts';
import { addSimulation, runSimulation, simulationById, simulations } from './simulations.ts';

const knowledge = loadKnowledge();

const start = siteRoute({
  method: 'GET',
  url: '/api/quality/what-if-start',
  roles: carers,
  audit: 'none',
  handle: async ({ tx, today }) => {
    const set = knowledge.indicators['iof-2020'];
    const run = await lastRun(tx);
    if (set === undefined || run === null) return notCounted();
    const { figures } = await qualityFigures(tx, { knowledge, set, today });
    const months = figures.find(({ indicator }) => indicator.id === 'iof.8')?.months ?? twelveMonths(run.cut);
    const starts = await startsByContact(tx, { months, indicators: run.indicators });
    const { patients } = await hospitalMix(tx, run.cut);
    const { patientsPerYear } = await qualityChoices(tx);
    const { country } = await siteOf(tx);
    const { values } = simulationParametersOn(knowledge, today, country);
    return json({
      patients,
      expected: patientsPerYear,
      now: cascadeNow(figures, starts),
      unmeasured: values['unmeasured-cascade'],
      planned: values['planned-cascade'],
    });
  },
});

const share = z.number().min(0).max(1);
const capacity = z.number().min(0).max(100_000).nullable();
const cascade = z.strictObject({
  found: share,
  assessed: share,
  scanned: share,
  recommended: share,
  contacted: share,
  startedWithContact: share,
  startedWithout: share,
  scansPerMonth: capacity,
  nurseHoursPerMonth: capacity,
});
const amount = z.number().min(0).max(1_000_000).optional();

const ask = siteRoute({
  method: 'POST',
  url: '/api/quality/simulations',
  roles: carers,
  audit: 'create',
  body: z.strictObject({
    name: z.string().trim().min(1).max(120),
    patientsPerYear: z.number().int().min(1).max(1_000_000),
    now: cascade,
    plan: cascade,
    costs: z.strictObject({ 'medicine-cost': amount, 'scan-cost': amount, 'nurse-hour-cost': amount }),
  }),
  handle: async ({ tx, context, user, at, today, audit }, { body }) => {
    const run = await lastRun(tx);
    const { mix } = run === null ? { mix: [] } : await hospitalMix(tx, run.cut);
    if (mix.length === 0)
      return refuse('refused', 'There are no counted patients of the last year to begin from. Count first.');
    const { country } = await siteOf(tx);
    const { name, costs, now, plan, patientsPerYear } = body;
    const parameters = simulationParametersOn(knowledge, today, country);
    const startedUsual = numberIn(parameters, 'usual-start') / 100;
    const given = Object.fromEntries(Object.entries(costs).filter(([, value]) => value !== undefined));
    const question = {
      country,
      on: today,
      mix,
      patientsPerYear,
      now: { ...now, startedUsual },
      plan: { ...plan, startedUsual },
      costs: given,
    };
    const id = await addSimulation(tx, {
      name,
      question,
      knowledgeVersion: knowledge.version,
      user: user.id,
      at,
    });
    audit({ action: 'create', object: { type: 'simulation', id: String(id) } });
    void runSimulation(context.database.db, tx.site, id, question);
    return created({ id });
  },
});

function siteOf(tx: Visit['tx']): Promise<{ readonly country: 'BE' | 'NL' }> {
  return tx.db.selectFrom('site').select('country').where('site_id', '=', tx.site).executeTakeFirstOrThrow();
}

const list = siteRoute({
  method: 'GET',
  url: '/api/quality/simulations',
  roles: carers,
  audit: 'none',
  handle: async ({ tx, at }) => json({ simulations: await simulations(tx, at) }),
});

const show = siteRoute({
  method: 'GET',
  url: '/api/quality/simulations/:simulation',
  roles: carers,
  audit: 'none',
  params: z.strictObject({ simulation: z.coerce.number().int().positive() }),
  handle: async ({ tx, at }, { params }) => {
    const found = await simulationById(tx, params.simulation, at);
    return found === null ? refuse('not-found', 'There is no such question at this hospital.') : json(found);
  },
});

export const simulationRoutes: readonly Route[] = [start, ask, list, show];
