// Letters of a case: drafted, edited, signed, sent. Decision: a draft is text that anybody who cares for the patient may edit,
// on a version; signing stores the page itself with its hash, and nothing of a signed letter changes after. A correction is a
// new letter that replaces it.

import { createHash } from 'node:crypto';
import { failure, type Result, success } from '@breekpunt/core';
import type { LetterItem, LetterKind, LetterLanguage, LetterSection } from '@breekpunt/inform';
import type { SiteTransaction } from '../database/site-transaction.ts';

/** What of a letter is stored as its content. */
export interface LetterContent {
  readonly title: string;
  readonly to: string;
  readonly about: string;
  readonly salutation: string;
  readonly sections: readonly LetterSection[];
  readonly closing: string;
  readonly items: readonly LetterItem[];
}

export interface KeptLetter {
  readonly id: number;
  readonly kind: LetterKind;
  readonly language: LetterLanguage;
  readonly content: LetterContent;
  readonly version: number;
  readonly replaces: number | null;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly signedAt: Date | null;
  readonly signedBy: string | null;
  readonly sendings: readonly {
    readonly way: SendingWay;
    readonly recipient: string;
    readonly at: Date;
    readonly by: string;
  }[];
}

export const sendingWays = ['ehealth', 'mail', 'post', 'by-hand', 'portal'] as const;
export type SendingWay = (typeof sendingWays)[number];

export type LetterRefused = {
  readonly kind: 'not-found' | 'changed-meanwhile' | 'already-signed' | 'not-signed' | 'other-sections';
};

const recipients = {
  patient: 'patient',
  'general-practitioner': 'general-practitioner',
  attestation: 'other',
} as const;

export interface NewDraft {
  readonly person: number;
  readonly case: number;
  readonly kind: LetterKind;
  readonly language: LetterLanguage;
  readonly content: LetterContent;
  readonly contentVersion: string;
  readonly replaces: number | null;
  readonly by: number;
  readonly at: Date;
}

export async function addDraft(tx: SiteTransaction, draft: NewDraft): Promise<number> {
  const row = await tx.db
    .insertInto('letter')
    .values({
      site_id: tx.site,
      person_id: draft.person,
      fls_case_id: draft.case,
      kind: draft.kind,
      language: draft.language,
      recipient: recipients[draft.kind as keyof typeof recipients] ?? 'specialist',
      content: JSON.stringify(draft.content),
      content_version: draft.contentVersion,
      replaces_id: draft.replaces,
      created_by: draft.by,
      created_at: draft.at,
    })
    .returning('letter_id')
    .executeTakeFirstOrThrow();
  return row.letter_id;
}

/** Newest first. Letters of other programs, which have no sections, are left out. */
export async function lettersOfCase(tx: SiteTransaction, id: number): Promise<KeptLetter[]> {
  const rows = await tx.db
    .selectFrom('letter')
    .select([
      'letter_id',
      'kind',
      'language',
      'content',
      'version',
      'replaces_id',
      'created_at',
      'created_by',
      'signed_at',
      'signed_by',
    ])
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', id)
    .orderBy('letter_id', 'desc')
    .execute();
  const names = await namesOf(tx);
  const sendings = await tx.db
    .selectFrom('letter_sending')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('letter_id', 'in', [0, ...rows.map((row) => row.letter_id)])
    .orderBy('letter_sending_id')
    .execute();
  return rows.flatMap((row) => {
    const content = row.content as LetterContent;
    if (!Array.isArray(content.sections)) return [];
    return [
      {
        id: row.letter_id,
        kind: row.kind as LetterKind,
        language: row.language as LetterLanguage,
        content,
        version: row.version,
        replaces: row.replaces_id,
        createdAt: row.created_at,
        createdBy: row.created_by === null ? null : (names.get(row.created_by) ?? null),
        signedAt: row.signed_at,
        signedBy: row.signed_by === null ? null : (names.get(row.signed_by) ?? null),
        sendings: sendings
          .filter((each) => each.letter_id === row.letter_id)
          .map((each) => ({
            way: each.way,
            recipient: each.recipient,
            at: each.sent_at,
            by: names.get(each.sent_by) ?? '',
          })),
      },
    ];
  });
}

