// The case finder: report text in, findings with their evidence out. Pure and synchronous; one instance holds
// the compiled vocabulary and reusable buffers, so it reads one report at a time.

import { isVertebral } from '@breekpunt/core';
import { type VocabularyRow, vocabulary } from '@breekpunt/knowledge';
import type { Finding, Limitation, ReportContext, ReportResult } from './finding.ts';
import { findingOf } from './findings.ts';
import { compileLexicon, type Lexicon, type Pattern } from './lexicon.ts';
import type { Mention } from './reading/mention.ts';
import { type Group, mergeMentions } from './reading/merge.ts';
import { readMentions } from './reading/read-mentions.ts';
import { readFacts } from './reading/report-facts.ts';
import type { SentenceView } from './reading/report-view.ts';
import type { TimeBounds } from './reading/timing.ts';
import { resolveItems } from './scan/item.ts';
import { type Scan, Scanner } from './scan/scanner.ts';
import {
  detectLanguage,
  type LanguageReading,
  languagesBySentence,
  spokenLanguages,
} from './text/detect-language.ts';
import { layOut } from './text/layout.ts';
import { cutSentences } from './text/sentences.ts';
import { triageOf } from './triage.ts';

export interface CaseFinder {
  /** Every fracture the report states, doubts or denies. */
  read(text: string, context?: ReportContext): ReportResult;
  /** The same reading with what was set aside and why. */
  explain(text: string, context?: ReportContext): Explanation;
}

export interface SetAsideMention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly reason: NonNullable<Mention['setAside']>;
  readonly evidence: Mention['evidence'];
}

export interface Explanation extends ReportResult {
  readonly setAside: readonly SetAsideMention[];
  readonly sentences: readonly { readonly start: number; readonly end: number; readonly section: string }[];
}

/** Genant's lowest bound, in percent. */
const leastHeightLoss = 20;
const bounds: TimeBounds = { acuteUnderDays: 42, subacuteToDays: 365 };

export function createCaseFinder(rows: readonly VocabularyRow[] = vocabulary): CaseFinder {
  return new Reader(compileLexicon(rows));
}

interface FullReading {
  readonly result: ReportResult;
  readonly mentions: readonly Mention[];
  readonly sentences: readonly SentenceView[];
}

class Reader implements CaseFinder {
  private readonly lexicon: Lexicon;
  private readonly sieve: Scanner;
  private readonly full: Scanner;
  private readonly spoken: Int8Array;
  private readonly spokenFully: Int8Array;
  private readonly headPattern: Uint8Array;
  private readonly abbreviationPattern: Uint8Array;

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon;
    this.sieve = new Scanner(lexicon.sieve.automaton, lexicon.sieve.patterns);
    this.full = new Scanner(lexicon.full.automaton, lexicon.full.patterns);
    this.spoken = spokenLanguages(lexicon.sieve);
    this.spokenFully = spokenLanguages(lexicon.full);
    this.headPattern = Uint8Array.from(lexicon.sieve.patterns, (pattern) =>
      headDuty(pattern, lexicon.headings),
    );
    this.abbreviationPattern = Uint8Array.from(lexicon.full.patterns, stopDuty);
  }

  read(text: string, context: ReportContext = {}): ReportResult {
    return this.readFully(text, context).result;
  }

  explain(text: string, context: ReportContext = {}): Explanation {
    const { result, mentions, sentences } = this.readFully(text, context);
    const scan = this.full.scan;
    return {
      ...result,
      setAside: mentions
        .filter((mention) => mention.setAside !== null)
        .map((mention) => ({
          start: mention.start,
          end: mention.end,
          text: text.slice(mention.start, mention.end),
          reason: mention.setAside as NonNullable<Mention['setAside']>,
          evidence: mention.evidence,
        })),
      sentences: sentences.map((sentence) => ({
        start: scan.start[sentence.first] as number,
        end: scan.end[sentence.last] as number,
        section: sentence.section,
      })),
    };
  }

  /** 1 when this hit of the sieve is a head word; a heading such as "IMPRESSION:" is none. */
  private opensReading(sieved: Scan, hit: number): number {
    const duty = this.headPattern[sieved.hitPattern[hit] as number] as number;
    if (duty !== 2) return duty;
    const after = sieved.text.charCodeAt(sieved.hitEnd[hit] as number);
    return after === 58 || after === 10 || after === 13 ? 0 : 1;
  }

  private readFully(text: string, context: ReportContext): FullReading {
    const sieved = this.sieve.read(text);
    const sieveLanguage = detectLanguage(sieved, this.spoken, context.language);
    let worthReading = 0;
    for (let hit = 0; hit < sieved.hitCount && worthReading === 0; hit++)
      worthReading = this.opensReading(sieved, hit);
    if (worthReading === 0)
      return {
        result: { language: sieveLanguage.language, findings: [], triage: 'none', limitations: [] },
        mentions: [],
        sentences: [],
      };

    const scan = this.full.read(text);
    const abbreviation = new Uint8Array(scan.tokenCount);
    for (let hit = 0; hit < scan.hitCount; hit++) {
      const kind = this.abbreviationPattern[scan.hitPattern[hit] as number] as number;
      if (kind === 0) continue;
      const word = scan.hitLast[hit] as number;
      if (kind <= 2) abbreviation[word] = kind;
      else if (((abbreviation[word] as number) & 3) === 0) abbreviation[word] = kind;
    }
    const language = sieveLanguage.certain
      ? sieveLanguage
      : betterLanguage(sieveLanguage, detectLanguage(scan, this.spokenFully, context.language));
    const cut = cutSentences(scan, abbreviation);
    const languageAt = languagesBySentence(language, cut);
    const items = resolveItems(scan, this.lexicon.full, languageAt);
    const sentences = layOut(scan, cut, items, languageAt);
    const facts = readFacts(scan, sentences);
    const mentions = readMentions(scan, sentences, { bounds, reportYear: yearOf(context.date) });
    const groups = mergeMentions(mentions.filter((mention) => mention.setAside === null)).filter(shapeCounts);
    const findings: Finding[] = groups.map((group) => findingOf(group, text, facts, bounds));
    findings.sort((a, b) => a.start - b.start || a.end - b.end);
    const limitations = limitationsOf(mentions, facts.caveat, language.certain);
    return {
      result: {
        language: language.language,
        findings,
        triage: triageOf(findings),
        limitations,
      },
      mentions,
      sentences,
    };
  }
}

