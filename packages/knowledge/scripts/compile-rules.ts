// knowledge/rules/<topic>.md, <topic>.sentences.yaml and <topic>.cases.yaml → rules.json and rule-cases.json.
// Decision: numbers run from 1 without a gap, so a rule can be retired but not removed, and its id never comes back
// with another meaning. Whether the code carries each rule is proved by the topic's own tests, not here.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule, RuleCase } from '../src/rule.ts';
import { citationProblems } from './citation.ts';
import { sourceIndex } from './compile-sources.ts';
import { knowledgeFiles } from './knowledge-files.ts';
import type { Compiled, Problem } from './problem.ts';
import { readRuleCases } from './rule-cases.ts';
import { readRuleLine } from './rule-line.ts';
import { readSentenceFiles } from './sentence-files.ts';

interface PlacedRule {
  readonly rule: Omit<Rule, 'sentences'>;
  readonly file: string;
  readonly place: string;
}

export function compileRules(knowledgeDir: string): Compiled {
  const problems: Problem[] = [];
  const placed = readRules(knowledgeDir, problems);
  const byId = new Map<string, PlacedRule>();
  for (const entry of placed) {
    const earlier = byId.get(entry.rule.id);
    if (earlier === undefined) byId.set(entry.rule.id, entry);
    else {
      const message = `rule ${entry.rule.id} stands already in ${earlier.file}, ${earlier.place}; take the next free number`;
      problems.push({ file: entry.file, place: entry.place, message });
    }
  }
  const cases = readRuleCases(knowledgeDir, new Set(byId.keys()), problems);
  checkCitations(knowledgeDir, placed, problems);
  checkNumbers(placed, problems);
  checkReplacements(placed, byId, problems);
  checkEveryRuleHasCase(placed, cases, problems);
  const told = placed.map(({ rule }) => rule);
  const sentences = readSentenceFiles(knowledgeDir, 'rules', told, problems);
  const rules = told.map((rule) => ({ ...rule, sentences: sentences.get(rule.id) }));
  return { problems, files: { 'rules.json': rules, 'rule-cases.json': cases } };
}

function readRules(knowledgeDir: string, problems: Problem[]): PlacedRule[] {
  const placed: PlacedRule[] = [];
  for (const file of knowledgeFiles(knowledgeDir, 'rules', '.md')) {
    const topic = file.replace(/^rules\//, '').replace(/\.md$/, '');
    readFileSync(join(knowledgeDir, file), 'utf8')
      .split(/\r?\n/)
      .forEach((line, index) => {
        const place = `line ${index + 1}`;
        const read = readRuleLine(line);
        if (read.kind === 'unreadable') {
          for (const message of read.messages)
            problems.push({ file, place: `${place} (${read.id})`, message });
        }
        if (read.kind === 'rule') {
          placed.push({ rule: { ...read.rule, topic }, file, place: `${place} (${read.rule.id})` });
        }
      });
  }
  return placed;
}

function checkCitations(knowledgeDir: string, placed: readonly PlacedRule[], problems: Problem[]): void {
  const sources = sourceIndex(knowledgeDir);
  for (const { rule, file, place } of placed) {
    const cited = rule.citations.map(({ id }) => id);
    for (const message of citationProblems(sources, cited, rule.status))
      problems.push({ file, place, message });
  }
}

function checkNumbers(placed: readonly PlacedRule[], problems: Problem[]): void {
  const prefixOf = ({ rule }: PlacedRule): string => rule.id.replace(/\d+$/, '');
  for (const prefix of new Set(placed.map(prefixOf))) {
    const rules = placed.filter((entry) => prefixOf(entry) === prefix);
    const files = [...new Set(rules.map(({ file }) => file))];
    for (const file of files.slice(1)) {
      const message = `rules beginning with ${prefix} belong to ${files[0]}; use other letters`;
      problems.push({ file, place: '', message });
    }
    const numbers = new Set(rules.map(({ rule }) => Number(rule.id.slice(prefix.length))));
    for (let number = 1; number <= Math.max(...numbers); number++) {
      if (numbers.has(number)) continue;
      const message = `${prefix}${number} is missing: a rule is never removed, mark it {retired: <day>} instead`;
      problems.push({ file: files[0] ?? 'rules', place: '', message });
    }
  }
}

function checkReplacements(
  placed: readonly PlacedRule[],
  byId: ReadonlyMap<string, PlacedRule>,
  problems: Problem[],
): void {
  for (const { rule, file, place } of placed) {
    if (rule.replacedBy === undefined || byId.has(rule.replacedBy)) continue;
    problems.push({ file, place, message: `${rule.replacedBy}, which should replace it, does not exist` });
  }
}

function checkEveryRuleHasCase(
  placed: readonly PlacedRule[],
  cases: readonly RuleCase[],
  problems: Problem[],
): void {
  const shown = new Set(cases.flatMap(({ rules }) => rules));
  for (const { rule, file, place } of placed) {
    if (rule.retired !== undefined || shown.has(rule.id)) continue;
    const message = `no case shows it; add one to rules/${rule.topic}.cases.yaml`;
    problems.push({ file, place, message });
  }
}
