// "text: a|b&c !d" → a pattern of the claim register. Decision: the form an author writes is short enough to stand on one
// line; everything it may hold is read here and nowhere else.

import type { ClaimPattern, PatternScope, Together, Wanted } from '../src/claim.ts';
import { patternScopes } from '../src/claim.ts';

export function claimPatternFrom(written: string): ClaimPattern {
  const scope = patternScopes.find((name) => written.startsWith(`${name}:`)) ?? 'sentence';
  const rest = written.startsWith(`${scope}:`) ? written.slice(scope.length + 1) : written;
  const items = rest.split(/\s+/).filter((item) => item !== '');
  return {
    scope: scope satisfies PatternScope,
    all: items.filter((item) => !item.startsWith('!')).map((item) => item.split('|').map(togetherFrom)),
    none: items.filter((item) => item.startsWith('!')).map((item) => togetherFrom(item.slice(1))),
  };
}

export function conceptsOf({ all, none }: ClaimPattern): string[] {
  return [...all.flat(), ...none].flat().map(({ concept }) => concept);
}

function togetherFrom(written: string): Together {
  return written.split('&').map(wantedFrom);
}

function wantedFrom(written: string): Wanted {
  const denied = written.startsWith('no.');
  const own = written.endsWith('@own');
  return { concept: written.slice(denied ? 3 : 0, own ? -4 : undefined), denied, own };
}
