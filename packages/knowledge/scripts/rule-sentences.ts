// knowledge/rules/<topic>.sentences.yaml → the sentence of every rule in Dutch and French. Decision: a rule without both is
// an error, because everything that decides is shown with its rules and a nurse must be able to read them; and every number
// of the English sentence stands in both, so that a limit that moves cannot live on in a translation.

import type { Rule, RuleSentences } from '../src/rule.ts';
import { type FieldReader, readFields } from './field-reader.ts';
import { knowledgeFiles } from './knowledge-files.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

/** By topic and rule id. `told` is the rules as their .md files have them. */
export function readRuleSentences(
  knowledgeDir: string,
  told: readonly Pick<Rule, 'id' | 'topic' | 'text'>[],
  problems: Problem[],
): ReadonlyMap<string, RuleSentences> {
  const read = new Map<string, RuleSentences>();
  const files = new Set(knowledgeFiles(knowledgeDir, 'rules', '.sentences.yaml'));
  for (const topic of new Set(told.map((rule) => rule.topic))) {
    const file = `rules/${topic}.sentences.yaml`;
    const own = told.filter((rule) => rule.topic === topic);
    if (files.delete(file)) readTopic(knowledgeDir, file, own, read, problems);
    else problems.push({ file, place: '', message: `is missing: ${own.length} rules have no sentence` });
  }
  for (const file of files) problems.push({ file, place: '', message: 'no rules stand beside it' });
  return read;
}

function readTopic(
  knowledgeDir: string,
  file: string,
  told: readonly Pick<Rule, 'id' | 'text'>[],
  read: Map<string, RuleSentences>,
  problems: Problem[],
): void {
  const yaml = readYaml(knowledgeDir, file, problems);
  const top = yaml.data === undefined ? undefined : readFields(yaml, yaml.data, [], problems);
  if (top === undefined) return;
  for (const { id, text } of told) {
    const fields = top.has(id) ? top.inside(id) : undefined;
    if (!top.has(id)) top.problem(id, `${id} has no sentence in Dutch and French`);
    if (fields === undefined) continue;
    const [nl, fr] = [sentence(fields, 'nl', text), sentence(fields, 'fr', text)];
    fields.done();
    if (nl !== undefined && fr !== undefined) read.set(id, { nl, fr });
  }
  top.done();
}

function sentence(fields: FieldReader, language: 'nl' | 'fr', english: string): string | undefined {
  const said = fields.text(language);
  if (said === undefined) return undefined;
  for (const message of faults(said, english)) fields.problem(language, message);
  return said;
}

function faults(said: string, english: string): readonly string[] {
  const [here, there] = [numbersIn(said), numbersIn(english)];
  return [
    ...(said === english ? ['is the English sentence'] : []),
    ...(said.endsWith('.') ? [] : ['ends without a full stop']),
    ...(said.includes("'") ? ['has a straight apostrophe; write ’'] : []),
    ...(/(?<![\w-])-\d/.test(said) ? ['has a hyphen before a number; write −'] : []),
    ...(/\d\.\d/.test(said) ? ['has a decimal point; write a comma'] : []),
    ...(here.join() === there.join()
      ? []
      : [`has the numbers ${list(here)}, where the English sentence has ${list(there)}`]),
  ];
}

/** Sorted, with a point and a plain minus; names such as L4 or RB2 keep their number. */
function numbersIn(text: string): readonly string[] {
  const plain = text.replaceAll('−', '-').replaceAll(/(\d),(\d)/g, '$1.$2');
  return (plain.match(/-?\d+(?:\.\d+)?/g) ?? []).toSorted((a, b) => a.localeCompare(b));
}

function list(numbers: readonly string[]): string {
  return numbers.length === 0 ? 'none' : numbers.join(', ');
}
