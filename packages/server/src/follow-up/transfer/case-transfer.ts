// Handing a case to another hospital, in three steps that each can be done again: it is written down and closed here, handed over,
// and taken in there. Decision: no transaction ever spans two hospitals; a step that was broken off leaves a case that is closed
// here and waits to be handed over, which the list shows. Within this installation the server brings it; to another one a person
// takes it along as a file (sealed-file.ts).

import { randomUUID } from 'node:crypto';
import { failure, type Result, success } from '@breekpunt/core';
import type { ContactRules } from '@breekpunt/intervene';
import { type Kysely, sql } from 'kysely';
import { recordAudit } from '../../audit/record-audit.ts';
import type { Tables } from '../../database/generated/tables.ts';
import { inSite, type SiteTransaction } from '../../database/site-transaction.ts';
import { caseById, changeCase } from '../../records/fls-case.ts';
import { keepCopies } from '../../records/keep-copies.ts';
import type { ChangeRefused } from '../../records/optimistic-change.ts';
import type { Keys } from '../../secrets/keys.ts';
import { openText, sealText } from '../../secrets/sealed-text.ts';
import { planContacts } from '../plan-contacts.ts';
import { isCaseFile, type TakenIn, takeInCaseFile, writeCaseFile } from './case-file.ts';
import { type FileProblem, newFileCode, openFile, sealFile } from './sealed-file.ts';

export interface Handing {
  /** Without an id: a hospital of another installation. */
  readonly to: { readonly id: string | null; readonly name: string };
  readonly consentBy: 'patient' | 'representative';
  readonly onVersion: number;
}

/** In place of the id of a hospital: none of this installation. */
export const elsewhere = '';

export type HandRefused = ChangeRefused | { readonly kind: 'not-open' };

/** Closes the case here and writes it down; the id of the transfer. */
export async function handOver(
  tx: SiteTransaction,
  keys: Keys,
  id: number,
  { to, consentBy, onVersion }: Handing,
  rules: ContactRules,
  by: { readonly user: number; readonly at: Date },
): Promise<Result<number, HandRefused>> {
  const before = await caseById(tx, id);
  const text = before === null ? null : await writeCaseFile(tx, keys, id);
  if (before === null || text === null) return failure({ kind: 'not-found' });
  if (before.state !== 'open') return failure({ kind: 'not-open' });
  const progress = {
    ...before,
    state: 'closed',
    reason: 'transferred',
    dueOn: null,
    snoozedUntil: null,
  } as const;
  const closed = await changeCase(tx, id, { onVersion, by: by.user, at: by.at, progress });
  if (!closed.ok) return closed;
  await planContacts(tx, [before.person], rules, by.at);
  // What is still to be done is done there.
  const open = sql<boolean>`fls_case_id = ${id} and done_at is null and cancelled_at is null`;
  await keepCopies(tx, 'task', open);
  await tx.db
    .updateTable('task')
    .set((is) => ({ cancelled_at: by.at, version: is('version', '+', 1) }))
    .where('site_id', '=', tx.site)
    .where(open)
    .execute();
  const key = randomUUID();
  const row = await tx.db
    .insertInto('case_transfer')
    .values({
      site_id: tx.site,
      transfer_key: key,
      direction: 'out',
      other_site: to.id ?? elsewhere,
      other_name: to.name,
      person_id: before.person,
      fls_case_id: id,
      consent_by: consentBy,
      sealed: sealText(keys.sealing, placeOf(tx.site, key), text),
      state: 'sent',
      done_by: by.user,
      made_at: by.at,
    })
    .returning('case_transfer_id')
    .executeTakeFirstOrThrow();
  return success(row.case_transfer_id);
}

/** At the other hospital it waits from now on; done twice it waits once. False when there is no such transfer here. */
export async function deliver(
  tx: SiteTransaction,
  db: Kysely<Tables>,
  keys: Keys,
  id: number,
  from: string,
  at: Date,
): Promise<boolean> {
  const row = await transferOf(tx, id)
    .where('direction', '=', 'out')
    .where('other_site', '<>', elsewhere)
    .executeTakeFirst();
  if (row === undefined) return false;
  if (row.sealed === null) return row.state === 'delivered';
  const text = openText(keys.sealing, placeOf(tx.site, row.transfer_key), row.sealed);
  await inSite(db, row.other_site, async (there) => {
    await there.db
      .insertInto('case_transfer')
      .values({
        site_id: there.site,
        transfer_key: row.transfer_key,
        direction: 'in',
        other_site: tx.site,
        other_name: from,
        consent_by: row.consent_by,
        sealed: sealText(keys.sealing, placeOf(there.site, row.transfer_key), text),
        state: 'waiting',
        made_at: at,
      })
      .onConflict((conflict) => conflict.columns(['site_id', 'transfer_key', 'direction']).doNothing())
      .execute();
    await recordAudit(there, keys, [
      {
        at,
        actor: { kind: 'system' },
        action: 'import',
        outcome: 'done',
        person: null,
        shown: [],
        object: { type: 'case-transfer', id: row.transfer_key },
        detail: { from: tx.site },
        breakGlass: null,
        address: null,
      },
    ]);
  });
  await tx.db
    .updateTable('case_transfer')
    .set({ state: 'delivered', sealed: null, done_at: at })
    .where('site_id', '=', tx.site)
    .where('case_transfer_id', '=', id)
    .execute();
  return true;
}

