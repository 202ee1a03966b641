// How a fact came into the record. Every measurement and answer says it of itself.

export interface Recorded {
  readonly source: 'manual' | 'fhir' | 'hl7v2' | 'report' | 'import';
  /** The account; null when a machine recorded it. */
  readonly recordedBy: number | null;
  readonly recordedAt: Date;
}

/** Whose fact it is, and in which case it was gathered; null when in none. */
export interface OfPerson {
  readonly person: number;
  readonly case: number | null;
}
