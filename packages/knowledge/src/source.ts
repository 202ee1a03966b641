// A source: the guideline, regulation, study or leaflet on which a rule, value, claim or block of content rests.

export const sourceKinds = [
  'guideline',
  'regulation',
  'trial',
  'cohort',
  'review',
  'tool',
  'brochure',
  'commercial',
  'standard',
] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** How far the text itself was read: all of it, the cited part, its abstract, others quoting it, or not at all. */
export const sourceBases = ['full-text', 'excerpt', 'abstract', 'secondary', 'unread'] as const;
export type SourceBasis = (typeof sourceBases)[number];

export interface Source {
  readonly id: string;
  /** In [square brackets] when the wording is ours because the exact title was not at hand. */
  readonly title: string;
  readonly publisher: string;
  readonly year?: number;
  readonly doi?: string;
  readonly url?: string;
  /** Why there is neither DOI nor address. */
  readonly unlinked?: string;
  readonly kind: SourceKind;
  readonly basis: SourceBasis;
  /** Calendar date on which the cited content was last compared with the source. */
  readonly readOn: string;
  /** false: what rests on this source alone may be shown as a draft only. */
  readonly confirmed: boolean;
}

/** The address a reader can open; null when none is known. */
export function addressOf(source: Source): string | null {
  if (source.doi !== undefined) return `https://doi.org/${source.doi}`;
  return source.url ?? null;
}
