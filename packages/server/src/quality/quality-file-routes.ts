// Figures as files over HTTP: the report for the board, the file for a registry with its dictionary, and a check of one that comes back.

import { type Knowledge, loadKnowledge } from '@breekpunt/knowledge';
import { registryLayouts } from '@breekpunt/quality';
import { z } from 'zod';
import { file, json } from '../http/answer.ts';
import { type Route, siteRoute, uploadRoute } from '../http/route.ts';
import { carers } from '../people/role.ts';
import { boardLanguages, boardReport } from './board-report.ts';
import { monthOf, twelveMonths } from './period.ts';
import { dayAsked, notCounted } from './quality-asked.ts';
import { lastRun } from './quality-figures.ts';
import { checkedRegistryFile, dataDictionary, registryFile } from './registry-export.ts';

const knowledge: Knowledge = loadKnowledge();
const layout = z.enum(registryLayouts).default('iof-12');

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

const registry = siteRoute({
  method: 'GET',
  url: '/api/quality/registry',
  roles: ['lead'],
  audit: 'export',
  query: z.strictObject({ layout, from: dayAsked.optional(), to: dayAsked.optional() }),
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
    const { rows, problems } = checkedRegistryFile(query.layout, body.toString('utf8'));
    return json({ rows, problems: problems.slice(0, 100) });
  },
});

export const qualityFileRoutes: readonly Route[] = [board, registry, dictionary, check];
