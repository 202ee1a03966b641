// docs/rule-coverage.md as text: every row of every decision table with its cases or the content that carries it, every rule with
// the cases that show it, and where each item of the five documents went. Decision: made from the knowledge itself, so that it
// cannot say more than is there.

import type { Knowledge, RuleCase, SeedItem } from '@breekpunt/knowledge';
import { type Carriers, carriersOf } from './content-carriers.ts';
import type { TableRow } from './decision-tables.ts';

export function coveragePage(
  knowledge: Pick<Knowledge, 'rules' | 'seeds' | 'grids' | 'parameters'>,
  cases: readonly RuleCase[],
  tables: Readonly<Record<string, readonly TableRow[]>>,
): string {
  const casesOf = casesByRule(cases);
  const carriers = carriersOf(knowledge);
  return [
    '# Which rule is shown by which case',
    '',
    'Made by `npm run coverage`; do not edit. A case is an example in words, in `knowledge/rules/*.cases.yaml`, and each is a',
    'test. A draft is shown as a draft and never as advice. Tables of what patients read are carried by pieces of content, with',
    'their languages.',
    '',
    '## Decision tables',
    ...Object.entries(tables).flatMap(([name, rows]) => [
      '',
      `### ${name}`,
      '',
      ...tableLines(rows, casesOf, carriers),
    ]),
    '',
    '## Rules',
    ...[...new Set(Object.values(knowledge.rules).map(({ topic }) => topic))]
      .toSorted()
      .flatMap((topic) => ['', `### ${topic}`, '', ...ruleLines(knowledge, topic, casesOf)]),
    '',
    '## The five documents, item by item',
    '',
    ...seedLines(knowledge.seeds.items),
    '',
  ].join('\n');
}

type CasesOf = ReadonlyMap<string, readonly string[]>;

function casesByRule(cases: readonly RuleCase[]): CasesOf {
  const found = new Map<string, string[]>();
  for (const { rules, name } of cases) {
    for (const rule of rules) found.set(rule, [...(found.get(rule) ?? []), name]);
  }
  return found;
}

function tableLines(rows: readonly TableRow[], casesOf: CasesOf, carriers: Carriers): readonly string[] {
  return [
    '| row | carried by | cases, or what carries it |',
    '| --- | --- | --- |',
    ...rows.map(({ row, rules, content = [], numbers = [] }) => {
      const cases = new Set(rules.flatMap((rule) => casesOf.get(rule) ?? []));
      const pieces = [...content, ...numbers].map((id) => carriers.get(id) ?? `${id}: NOT THERE`);
      const by = [...rules, ...(pieces.length > 0 ? ['content'] : [])].join(', ');
      return `| ${row} | ${by} | ${[...cases, ...pieces].map(inCell).join('<br>')} |`;
    }),
  ];
}

function ruleLines({ rules }: Pick<Knowledge, 'rules'>, topic: string, casesOf: CasesOf): readonly string[] {
  const ofTopic = Object.values(rules)
    .filter((rule) => rule.topic === topic)
    .toSorted((a, b) => Number(a.id.replace(/\D/g, '')) - Number(b.id.replace(/\D/g, '')));
  return [
    '| rule | standing | cases |',
    '| --- | --- | --- |',
    ...ofTopic.map(({ id, status, retired }) => {
      const standing = retired === undefined ? status : `retired ${retired}`;
      return `| ${id} | ${standing} | ${(casesOf.get(id) ?? []).map(inCell).join('<br>')} |`;
    }),
  ];
}

function inCell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function seedLines(items: readonly SeedItem[]): readonly string[] {
  const fates = items.map(({ fate }) =>
    'carried' in fate ? 'carried' : 'planned' in fate ? 'planned' : 'rejected',
  );
  const count = (fate: string): number => fates.filter((each) => each === fate).length;
  return [
    `${items.length} items: ${count('carried')} carried, ${count('planned')} planned, ${count('rejected')} rejected with a reason.`,
    '',
    '| item | what it says | where it went |',
    '| --- | --- | --- |',
    ...items.map(({ id, title, fate }) => {
      const where =
        'carried' in fate
          ? `${fate.carried.kind} ${fate.carried.id}`
          : 'planned' in fate
            ? `planned: ${fate.planned}`
            : `rejected: ${fate.rejected}`;
      return `| ${id} | ${inCell(title)} | ${inCell(where)} |`;
    }),
  ];
}
