// Which finding answers which gold entry. A pair is possible when the annotator's words and one of the
// finding's spans overlap; among possible pairs the same site and levels are preferred, then the longer
// overlap. One finding answers at most one entry. Attributes other than site and levels do not steer the
// match, so that a wrong negation is counted as a wrong negation and not as a missed fracture.

import type { Finding } from '@breekpunt/identify';
import type { GoldFracture } from './gold.ts';

export interface MentionMatch {
  readonly gold: GoldFracture;
  readonly finding: Finding;
}

export interface MentionMatching {
  readonly matched: readonly MentionMatch[];
  readonly missed: readonly GoldFracture[];
  readonly extra: readonly Finding[];
}

interface Candidate {
  readonly finding: number;
  readonly score: number;
}

/** Pairs as many gold entries as possible, taking the best fitting pairs first. */
export function matchMentions(
  text: string,
  entries: readonly GoldFracture[],
  findings: readonly Finding[],
): MentionMatching {
  const candidates = entries.map((entry) => candidatesFor(entry, text, findings));
  const ownerOf = new Map<number, number>();
  for (const { entry, finding } of bestFirst(candidates)) {
    if (!ownerOf.has(finding) && ![...ownerOf.values()].includes(entry)) ownerOf.set(finding, entry);
  }
  const owned = new Set(ownerOf.values());
  for (let entry = 0; entry < entries.length; entry++) {
    if (!owned.has(entry)) claim(entry, candidates, ownerOf, new Set());
  }
  return matchingFrom(entries, findings, ownerOf);
}

function candidatesFor(entry: GoldFracture, text: string, findings: readonly Finding[]): Candidate[] {
  const start = text.indexOf(entry.evidence);
  const end = start + entry.evidence.length;
  return findings.flatMap((finding, index) => {
    const direct = overlap(start, end, finding.start, finding.end);
    const elsewhere = Math.max(
      0,
      ...finding.mentions.map((each) => overlap(start, end, each.start, each.end)),
    );
    if (direct === 0 && elsewhere === 0) return [];
    const score =
      (finding.site === entry.site ? 8 : 0) +
      (sameSet(finding.levels, entry.levels) ? 4 : 0) +
      (finding.side === entry.side ? 2 : 0) +
      (direct > 0 ? 1 : 0) +
      Math.max(direct, elsewhere) / (entry.evidence.length + 1);
    return [{ finding: index, score }];
  });
}

function bestFirst(
  candidates: readonly (readonly Candidate[])[],
): { readonly entry: number; readonly finding: number; readonly score: number }[] {
  return candidates
    .flatMap((list, entry) => list.map((each) => ({ entry, ...each })))
    .sort((a, b) => b.score - a.score || a.entry - b.entry || a.finding - b.finding);
}

/** Kuhn's augmenting path: takes a finding from its owner when the owner can do with another. */
function claim(
  entry: number,
  candidates: readonly (readonly Candidate[])[],
  ownerOf: Map<number, number>,
  seen: Set<number>,
): boolean {
  for (const { finding } of candidates[entry] ?? []) {
    if (seen.has(finding)) continue;
    seen.add(finding);
    const owner = ownerOf.get(finding);
    if (owner === undefined || claim(owner, candidates, ownerOf, seen)) {
      ownerOf.set(finding, entry);
      return true;
    }
  }
  return false;
}

function matchingFrom(
  entries: readonly GoldFracture[],
  findings: readonly Finding[],
  ownerOf: ReadonlyMap<number, number>,
): MentionMatching {
  const findingOf = new Map([...ownerOf].map(([finding, entry]) => [entry, finding]));
  const matched: MentionMatch[] = [];
  const missed: GoldFracture[] = [];
  entries.forEach((gold, index) => {
    const finding = findings[findingOf.get(index) ?? -1];
    if (finding === undefined) missed.push(gold);
    else matched.push({ gold, finding });
  });
  return { matched, missed, extra: findings.filter((_, index) => !ownerOf.has(index)) };
}

function overlap(startA: number, endA: number, startB: number, endB: number): number {
  return Math.max(0, Math.min(endA, endB) - Math.max(startA, startB));
}

export function sameSet<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}
