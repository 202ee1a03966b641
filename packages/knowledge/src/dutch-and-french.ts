// What the knowledge says in English, in the two other languages of the clinic.

/** The English counts; its numbers stand in both. */
export interface DutchAndFrench {
  readonly nl: string;
  readonly fr: string;
}
