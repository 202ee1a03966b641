// Quality over HTTP: the dashboard, the patients behind each figure, what is missing, the registry's files, hospitals compared.

import { setTimeout } from 'node:timers/promises';
import { type CalendarDate, knownDate, parseCalendarDate } from '@breekpunt/core';
import { type IndicatorSet, type Knowledge, loadKnowledge } from '@breekpunt/knowledge';
import { registryLayouts, standings } from '@breekpunt/quality';
import { z } from 'zod';
import { file, json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute, uploadRoute } from '../http/route.ts';
import { carers } from '../people/role.ts';
import { boardLanguages, boardReport } from './board-report.ts';
import { hospitalsCompared } from './hospitals-compared.ts';
import { missingData } from './missing-data.ts';
import { type PlaceBehind, patientsBehind } from './patients-behind.ts';
import { type Months, monthOf, twelveMonths } from './period.ts';
import { saveQualityChoices } from './quality-choices.ts';
import { lastRun, qualityFigures } from './quality-figures.ts';
import { countingNow, recount } from './recount.ts';
import { dataDictionary, registryFile, registryFileProblems } from './registry-export.ts';
import { shownSets } from './shown-sets.ts';

const knowledge: Knowledge = loadKnowledge();
const set = z.string().max(60).default('iof-2020');
const day = z.string().transform((text, context): CalendarDate => {
  const read = parseCalendarDate(text);
  if (read.ok) return read.value;
  context.addIssue({ code: 'custom', message: 'a day such as 2026-11-01' });
  return z.NEVER;
});
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
const layout = z.enum(registryLayouts).default('iof-12');

function setNamed(id: string): IndicatorSet | undefined {
  return shownSets(knowledge).find((one) => one.id === id);
}

const noSet = () => refuse('not-found', 'There is no such set of indicators.');
const notCounted = () => refuse('not-found', 'Nothing was counted yet. Count first.');

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
  handle: async ({ tx, context, today, at }, { query }) => {
    const wholly = query.everything === 'yes';
    const counting = recount(context.database.db, tx.site, { knowledge, cut: today, at, wholly });
    // It goes on when nobody waits any more; what went wrong then shows as figures that stay old.
    counting.catch(() => undefined);
    const waiting = new AbortController();
    try {
      const counted = await Promise.race([
        counting,
        setTimeout(patienceMs, null, { ref: false, signal: waiting.signal }),
      ]);
      return json({ counted, counting: countingNow(tx.site) });
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
    from: day,
    to: day,
    after: place,
  }),
  handle: async ({ tx, audit }, { query }) => {
    const asked = setNamed(query.set);
    const indicator = asked?.indicators.find(({ id }) => id === query.indicator);
    if (asked === undefined || indicator === undefined) return noSet();
    const run = await lastRun(tx);
    if (run === null) return notCounted();
    const months: Months = { from: monthOf(query.from), to: monthOf(query.to) };
    const found = await patientsBehind(tx, {
      knowledge,
      set: asked,
      indicator,
      standings: query.standing,
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

const board = siteRoute({
  method: 'GET',
  url: '/api/quality/board-report',
  roles: carers,
  audit: 'none',
  query: z.strictObject({ language: z.enum(boardLanguages).default('nl') }),
  handle: async ({ tx, today }, { query }) => {
    const report = await boardReport(tx, { knowledge, today, language: query.language });
    return report === null ? notCounted() : file(`figures-${today}.pdf`, 'application/pdf', report);
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

const registry = siteRoute({
  method: 'GET',
  url: '/api/quality/registry',
  roles: ['lead'],
  audit: 'export',
  query: z.strictObject({ layout, from: day.optional(), to: day.optional() }),
  handle: async ({ tx, context, today, audit }, { query }) => {
    const run = await lastRun(tx);
    if (run === null) return notCounted();
    const year = twelveMonths(run.cut);
    const months = { from: monthOf(query.from ?? year.from), to: monthOf(query.to ?? year.to) };
    const {
      file: content,
      rows,
      persons,
    } = await registryFile(tx, {
      knowledge,
      keys: context.keys,
      layout: query.layout,
      months,
      cut: run.cut,
      indicators: run.indicators,
    });
    audit({
      action: 'export',
      shown: [...persons],
      object: { type: 'registry', id: query.layout },
      detail: { rows },
    });
    return file(`registry-${query.layout}-${today}.csv`, 'text/csv; charset=utf-8', content);
  },
});

const dictionary = siteRoute({
  method: 'GET',
  url: '/api/quality/registry/dictionary',
  roles: carers,
  audit: 'none',
  query: z.strictObject({ layout }),
  handle: async (_visit, { query }) =>
    file(`registry-${query.layout}-dictionary.csv`, 'text/csv; charset=utf-8', dataDictionary(query.layout)),
});

const check = uploadRoute({
  method: 'POST',
  url: '/api/quality/registry/check',
  roles: ['lead'],
  audit: 'none',
  upTo: 50_000_000,
  query: z.strictObject({ layout }),
  handle: async (_visit, { query, body }) => {
    const text = body.toString('utf8');
    const problems = registryFileProblems(query.layout, text);
    return json({
      rows: text.split('\n').filter((line) => line.trim() !== '').length - 1,
      problems: problems.slice(0, 100),
    });
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

export const qualityRoutes: readonly Route[] = [
  figures,
  count,
  patients,
  missing,
  board,
  compared,
  registry,
  dictionary,
  check,
  choices,
];