/** The file for another installation and its code, made anew each time; null when no such transfer waits to go out. */
export async function fileOf(
  tx: SiteTransaction,
  keys: Keys,
  id: number,
  from: string,
): Promise<{ readonly person: number; readonly code: string; readonly file: string } | null> {
  const row = await transferOf(tx, id)
    .where('direction', '=', 'out')
    .where('other_site', '=', elsewhere)
    .where('state', '=', 'sent')
    .executeTakeFirst();
  if (row === undefined || row.sealed === null || row.person_id === null) return null;
  const text = openText(keys.sealing, placeOf(tx.site, row.transfer_key), row.sealed);
  const code = newFileCode();
  const outside = { from, transferKey: row.transfer_key, consentBy: row.consent_by, text };
  return { person: row.person_id, code, file: sealFile(code, outside) };
}

/** It arrived there, as a colleague said: here nothing of it is kept but that it went. False when there is no such transfer. */
export async function arrivedElsewhere(tx: SiteTransaction, id: number, at: Date): Promise<boolean> {
  const done = await tx.db
    .updateTable('case_transfer')
    .set({ state: 'delivered', sealed: null, done_at: at })
    .where('site_id', '=', tx.site)
    .where('case_transfer_id', '=', id)
    .where('direction', '=', 'out')
    .where('other_site', '=', elsewhere)
    .where('state', '=', 'sent')
    .returning('case_transfer_id')
    .executeTakeFirst();
  return done !== undefined;
}

/** A file from another installation waits here from now on, once, however often it is brought. */
export async function receiveFile(
  tx: SiteTransaction,
  keys: Keys,
  code: string,
  file: Buffer,
  at: Date,
): Promise<Result<string, FileProblem>> {
  const opened = openFile(code, file);
  if (!opened.ok) return opened;
  const { from, transferKey, consentBy, text } = opened.value;
  if (!isCaseFile(text)) return failure('not-a-case-file');
  await tx.db
    .insertInto('case_transfer')
    .values({
      site_id: tx.site,
      transfer_key: transferKey,
      direction: 'in',
      other_site: elsewhere,
      other_name: from,
      consent_by: consentBy,
      sealed: sealText(keys.sealing, placeOf(tx.site, transferKey), text),
      state: 'waiting',
      made_at: at,
    })
    .onConflict((conflict) => conflict.columns(['site_id', 'transfer_key', 'direction']).doNothing())
    .execute();
  return success(transferKey);
}

/** Null when nothing of that number waits here. */
export async function takeIn(
  tx: SiteTransaction,
  keys: Keys,
  id: number,
  rules: ContactRules,
  by: { readonly user: number; readonly at: Date },
): Promise<TakenIn | null> {
  const row = await transferOf(tx, id).where('state', '=', 'waiting').executeTakeFirst();
  if (row === undefined || row.sealed === null) return null;
  const text = openText(keys.sealing, placeOf(tx.site, row.transfer_key), row.sealed);
  const taken = await takeInCaseFile(tx, keys, text, {
    from: row.other_name,
    transferKey: row.transfer_key,
    ...by,
  });
  await tx.db
    .updateTable('case_transfer')
    .set({
      state: 'taken-in',
      sealed: null,
      person_id: taken.person,
      fls_case_id: taken.case,
      done_by: by.user,
      done_at: by.at,
    })
    .where('site_id', '=', tx.site)
    .where('case_transfer_id', '=', id)
    .execute();
  await planContacts(tx, [taken.person], rules, by.at);
  return taken;
}

/** One transfer, held so that two people take one step once. */
function transferOf({ db, site }: SiteTransaction, id: number) {
  return db
    .selectFrom('case_transfer')
    .selectAll()
    .where('site_id', '=', site)
    .where('case_transfer_id', '=', id)
    .forUpdate();
}

function placeOf(site: string, key: string): readonly string[] {
  return ['case transfer', site, key];
}