/** Too few small words to tell: every word that only one language has votes. */
function betterLanguage(sieved: LanguageReading, full: LanguageReading): LanguageReading {
  return full.certain ? full : sieved;
}

/** 1: a head word; 2: one that is also a section heading; 0: neither. */
function headDuty(pattern: Pattern, headings: ReadonlySet<string>): number {
  if (!pattern.rows.some((row) => row.role === 'head')) return 0;
  return headings.has(pattern.classes.join()) ? 2 : 1;
}

/**
 * What a full stop after this text does. 2: it ends no sentence; 1: only right behind a bone, head or
 * examination ("heup re. Geen …"); 3: none of these, but a bone that an ordinal may count; 4: a place word.
 */
function stopDuty(pattern: Pattern): number {
  const roles = new Set(pattern.rows.map((row) => row.role));
  if (roles.has('abbreviation')) {
    const closing = roles.has('side') || roles.has('site') || roles.has('unit') || roles.has('exam');
    const leading = roles.has('cue') || roles.has('joiner') || roles.has('part');
    return closing && !leading ? 1 : 2;
  }
  if (!pattern.closesWord || !(roles.has('site') || roles.has('head') || roles.has('exam'))) return 0;
  return pattern.opensWord && pattern.rows.some((row) => row.role === 'site' && row.lang === 'de') ? 3 : 4;
}

function yearOf(date: string | undefined): number | null {
  const match = date === undefined ? null : /^(\d{4})/.exec(date);
  return match === null ? null : Number(match[1]);
}

/**
 * A wedge or lost height alone is no fracture yet: it counts when graded, called a fracture elsewhere, doubted
 * by the writer, dated as a fracture is, or of 20 percent and more.
 */
function shapeCounts(group: Group): boolean {
  const { mentions } = group;
  if (group.presence === 'absent' || !mentions.every((mention) => mention.shapeOnly)) return true;
  const open = mentions.some(
    (mention) =>
      mention.presence === 'possible' ||
      (mention.timeStated && mention.time !== 'old') ||
      (mention.heightLossPercent ?? 0) >= leastHeightLoss,
  );
  if (open) group.presence = 'possible';
  else for (const mention of mentions) mention.setAside = 'shape-without-fracture';
  return open;
}

function limitationsOf(mentions: readonly Mention[], caveat: boolean, certain: boolean): Limitation[] {
  const limitations: Limitation[] = [];
  if (caveat) limitations.push('template-caveat');
  if (mentions.some((mention) => mention.setAside === 'shape-without-fracture' && isVertebral(mention.site)))
    limitations.push('vertebral-shape-without-grade');
  if (!certain) limitations.push('language-uncertain');
  return limitations;
}
