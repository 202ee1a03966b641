// Reads one line of knowledge/rules/<topic>.md:
//   **CF1** Sentence. [source-id, place; source-id, place] {status: draft, retired: 2026-12-01, replaced-by: CF12}
// Decision: a rule is one line, so that it can be cited, compared and moved whole. A line that begins like a rule
// and cannot be read as one is an error, never prose.

import { parseCalendarDate } from '@breekpunt/core';
import {
  type KnowledgeStatus,
  type RuleCountry,
  ruleCountries,
  type ValueSource,
} from '../src/dated-value.ts';
import type { Rule } from '../src/rule.ts';
import { statuses } from './citation.ts';

export type RuleLine =
  | { readonly kind: 'prose' }
  | { readonly kind: 'rule'; readonly rule: Omit<Rule, 'topic' | 'sentences'> }
  | { readonly kind: 'unreadable'; readonly id: string; readonly messages: readonly string[] };

const beginning = /^\s*(?:[-*]\s+)?\*\*([A-Z]+\d+)\*\*/;
const whole = /^\s*(?:[-*]\s+)?\*\*([A-Z]+\d+)\*\*\s+([^[\]{}]+?)\s*\[([^[\]]+)\]\s*\{([^{}]*)\}\s*$/;

export function readRuleLine(line: string): RuleLine {
  const id = beginning.exec(line)?.[1];
  if (id === undefined) return { kind: 'prose' };
  const parts = whole.exec(line);
  if (parts === null) {
    const form = '**CF1** Sentence. [source-id, place] {status: draft}';
    return { kind: 'unreadable', id, messages: [`expected one line of the form ${form}`] };
  }
  const messages: string[] = [];
  const citations = readCitations(parts[3] ?? '', messages);
  const marks = readMarks(parts[4] ?? '', messages);
  const [first, ...others] = citations;
  if (messages.length > 0 || first === undefined || marks.status === undefined) {
    return { kind: 'unreadable', id, messages };
  }
  const { status, country, retired, replacedBy } = marks;
  const rule = {
    id,
    text: parts[2] ?? '',
    citations: [first, ...others] as const,
    status,
    ...(country === undefined ? {} : { country }),
    ...(retired === undefined ? {} : { retired }),
    ...(replacedBy === undefined ? {} : { replacedBy }),
  };
  return { kind: 'rule', rule };
}

function readCitations(text: string, messages: string[]): ValueSource[] {
  return text.split(';').flatMap((part) => {
    const comma = part.indexOf(',');
    const id = part.slice(0, comma === -1 ? undefined : comma).trim();
    const where = comma === -1 ? '' : part.slice(comma + 1).trim();
    if (id !== '' && where !== '') return [{ id, where }];
    messages.push(`expected a citation "source-id, place"; came "${part.trim()}"`);
    return [];
  });
}

interface Marks {
  status?: KnowledgeStatus;
  country?: RuleCountry;
  retired?: string;
  replacedBy?: string;
}

function readMarks(text: string, messages: string[]): Marks {
  const marks: Marks = {};
  for (const part of text.split(',').filter((mark) => mark.trim() !== '')) {
    const [key = '', value = ''] = part.split(':').map((side) => side.trim());
    const status = statuses.find((known) => known === value);
    const country = ruleCountries.find((known) => known === value);
    if (key === 'status' && status !== undefined) marks.status = status;
    else if (key === 'country' && country !== undefined) marks.country = country;
    else if (key === 'retired' && parseCalendarDate(value).ok) marks.retired = value;
    else if (key === 'replaced-by' && /^[A-Z]+\d+$/.test(value)) marks.replacedBy = value;
    else
      messages.push(
        `cannot read the mark "${part.trim()}"; known: status, country (BE, NL, UK), retired (a day), replaced-by (a rule)`,
      );
  }
  if (marks.status === undefined) messages.push('expected {status: draft} or {status: confirmed}');
  if (marks.replacedBy !== undefined && marks.retired === undefined) {
    messages.push('a replaced rule needs the day from which it is retired');
  }
  return marks;
}
