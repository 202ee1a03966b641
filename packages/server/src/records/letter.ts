// Letters and leaflets: what was written for whom, when it was signed, and whether it left the house.

import type { Language } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { inPortions } from './in-portions.ts';
import type { OfPerson } from './recorded.ts';

export interface NewLetter extends OfPerson {
  readonly kind: string;
  readonly language: Language;
  readonly recipient: 'patient' | 'general-practitioner' | 'specialist' | 'other';
  /** What it says, in the words and blocks of its content version. */
  readonly content: unknown;
  readonly contentVersion: string;
  readonly createdBy: number | null;
  readonly createdAt: Date;
  readonly signedBy: number | null;
  readonly signedAt: Date | null;
  readonly sentAt: Date | null;
}

export interface Letter extends NewLetter {
  readonly id: number;
}

export async function addLetters(tx: SiteTransaction, rows: readonly NewLetter[]): Promise<void> {
  await inPortions(rows, (portion) =>
    tx.db
      .insertInto('letter')
      .values(
        portion.map((row) => ({
          site_id: tx.site,
          person_id: row.person,
          fls_case_id: row.case,
          kind: row.kind,
          language: row.language,
          recipient: row.recipient,
          content: JSON.stringify(row.content),
          content_version: row.contentVersion,
          created_by: row.createdBy,
          created_at: row.createdAt,
          signed_by: row.signedBy,
          signed_at: row.signedAt,
          sent_at: row.sentAt,
        })),
      )
      .execute(),
  );
}

/** Oldest first. */
export async function lettersOf(tx: SiteTransaction, person: number): Promise<Letter[]> {
  const rows = await tx.db
    .selectFrom('letter')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .orderBy('created_at')
    .orderBy('letter_id')
    .execute();
  return rows.map((row) => ({
    id: row.letter_id,
    person: row.person_id,
    case: row.fls_case_id,
    kind: row.kind,
    language: row.language,
    recipient: row.recipient,
    content: row.content,
    contentVersion: row.content_version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    signedBy: row.signed_by,
    signedAt: row.signed_at,
    sentAt: row.sent_at,
  }));
}
