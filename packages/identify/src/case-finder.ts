// The case finder: report text in, findings with their evidence out. Pure and synchronous; one instance holds
// the compiled vocabulary and reusable buffers, so it reads one report at a time.

import { isVertebral, type Language, languages } from '@breekpunt/core';
import type { VocabularyRow } from '@breekpunt/knowledge';
import { vocabulary } from '@breekpunt/knowledge/vocabulary';
import type { Finding, Limitation, ReportContext, ReportResult } from './finding.ts';
import { findingOf } from './findings.ts';
import { Lexicon, spokenLanguages } from './lexicon.ts';
import type { Mention } from './reading/mention.ts';
import { type Group, mergeMentions } from './reading/merge.ts';
import { readMentions } from './reading/read-mentions.ts';
import { readFacts } from './reading/report-facts.ts';
import type { SentenceView } from './reading/report-view.ts';
import { type ReadingBounds, readingBounds } from './reading-bounds.ts';
import { resolveItems } from './scan/item.ts';
import { Scan } from './scan/scan.ts';
import { Scanner } from './scan/scanner.ts';
import { Sieve, type Sieved } from './scan/sieve.ts';
import { readWords } from './scan/words.ts';
import {
  countVotes,
  detectLanguage,
  type LanguageReading,
  languagesBySentence,
  votesCast,
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

/** A reader over the given vocabulary and bounds; those of the newest knowledge when none are given. */
export function createCaseFinder(
  rows: readonly VocabularyRow[] = vocabulary,
  bounds: ReadingBounds = readingBounds(),
): CaseFinder {
  return new Reader(new Lexicon(rows), bounds);
}

interface FullReading {
  readonly result: ReportResult;
  readonly mentions: readonly Mention[];
  readonly sentences: readonly SentenceView[];
}

class Reader implements CaseFinder {
  private readonly lexicon: Lexicon;
  private readonly bounds: ReadingBounds;
  private readonly sieve: Sieve;
  private readonly scanners = new Map<Language, Scanner>();
  /** The same for every pattern compiled so far. */
  private spokenByAll: Int8Array = new Int8Array(0);
  private readonly scan: Scan = new Scan();

  constructor(lexicon: Lexicon, bounds: ReadingBounds) {
    this.lexicon = lexicon;
    this.bounds = bounds;
    this.sieve = new Sieve(lexicon.sieve);
  }

  read(text: string, context: ReportContext = {}): ReportResult {
    return this.readFully(text, context).result;
  }

  explain(text: string, context: ReportContext = {}): Explanation {
    const { result, mentions, sentences } = this.readFully(text, context);
    const { scan } = this;
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

  private scannerOf(language: Language): Scanner {
    const known = this.scanners.get(language);
    if (known !== undefined) return known;
    const made = new Scanner(this.lexicon.setOf(language));
    this.scanners.set(language, made);
    return made;
  }

  /** What a full stop after each word does, by the texts that end in that word. */
  private stopDuties(scan: Scan, reading: LanguageReading): Uint8Array {
    const duties = new Uint8Array(scan.tokenCount);
    for (const { set, from, to } of scan.runs) {
      // "Never fx. Sister well.": an abbreviation of another language shortens nothing here.
      if (set.language !== reading.language && reading.certain) continue;
      for (let hit = from; hit < to; hit++) {
        const stop = set.stops[(scan.hitPattern[hit] as number) - set.offset] as number;
        const word = scan.hitLast[hit] as number;
        if (stop === 0 || scan.hitEnd[hit] !== scan.end[word]) continue;
        if (stop <= 2 || ((duties[word] as number) & 3) === 0) duties[word] = stop;
      }
    }
    return duties;
  }

  /** For a text with too few small words: every word that only one language has votes. */
  private languageByAllWords(scan: Scan, context: ReportContext, first: LanguageReading): LanguageReading {
    const { patterns } = this.lexicon;
    if (this.spokenByAll.length !== patterns.length) this.spokenByAll = spokenLanguages(patterns);
    const cast = votesCast(scan, this.spokenByAll);
    const second = detectLanguage(countVotes(cast), context.language, () => cast);
    return second.certain ? second : first;
  }

  private readFully(text: string, context: ReportContext): FullReading {
    const sieved = this.sieve.read(text);
    if (!sieved.worthReading)
      return {
        result: {
          language: detectLanguage(sieved.votes, context.language).language,
          findings: [],
          triage: 'none',
          limitations: [],
        },
        mentions: [],
        sentences: [],
      };
    const { scan } = this;
    readWords(scan, text);
    const first = detectLanguage(sieved.votes, context.language, () => this.sieve.votesCast(scan));
    for (const tongue of languagesToRead(sieved, first)) this.scannerOf(tongue).addHits(scan);
    const language = first.certain ? first : this.languageByAllWords(scan, context, first);
    const cut = cutSentences(scan, this.stopDuties(scan, language));
    const wordLanguages = languagesBySentence(language, cut);
    const items = resolveItems(scan, this.lexicon, wordLanguages);
    const sentences = layOut(scan, cut, items, wordLanguages);
    const facts = readFacts(scan, sentences);
    const mentions = readMentions(scan, sentences, { bounds: this.bounds, reportYear: yearOf(context.date) });
    const groups = mergeMentions(mentions.filter((mention) => mention.setAside === null)).filter((group) =>
      shapeCounts(group, this.bounds),
    );
    const findings: Finding[] = groups.map((group) => findingOf(group, text, facts, this.bounds));
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

/**
 * The main language first, then every other that a head word or several small words speak; all of them when the
 * main one is not certain.
 */
function languagesToRead(sieved: Sieved, reading: LanguageReading): Language[] {
  const main = languages.indexOf(reading.language);
  const enough = Math.max(2, (sieved.votes[main] as number) / 5);
  const others = languages.filter(
    (_, index) =>
      index !== main &&
      (!reading.certain || (sieved.heads[index] as number) > 0 || (sieved.votes[index] as number) >= enough),
  );
  return [reading.language, ...others];
}

function yearOf(date: string | undefined): number | null {
  const match = date === undefined ? null : /^(\d{4})/.exec(date);
  return match === null ? null : Number(match[1]);
}

/**
 * A wedge or lost height alone is no fracture yet: it counts when graded, called a fracture elsewhere, doubted
 * by the writer, dated as a fracture is, or of 20 percent and more.
 */
function shapeCounts(group: Group, bounds: ReadingBounds): boolean {
  const { mentions } = group;
  if (group.presence === 'absent' || !mentions.every((mention) => mention.shapeOnly)) return true;
  const open = mentions.some(
    (mention) =>
      mention.presence === 'possible' ||
      (mention.timeStated && mention.time !== 'old') ||
      (mention.heightLossPercent ?? 0) >= bounds.leastHeightLossPercent,
  );
  // Marrow oedema in a vertebra that lost a fifth of its height leaves nothing open.
  const fresh = mentions.some(
    (mention) =>
      mention.presence === 'present' &&
      mention.time === 'acute' &&
      (mention.heightLossPercent ?? 0) >= bounds.leastHeightLossPercent,
  );
  if (fresh) return true;
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
