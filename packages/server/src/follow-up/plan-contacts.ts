// Brings the contacts on record in line with what is owed: adds what is missing, moves what changed, ends what is owed no
// more. Decision: it can run at any time and as often as one likes; the same record leaves the same rows. What somebody
// planned by hand ('unplanned', '6-months') is left alone until follow-up as a whole ends.

import type { CalendarDate } from '@breekpunt/core';
import type { ContactRules } from '@breekpunt/intervene';
import type { Insertable } from 'kysely';
import { sql } from 'kysely';
import type { ContactTable } from '../database/generated/tables.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { inPortions } from '../records/in-portions.ts';
import { keepCopies } from '../records/keep-copies.ts';
import { type ContactRow, type FollowedPerson, followedPeople } from './followed-people.ts';
import { type OwedContacts, owedContacts } from './owed-contacts.ts';

export interface Planned {
  readonly added: number;
  readonly moved: number;
  readonly ended: number;
}

interface Changes {
  readonly add: Insertable<ContactTable>[];
  readonly move: Moved[];
  readonly end: { readonly id: number; readonly because: string }[];
  readonly doses: { person: number; case: number; medicine: string; dueOn: CalendarDate }[];
}

interface Moved {
  readonly id: number;
  readonly due: CalendarDate;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly rules: readonly string[];
  readonly medicine: string | null;
}

const byHand: ReadonlySet<string> = new Set(['unplanned', '6-months']);

export async function planContacts(
  tx: SiteTransaction,
  people: readonly number[],
  rules: ContactRules,
  at: Date,
): Promise<Planned> {
  const changes: Changes = { add: [], move: [], end: [], doses: [] };
  for (const followed of await followedPeople(tx, people))
    for (const owed of owedContacts(followed, rules)) compare(tx.site, followed, owed, changes);
  await inPortions(changes.add, (portion) =>
    tx.db
      .insertInto('contact')
      .values(portion)
      // Another process planned it a moment ago.
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  await moveContacts(tx, changes.move, at);
  await endContacts(tx, changes.end, at);
  await inPortions(changes.doses, (portion) =>
    tx.db
      .insertInto('injection')
      .values(
        portion.map(({ person, case: of, medicine, dueOn }) => ({
          site_id: tx.site,
          person_id: person,
          fls_case_id: of,
          medicine_atc: medicine,
          due_on: dueOn,
        })),
      )
      .execute(),
  );
  return { added: changes.add.length, moved: changes.move.length, ended: changes.end.length };
}

function compare(site: string, followed: FollowedPerson, owed: OwedContacts, changes: Changes): void {
  const { case: of, contacts, because, known, nextDose } = owed;
  const open = followed.contacts.filter((row) => row.case === of.case && row.doneOn === null);
  // A case that was closed as lost can still be called about: its denosumab goes on being due.
  const ended = because !== 'not-owed' && because !== 'case-ended';
  const medicine = known?.medicine ?? null;
  for (const { moment, from, due, until, reasons } of contacts) {
    const row = open.find((each) => each.moment === moment);
    // A sheet that somebody wrote on stays about the drug it was about, also when that drug is stopped in the call.
    const about = row?.begun === true ? row.medicine : medicine;
    const next: Omit<Moved, 'id'> = { due, from, until, rules: reasons, medicine: about };
    if (row === undefined)
      changes.add.push({
        site_id: site,
        person_id: followed.person,
        fls_case_id: of.case,
        moment,
        channel: 'phone',
        planned_on: due,
        window_from_on: from,
        window_until_on: until,
        rules: [...reasons],
        owner_id: of.owner,
        medicine_atc: medicine,
      });
    else if (differs(row, next)) changes.move.push({ id: row.id, ...next });
  }
  for (const row of open)
    if ((ended || !byHand.has(row.moment)) && !contacts.some(({ moment }) => moment === row.moment))
      changes.end.push({ id: row.id, because });
  if (nextDose !== null) changes.doses.push({ person: followed.person, case: of.case, ...nextDose });
}

function differs(row: ContactRow, { due, from, until, rules, medicine }: Omit<Moved, 'id'>): boolean {
  return (
    row.plannedOn !== due ||
    row.from !== from ||
    row.until !== until ||
    row.medicine !== medicine ||
    row.rules.join() !== rules.join()
  );
}

/** No version is counted up: a nurse who has the sheet open has lost nothing. */
async function moveContacts(tx: SiteTransaction, moved: readonly Moved[], at: Date): Promise<void> {
  if (moved.length === 0) return;
  await keepCopies(tx, 'contact', sql<boolean>`contact_id = any(${moved.map(({ id }) => id)}::bigint[])`);
  await sql`
    update contact c
       set calendar_sequence = c.calendar_sequence + (c.planned_on is distinct from m.due)::int,
           planned_on = m.due, window_from_on = m."from", window_until_on = m.until,
           rules = array(select jsonb_array_elements_text(m.rules)), medicine_atc = m.medicine,
           owner_id = coalesce(c.owner_id, f.owner_id), changed_at = ${at}
      from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m(
             id bigint, due date, "from" date, until date, rules jsonb, medicine text), fls_case f
     where c.site_id = ${tx.site} and c.contact_id = m.id
       and f.site_id = c.site_id and f.fls_case_id = c.fls_case_id`.execute(tx.db);
}

async function endContacts(tx: SiteTransaction, ended: Changes['end'], at: Date): Promise<void> {
  if (ended.length === 0) return;
  await keepCopies(tx, 'contact', sql<boolean>`contact_id = any(${ended.map(({ id }) => id)}::bigint[])`);
  await sql`
    update contact c set cancelled_at = ${at}, cancelled_because = e.because, version = c.version + 1
      from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as e(id bigint, because text)
     where c.site_id = ${tx.site} and c.contact_id = e.id and c.done_on is null`.execute(tx.db);
}
