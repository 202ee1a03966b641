// Links to a guide: made, given a new PIN, withdrawn. The code is kept sealed so that its sheet can be printed again; the
// PIN is kept as a hash, so it can be seen once.

import type { CalendarDate, Language } from '@breekpunt/core';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { hashPassword } from '../../people/password.ts';
import type { Keys } from '../../secrets/keys.ts';
import { openText, sealText } from '../../secrets/sealed-text.ts';
import { guideCodeHash, newGuideCode, newPin } from './guide-code.ts';

/** After so many wrong PINs the link opens no more until the team gives a new PIN. */
export const mostWrongPins = 20;

export interface NewGuideLink {
  readonly person: number;
  readonly case: number;
  readonly language: Language;
  /** Null for the patient's own. */
  readonly carer: {
    readonly consentBy: 'patient' | 'representative';
    readonly consentOn: CalendarDate;
  } | null;
  readonly expiresAt: Date;
  readonly by: number;
  readonly at: Date;
}

export interface GuideLink {
  readonly id: number;
  readonly language: Language;
  readonly forCarer: boolean;
  readonly consentBy: 'patient' | 'representative' | null;
  readonly consentOn: CalendarDate | null;
  readonly createdAt: Date;
  readonly createdByName: string | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** First and last time somebody opened it with the PIN. */
  readonly openedAt: Date | null;
  readonly lastOpenedAt: Date | null;
  /** Too many wrong PINs: it needs a new one. */
  readonly shut: boolean;
}

/** The code and the PIN, which nobody can ask for again. */
export interface MadeLink {
  readonly id: number;
  readonly code: string;
  readonly pin: string;
}

const placeOf = (site: string, hash: Buffer): readonly string[] => ['guide-link', site, hash.toString('hex')];

export async function makeGuideLink(
  { db, site }: SiteTransaction,
  { sealing }: Pick<Keys, 'sealing'>,
  link: NewGuideLink,
): Promise<MadeLink> {
  const code = newGuideCode();
  const pin = newPin();
  const hash = guideCodeHash(code);
  const row = await db
    .insertInto('guide_link')
    .values({
      site_id: site,
      person_id: link.person,
      fls_case_id: link.case,
      token_hash: hash,
      code_sealed: sealText(sealing, placeOf(site, hash), code),
      pin_hash: await hashPassword(pin),
      language: link.language,
      for_carer: link.carer !== null,
      consent_by: link.carer?.consentBy ?? null,
      consent_on: link.carer?.consentOn ?? null,
      created_by: link.by,
      created_at: link.at,
      expires_at: link.expiresAt,
    })
    .returning('guide_link_id')
    .executeTakeFirstOrThrow();
  return { id: row.guide_link_id, code, pin };
}

/** Chosen by the reader; the team's own words stay in the language of the hospital. */
export async function changeGuideLanguage(
  { db, site }: SiteTransaction,
  link: number,
  language: Language,
): Promise<void> {
  await db
    .updateTable('guide_link')
    .set({ language })
    .where('site_id', '=', site)
    .where('guide_link_id', '=', link)
    .execute();
}

/** Newest first. */
export async function guideLinksOf(
  { db, site }: SiteTransaction,
  of: { readonly case: number } | { readonly person: number },
): Promise<GuideLink[]> {
  const all = db
    .selectFrom('guide_link as l')
    .leftJoin('app_user as u', (join) =>
      join.onRef('u.site_id', '=', 'l.site_id').onRef('u.app_user_id', '=', 'l.created_by'),
    )
    .select([
      'l.guide_link_id',
      'l.language',
      'l.for_carer',
      'l.consent_by',
      'l.consent_on',
      'l.created_at',
      'l.expires_at',
      'l.revoked_at',
      'l.opened_at',
      'l.last_opened_at',
      'l.wrong_pins',
      'u.display_name',
    ])
    .where('l.site_id', '=', site);
  const chosen =
    'case' in of ? all.where('l.fls_case_id', '=', of.case) : all.where('l.person_id', '=', of.person);
  const rows = await chosen.orderBy('l.guide_link_id', 'desc').execute();
  return rows.map((row) => ({
    id: row.guide_link_id,
    language: row.language,
    forCarer: row.for_carer,
    consentBy: row.consent_by,
    consentOn: row.consent_on,
    createdAt: row.created_at,
    createdByName: row.display_name,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    openedAt: row.opened_at,
    lastOpenedAt: row.last_opened_at,
    shut: row.wrong_pins >= mostWrongPins,
  }));
}

/** Null when there is no such link of this case, or it does not open any more. */
export async function guideCodeOf(
  { db, site }: SiteTransaction,
  { sealing }: Pick<Keys, 'sealing'>,
  of: { readonly case: number; readonly link: number },
  at: Date,
): Promise<string | null> {
  const row = await db
    .selectFrom('guide_link')
    .select(['token_hash', 'code_sealed'])
    .where('site_id', '=', site)
    .where('guide_link_id', '=', of.link)
    .where('fls_case_id', '=', of.case)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return row === undefined ? null : openText(sealing, placeOf(site, row.token_hash), row.code_sealed);
}

/** The new PIN; whoever is inside stays inside. Null when the link is not there or does not open any more. */
export async function giveNewPin(
  { db, site }: SiteTransaction,
  of: { readonly case: number; readonly link: number },
  at: Date,
): Promise<string | null> {
  const pin = newPin();
  const row = await db
    .updateTable('guide_link')
    .set({ pin_hash: await hashPassword(pin), wrong_pins: 0, wait_until: null })
    .where('site_id', '=', site)
    .where('guide_link_id', '=', of.link)
    .where('fls_case_id', '=', of.case)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('guide_link_id')
    .executeTakeFirst();
  return row === undefined ? null : pin;
}

/** Ends the link and everybody inside at once. False when there was nothing to end. `by` is null when the patient does it. */
export async function revokeGuideLink(
  { db, site }: SiteTransaction,
  link: number,
  of: { readonly case: number } | { readonly carerOf: number },
  by: number | null,
  at: Date,
): Promise<boolean> {
  const open = db
    .updateTable('guide_link')
    .set({ revoked_at: at, revoked_by: by })
    .where('site_id', '=', site)
    .where('guide_link_id', '=', link)
    .where('revoked_at', 'is', null);
  const chosen =
    'case' in of
      ? open.where('fls_case_id', '=', of.case)
      : open.where('person_id', '=', of.carerOf).where('for_carer', '=', true);
  const row = await chosen.returning('guide_link_id').executeTakeFirst();
  if (row === undefined) return false;
  await db
    .updateTable('guide_session')
    .set({ ended_at: at })
    .where('site_id', '=', site)
    .where('guide_link_id', '=', link)
    .where('ended_at', 'is', null)
    .execute();
  return true;
}
