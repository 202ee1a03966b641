// The page of rules and cases is up to date, and nothing of the decision tables is without a rule and a case.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadKnowledge } from '@breekpunt/knowledge';
import { expect, test } from 'vitest';
import { allRuleCases } from './all-rule-cases.ts';
import { carriersOf } from './content-carriers.ts';
import { coveragePage } from './coverage-page.ts';
import { decisionTables, gridTable, type TableRow } from './decision-tables.ts';

const knowledge = loadKnowledge();
const cases = allRuleCases(knowledge);
const shown = new Set(cases.flatMap(({ rules }) => rules));
const rows = Object.values(decisionTables).flat();

test('docs/rule-coverage.md says what the knowledge says now; npm run coverage writes it', () => {
  const page = readFileSync(join(import.meta.dirname, '../docs/rule-coverage.md'), 'utf8');
  expect(page).toBe(coveragePage(knowledge, cases, decisionTables));
});

test('every row of every decision table has rules or content, each rule a case, and all the content is there', () => {
  expect(rows.length).toBeGreaterThan(60);
  const carried = ({ rules, content = [] }: TableRow): boolean => rules.length + content.length > 0;
  expect(rows.filter((row) => !carried(row)).map(({ row }) => row)).toEqual([]);
  const there = carriersOf(knowledge);
  const named = rows.flatMap(({ content = [], numbers = [] }) => [...content, ...numbers]);
  expect(named.filter((id) => !there.has(id))).toEqual([]);
  expect(rows.flatMap(({ rules }) => rules).filter((rule) => !shown.has(rule))).toEqual([]);
});

test('the three tables of what patients read stand on the page, and every decision aid in its own', () => {
  const titles = Object.keys(decisionTables).join();
  for (const table of ['DT-H1', 'DT-H2', 'DT-V1', 'DT-V2', 'DT-V3', 'DT-A1', 'DT-O1', 'DT-P', 'DT-SDM', 'TR'])
    expect(titles).toContain(`(${table})`);
  const told = new Set((decisionTables[gridTable] ?? []).flatMap(({ content = [] }) => content));
  expect(knowledge.grids.filter(({ id }) => !told.has(id)).map(({ id }) => id)).toEqual([]);
});

test('every rule of the tables belongs to a row', () => {
  const named = new Set(rows.flatMap(({ rules }) => rules));
  const topics = [
    'hip-surgery',
    'spine-care',
    'avascular-necrosis',
    'hip-osteoarthritis',
    'alarm-signs',
    'pain-relief',
  ];
  const rules = Object.values(knowledge.rules).filter(({ topic }) => topics.includes(topic));
  expect(rules.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
});

test('no item of the five documents still waits for the rules of treatment', () => {
  const waiting = knowledge.seeds.items.filter(
    ({ fate }) => 'planned' in fate && fate.planned.startsWith('intervene'),
  );
  expect(waiting.map(({ id }) => id)).toEqual([]);
});
