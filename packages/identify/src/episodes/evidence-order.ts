// The one order in which statements are read, whatever the order they came in.
// Decision: by day, and on one day the surest and most particular statement first, so that a general one finds what
// it belongs to. The last resort is the source's name: two different statements never tie.

import type { Presence } from '../finding.ts';
import { type FractureEvidence, sourceKey } from './fracture-evidence.ts';
import { isGeneral } from './site-match.ts';

const presenceOrder: Readonly<Record<Presence, number>> = { present: 0, possible: 1, absent: 2 };

interface Sortable {
  readonly evidence: FractureEvidence;
  readonly key: string;
  readonly rank: readonly number[];
}

/** In reading order, each source once; the second, different statement under one source's name is set apart. */
export function inReadingOrder(all: readonly FractureEvidence[]): {
  readonly ordered: readonly FractureEvidence[];
  readonly contradicting: readonly FractureEvidence[];
} {
  const sorted = all.map(sortable).sort(compare);
  const byKey = new Map<string, FractureEvidence>();
  const ordered: FractureEvidence[] = [];
  const contradicting = new Map<string, FractureEvidence>();
  for (const { evidence, key } of sorted) {
    const known = byKey.get(key);
    if (known === undefined) {
      byKey.set(key, evidence);
      ordered.push(evidence);
    } else if (contentOf(known) !== contentOf(evidence)) {
      contradicting.set(contentOf(evidence), evidence);
    }
  }
  return { ordered, contradicting: [...contradicting.values()] };
}

function sortable(evidence: FractureEvidence): Sortable {
  const { fracture } = evidence;
  const isRecent = fracture.time === 'acute' || fracture.time === 'subacute';
  return {
    evidence,
    key: sourceKey(evidence.source),
    rank: [
      presenceOrder[fracture.presence],
      fracture.site === 'unspecified' ? 2 : isGeneral(fracture.site) ? 1 : 0,
      fracture.levels.length > 0 ? 0 : 1,
      fracture.side === null ? 1 : 0,
      isRecent ? 0 : 1,
    ],
  };
}

/** Compared only where two statements claim one source. Key order must not make equal ones differ. */
function contentOf(evidence: FractureEvidence): string {
  return JSON.stringify(evidence, Object.keys(flat(evidence)).sort());
}

function flat(evidence: FractureEvidence): Record<string, unknown> {
  return { ...evidence, ...evidence.source, ...evidence.fracture, source: 0, fracture: 0 };
}

function compare(a: Sortable, b: Sortable): number {
  return (
    compareText(a.evidence.date ?? '9999', b.evidence.date ?? '9999') ||
    compareNumbers(a.rank, b.rank) ||
    compareText(a.key, b.key) ||
    compareText(contentOf(a.evidence), contentOf(b.evidence))
  );
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