/** The bodies of the sections; headings and everything else stay as they were composed. */
export async function editLetter(
  tx: SiteTransaction,
  letter: KeptLetter | undefined,
  onVersion: number,
  bodies: Readonly<Record<string, string>>,
): Promise<Result<number, LetterRefused>> {
  const ready = editable(letter, onVersion);
  if (!ready.ok) return ready;
  const { content, id } = ready.value;
  if (Object.keys(bodies).some((section) => !content.sections.some((each) => each.id === section)))
    return failure({ kind: 'other-sections' });
  const sections = content.sections.map((section) => ({
    ...section,
    body: bodies[section.id] ?? section.body,
  }));
  const edited = await tx.db
    .updateTable('letter')
    .set({ content: JSON.stringify({ ...content, sections }), version: onVersion + 1 })
    .where('site_id', '=', tx.site)
    .where('letter_id', '=', id)
    .where('version', '=', onVersion)
    .returning('version')
    .executeTakeFirst();
  return edited === undefined ? failure({ kind: 'changed-meanwhile' }) : success(edited.version);
}

export async function signLetter(
  tx: SiteTransaction,
  letter: KeptLetter | undefined,
  onVersion: number,
  print: (letter: KeptLetter) => Buffer,
  by: number,
  at: Date,
): Promise<Result<number, LetterRefused>> {
  const ready = editable(letter, onVersion);
  if (!ready.ok) return ready;
  const document = print(ready.value);
  const signed = await tx.db
    .updateTable('letter')
    .set({
      signed_by: by,
      signed_at: at,
      document,
      document_hash: createHash('sha256').update(document).digest(),
      version: onVersion + 1,
    })
    .where('site_id', '=', tx.site)
    .where('letter_id', '=', ready.value.id)
    .where('version', '=', onVersion)
    .returning('version')
    .executeTakeFirst();
  return signed === undefined ? failure({ kind: 'changed-meanwhile' }) : success(signed.version);
}

/** The page that was signed; null when there is none. */
export async function signedDocument(tx: SiteTransaction, letter: number): Promise<Buffer | null> {
  const row = await tx.db
    .selectFrom('letter')
    .select('document')
    .where('site_id', '=', tx.site)
    .where('letter_id', '=', letter)
    .executeTakeFirst();
  return row?.document ?? null;
}

export async function recordSending(
  tx: SiteTransaction,
  letter: KeptLetter | undefined,
  sending: { readonly way: SendingWay; readonly recipient: string },
  by: number,
  at: Date,
): Promise<Result<null, LetterRefused>> {
  if (letter === undefined) return failure({ kind: 'not-found' });
  if (letter.signedAt === null) return failure({ kind: 'not-signed' });
  await tx.db
    .insertInto('letter_sending')
    .values({ site_id: tx.site, letter_id: letter.id, ...sending, sent_by: by, sent_at: at })
    .execute();
  await tx.db
    .updateTable('letter')
    .set({ sent_at: at, sent_by_way_of: sending.way })
    .where('site_id', '=', tx.site)
    .where('letter_id', '=', letter.id)
    .where('sent_at', 'is', null)
    .execute();
  return success(null);
}

function editable(letter: KeptLetter | undefined, onVersion: number): Result<KeptLetter, LetterRefused> {
  if (letter === undefined) return failure({ kind: 'not-found' });
  if (letter.signedAt !== null) return failure({ kind: 'already-signed' });
  if (letter.version !== onVersion) return failure({ kind: 'changed-meanwhile' });
  return success(letter);
}

async function namesOf(tx: SiteTransaction): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.db
    .selectFrom('app_user')
    .select(['app_user_id', 'display_name'])
    .where('site_id', '=', tx.site)
    .execute();
  return new Map(rows.map((row) => [row.app_user_id, row.display_name]));
}
