// The ledger of the five documents this product was asked to bring to life: every item of them is carried by
// something, planned, or rejected with a reason, so that nothing was quietly forgotten.

export type SeedFate =
  | { readonly carried: SeedCarrier }
  | { readonly planned: string }
  | { readonly rejected: string };

/** What carries the item: the kind of thing and its id. */
export interface SeedCarrier {
  readonly kind: SeedCarrierKind;
  readonly id: string;
}

export const seedCarrierKinds = ['rule', 'parameter', 'codes', 'content', 'claim', 'feature'] as const;
export type SeedCarrierKind = (typeof seedCarrierKinds)[number];

export interface SeedDocument {
  /** S0 to S4. */
  readonly id: string;
  /** Id in sources.yaml. */
  readonly source: string;
  /** How many items the document has; they are numbered from 01. */
  readonly items: number;
}

export interface SeedItem {
  /** S0-01. */
  readonly id: string;
  /** What the item says or lacks, in our words. */
  readonly title: string;
  readonly fate: SeedFate;
}

export interface SeedLedger {
  readonly documents: readonly SeedDocument[];
  readonly items: readonly SeedItem[];
}
