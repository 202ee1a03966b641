// Reads knowledge/rules/<topic>.cases.yaml: examples with their answers, each naming the rules it shows.

import type { RuleCase } from '../src/rule.ts';
import { type FieldReader, readFields } from './field-reader.ts';
import { knowledgeFiles } from './knowledge-files.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

export function readRuleCases(
  knowledgeDir: string,
  ruleIds: ReadonlySet<string>,
  problems: Problem[],
): RuleCase[] {
  const cases: RuleCase[] = [];
  for (const file of knowledgeFiles(knowledgeDir, 'rules', '.cases.yaml')) {
    const topic = file.replace(/^rules\//, '').replace(/\.cases\.yaml$/, '');
    const yaml = readYaml(knowledgeDir, file, problems);
    if (yaml.data === undefined) continue;
    const top = readFields(yaml, yaml.data, [], problems);
    const names = new Set<string>();
    top?.list('cases').forEach((row, index) => {
      const fields = readFields(yaml, row, ['cases', index], problems);
      const read = fields === undefined ? undefined : readCase(fields, topic, ruleIds);
      if (fields === undefined || read === undefined) return;
      if (names.has(read.name)) fields.problem('name', 'another case of this file has the same name');
      names.add(read.name);
      cases.push(read);
    });
    top?.done();
  }
  return cases;
}

function readCase(fields: FieldReader, topic: string, ruleIds: ReadonlySet<string>): RuleCase | undefined {
  const name = fields.text('name');
  const on = fields.date('on');
  const rules = fields.list('rules').filter((id) => {
    if (typeof id === 'string' && ruleIds.has(id)) return true;
    fields.problem('rules', `rule "${String(id)}" does not exist`);
    return false;
  }) as string[];
  if (rules.length === 0) fields.problem('rules', 'expected at least one existing rule');
  for (const key of ['given', 'expect']) {
    if (fields.raw(key) === undefined) fields.problem(key, `"${key}" is missing`);
  }
  const given = fields.raw('given');
  const expect = fields.raw('expect');
  fields.done();
  const [first, ...others] = rules;
  if (name === undefined || on === undefined || first === undefined) return undefined;
  if (given === undefined || expect === undefined) return undefined;
  return { topic, name, rules: [first, ...others], on, given, expect };
}
