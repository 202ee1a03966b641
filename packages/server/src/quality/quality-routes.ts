// Quality over HTTP: the dashboard, the patients behind each figure, what is missing, hospitals compared. Files: quality-file-routes.ts.

import { setTimeout } from 'node:timers/promises';
import { knownDate } from '@breekpunt/core';
import { type IndicatorSet, type Knowledge, loadKnowledge } from '@breekpunt/knowledge';
import { standings } from '@breekpunt/quality';
import { z } from 'zod';
import { json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { carers } from '../people/role.ts';
import { failedCounting } from './failed-counting.ts';
import { hospitalsCompared } from './hospitals-compared.ts';
import { missingData } from './missing-data.ts';
import { type PlaceBehind, patientsBehind } from './patients-behind.ts';
import { type Months, monthOf, twelveMonths } from './period.ts';
import { dayAsked, notCounted } from './quality-asked.ts';
import { saveQualityChoices } from './quality-choices.ts';
import { lastRun, qualityFigures } from './quality-figures.ts';
import { countingNow, recount } from './recount.ts';
import { shownSets } from './shown-sets.ts';

const knowledge: Knowledge = loadKnowledge();
const set = z.string().max(60).default('iof-2020');
/** A place in a list: month and case with a dot between them. */
const place = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-01\.\d{1,15}$/)
  .transform((text): PlaceBehind => {
    const [month = '', id] = text.split('.');
    return { month: knownDate(month), case: Number(id) };
  })
  .nullable()
  .default(null);

function setNamed(id: string): IndicatorSet | undefined {
  return shownSets(knowledge).find((one) => one.id === id);
}

const noSet = () => refuse('not-found', 'There is no such set of indicators.');

const figures = siteRoute({
  method: 'GET',
  url: '/api/quality/figures',
  roles: carers,
  audit: 'none',
  query: z.strictObject({ set }),
  handle: async ({ tx, today }, { query }) => {
    const asked = setNamed(query.set);
    if (asked === undefined) return noSet();
    return json(await qualityFigures(tx, { knowledge, set: asked, today }));
  },
});

/** A small hospital is counted before the answer goes out; whoever waits longer sees how far it is on the page. */
const patienceMs = 15_000;

const count = siteRoute({
  method: 'POST',
  url: '/api/quality/recount',
  roles: carers,
  audit: 'none',
  // everything: also the cases of which nothing changed.
  query: z.strictObject({ everything: z.enum(['yes', 'no']).default('no') }),
  handle: async ({ tx, context, today, at, log }, { query }) => {
    const runs = countingNow(tx.site);
    // Whoever comes second is told how far it is: waiting would hold a connection that the counting may need.
    if (runs !== null) return json({ counted: null, counting: runs, failed: null });
    const wholly = query.everything === 'yes';
    const counting = recount(context.database.db, tx.site, { knowledge, cut: today, at, wholly, log });
    // It goes on when nobody waits any more; what goes wrong is in the log and stands with the figures.
    const ended = counting.catch(() => null);
    const waiting = new AbortController();
    try {
      const counted = await Promise.race([
        ended,
        setTimeout(patienceMs, null, { ref: false, signal: waiting.signal }),
      ]);
      return json({ counted, counting: countingNow(tx.site), failed: await failedCounting(tx) });
    } finally {
      waiting.abort();
    }
  },
});

const patients = siteRoute({
  method: 'GET',
  url: '/api/quality/patients',
  roles: carers,
  audit: 'list',
  query: z.strictObject({
    set,
    indicator: z.string().max(60),
    // Several with a comma between them.
    standing: z
      .string()
      .transform((text) => standings.filter((one) => text.split(',').includes(one)))
      .default([...standings]),
    // Only those who were achieved in this figure of the set, or only those who were not.
    reached: z.string().max(60).optional(),
    unreached: z.string().max(60).optional(),
    from: dayAsked,
    to: dayAsked,
    after: place,
  }),
  handle: async ({ tx, audit }, { query }) => {
    const asked = setNamed(query.set);
    const named = (id: string | undefined) => asked?.indicators.find((one) => one.id === id);
    const indicator = named(query.indicator);
    const otherId = query.reached ?? query.unreached;
    const other = named(otherId);
    if (asked === undefined || indicator === undefined) return noSet();
    if (otherId !== undefined && other === undefined) return noSet();
    const run = await lastRun(tx);
    if (run === null) return notCounted();
    const months: Months = { from: monthOf(query.from), to: monthOf(query.to) };
    const found = await patientsBehind(tx, {
      knowledge,
      set: asked,
      indicator,
      standings: query.standing,
      given: other === undefined ? null : { indicator: other, achieved: query.reached !== undefined },
      months,
      after: query.after,
      cut: run.cut,
      indicators: run.indicators,
    });
    audit({
      action: 'list',
      shown: [...new Set(found.rows.map(({ patient }) => patient.id))],
      object: { type: 'indicator', id: indicator.id },
      detail: { shown: found.rows.length },
    });
    return json(found);
  },
});

const missing = siteRoute({
  method: 'GET',
  url: '/api/quality/missing',
  roles: carers,
  audit: 'list',
  query: z.strictObject({
    before: place,
    indicator: z.string().max(60).optional(),
    mine: z.enum(['yes', 'no']).default('no'),
  }),
  handle: async ({ tx, user, audit }, { query }) => {
    const asked = setNamed('iof-2020');
    const run = await lastRun(tx);
    if (asked === undefined) return noSet();
    if (run === null) return notCounted();
    const indicator = query.indicator ?? null;
    if (indicator !== null && !asked.indicators.some(({ id }) => id === indicator)) return noSet();
    const found = await missingData(tx, {
      knowledge,
      set: asked,
      months: { from: twelveMonths(run.cut, 1).from, to: twelveMonths(run.cut).to },
      cut: run.cut,
      indicators: run.indicators,
      indicator,
      owner: query.mine === 'yes' ? user.id : null,
      before: query.before,
    });
    audit({
      action: 'list',
      shown: [...new Set(found.rows.map(({ patient }) => patient.id))],
      object: { type: 'missing-data', id: asked.id },
      detail: { shown: found.rows.length },
    });
    return json(found);
  },
});

const compared = siteRoute({
  method: 'GET',
  url: '/api/quality/compared',
  roles: carers,
  audit: 'none',
  query: z.strictObject({ set, indicator: z.string().max(60) }),
  handle: async ({ tx, context }, { query }) => {
    const asked = setNamed(query.set);
    const indicator = asked?.indicators.find(({ id }) => id === query.indicator);
    if (asked === undefined || indicator === undefined) return noSet();
    return json(await hospitalsCompared(context.database.db, tx.site, asked, indicator));
  },
});

const choices = siteRoute({
  method: 'PUT',
  url: '/api/quality/choices',
  roles: ['lead'],
  audit: 'configure',
  body: z.strictObject({
    patientsPerYear: z.number().int().min(1).max(1_000_000).nullable(),
    spinePercent: z.number().min(0).max(100).nullable(),
    shareFigures: z.boolean(),
    organisation: z.record(z.string().max(60), z.enum(['yes', 'no', 'not-recorded'])),
  }),
  handle: async ({ tx, audit }, { body }) => {
    await saveQualityChoices(tx, body);
    audit({
      action: 'configure',
      object: { type: 'quality', id: tx.site },
      detail: {
        patientsPerYear: body.patientsPerYear,
        spinePercent: body.spinePercent,
        shareFigures: body.shareFigures,
      },
    });
    return nothing();
  },
});

export const qualityRoutes: readonly Route[] = [figures, count, patients, missing, compared, choices];
