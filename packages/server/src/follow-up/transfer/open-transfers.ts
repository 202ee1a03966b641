// The transfers that somebody still has to do something about, for the page of follow-up: by name where the patient is known here.

import type { SiteTransaction } from '../../database/site-transaction.ts';
import { type Patient, patientColumns, patientFrom } from '../../worklist/worklist-row.ts';
import { elsewhere } from './case-transfer.ts';

export interface CaseTransfer {
  readonly id: number;
  readonly direction: 'out' | 'in';
  /** It goes to, or came from, another installation. */
  readonly outside: boolean;
  /** The other hospital, by name. */
  readonly other: string;
  readonly case: number | null;
  /** Null at the receiving hospital until it was taken in. */
  readonly patient: Patient | null;
  readonly state: 'sent' | 'delivered' | 'waiting' | 'taken-in';
  readonly madeAt: Date;
}

/** What waits to be taken in, and what was not handed over yet. */
export async function openTransfers({ db, site }: SiteTransaction): Promise<CaseTransfer[]> {
  const rows = await db
    .selectFrom('case_transfer as t')
    .select(['t.case_transfer_id', 't.direction', 't.other_site', 't.other_name', 't.fls_case_id'])
    .select(['t.person_id', 't.state', 't.made_at'])
    .where('t.site_id', '=', site)
    .where('t.state', 'in', ['sent', 'waiting'])
    .orderBy('t.case_transfer_id')
    .execute();
  const known = rows.map((row) => row.person_id).filter((id) => id !== null);
  const people =
    known.length === 0
      ? []
      : await db
          .selectFrom('person as p')
          .select([...patientColumns])
          .where('p.site_id', '=', site)
          .where('p.person_id', 'in', known)
          .execute();
  const patients = new Map(people.map((row) => [row.person_id, patientFrom(row)]));
  return rows.map((row) => ({
    id: row.case_transfer_id,
    direction: row.direction,
    outside: row.other_site === elsewhere,
    other: row.other_name,
    case: row.fls_case_id,
    patient: patients.get(row.person_id ?? 0) ?? null,
    state: row.state,
    madeAt: row.made_at,
  }));
}
