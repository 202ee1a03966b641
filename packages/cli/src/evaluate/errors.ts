// Every disagreement with the annotator, as data a developer can act on: what was expected, what was
// found, in which words, and which cues decided it. Works on gold corpora, whose texts are synthetic or
// released; the error list therefore quotes text, which no other message of the program does.

import type { Evidence, Finding } from '@breekpunt/identify';
import { attributeAgrees, attributeNames } from './attributes.ts';
import type { ScoredReport } from './evaluation.ts';
import type { GoldFracture } from './gold.ts';
import type { MentionMatch } from './match-mentions.ts';

export type EvaluationErrorKind =
  | 'report-missed'
  | 'report-false-alarm'
  | 'triage'
  | 'mention-missed'
  | 'mention-extra'
  | 'attribute'
  | 'language';

export interface EvaluationError {
  readonly report: string;
  readonly lang: string;
  readonly kind: string;
  readonly what: EvaluationErrorKind;
  /** The attribute that differs, for 'attribute'. */
  readonly attribute: string | null;
  readonly expected: string;
  readonly got: string;
  /** The words in question. */
  readonly words: string;
  /** The cues that decided, as "role: words (rule)". */
  readonly cues: readonly string[];
}

export function errorsOf({ gold, result, matching }: ScoredReport): EvaluationError[] {
  const base = { report: gold.id, lang: gold.lang, kind: gold.kind, attribute: null, cues: [] };
  const found: EvaluationError[] = [];
  if (gold.lang !== result.language) {
    found.push({ ...base, what: 'language', expected: gold.lang, got: result.language, words: '' });
  }
  if (gold.triage !== result.triage) {
    found.push({
      ...base,
      what: triageErrorOf(gold.triage, result.triage),
      expected: gold.triage,
      got: result.triage,
      words: '',
    });
  }
  for (const entry of matching.missed) {
    found.push({
      ...base,
      what: 'mention-missed',
      expected: goldInWords(entry),
      got: 'nothing',
      words: entry.evidence,
    });
  }
  for (const finding of matching.extra) {
    found.push({
      ...base,
      what: 'mention-extra',
      expected: 'nothing',
      got: findingInWords(finding),
      words: finding.text,
      cues: cuesOf(finding, gold.text),
    });
  }
  for (const match of matching.matched) {
    for (const error of attributeErrors(match)) {
      found.push({ ...base, ...error, words: match.finding.text, cues: cuesOf(match.finding, gold.text) });
    }
  }
  return found;
}

function triageErrorOf(expected: string, got: string): EvaluationErrorKind {
  if (got === 'none') return 'report-missed';
  return expected === 'none' ? 'report-false-alarm' : 'triage';
}

function attributeErrors(
  match: MentionMatch,
): { what: 'attribute'; attribute: string; expected: string; got: string }[] {
  const { gold, finding } = match;
  const differing = attributeNames
    .filter((name) => name !== 'timeGroup' && name !== 'timeGroupOfStated')
    .filter((name) => !attributeAgrees(name, match))
    .map((name) => ({
      what: 'attribute' as const,
      attribute: name,
      expected: inWords(gold[name]),
      got: inWords(finding[name]),
    }));
  const missing = gold.flags.filter((flag) => !finding.flags.includes(flag));
  const extra = finding.flags.filter((flag) => !gold.flags.includes(flag));
  if (missing.length + extra.length === 0) return differing;
  return [
    ...differing,
    { what: 'attribute', attribute: 'flags', expected: inWords(gold.flags), got: inWords(finding.flags) },
  ];
}

function goldInWords(entry: GoldFracture): string {
  return [entry.presence, entry.time, entry.site, entry.side, entry.levels.join('+'), entry.experiencer]
    .filter((each) => each !== null && each !== '')
    .join(' ');
}

function findingInWords(finding: Finding): string {
  return [
    finding.presence,
    finding.time,
    finding.site,
    finding.side,
    finding.levels.join('+'),
    finding.experiencer,
    finding.kind === 'fracture' ? null : finding.kind,
  ]
    .filter((each) => each !== null && each !== '')
    .join(' ');
}

function cuesOf(finding: Finding, text: string): string[] {
  return finding.evidence.map((cue) => cueInWords(cue, text));
}

function cueInWords(cue: Evidence, text: string): string {
  return `${cue.role}: “${text.slice(cue.start, cue.end)}” (${cue.rule})`;
}

function inWords(value: string | null | readonly string[]): string {
  if (value === null) return 'none';
  if (typeof value === 'string') return value;
  return value.length === 0 ? 'none' : value.join('+');
}
