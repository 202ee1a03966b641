// A new fracture that the patient tells of in a call: it opens a case at once, to be confirmed like any other. Decision: what was
// told becomes a report of its own, named after the contact, with the place that the nurse heard as a finding by hand; so it is
// merged with what other sources say of that fracture, and a letter of the emergency department that comes later opens no second
// case. Told once: what was heard wrong is put right on its case.

import {
  type CalendarDate,
  type FractureSite,
  failure,
  fractureSites,
  type Result,
  type Side,
  success,
  type VertebralLevel,
  vertebralLevels,
} from '@breekpunt/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { calendarDay } from '../case/calendar-day.ts';
import { addByHand } from '../case/mark-report.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { announceCases } from '../intake/reports/announce-cases.ts';
import type { CaseFinding } from '../intake/reports/case-finding.ts';
import { processReports } from '../intake/reports/process-reports.ts';
import { holdPersons, refreshPersons } from '../intake/reports/refresh-persons.ts';
import { keepCopyOf } from '../records/keep-copies.ts';
import { siteLanguage } from '../records/site-language.ts';
import { type CallRefused, contactRefusal } from './contact-refusal.ts';

export interface FractureToldOf {
  readonly site: FractureSite;
  readonly side: Side | null;
  readonly levels: readonly VertebralLevel[];
  /** The day it happened, as the patient says. */
  readonly on: CalendarDate;
}

export const fractureToldBody: z.ZodType<FractureToldOf> = z.strictObject({
  site: z.enum(fractureSites),
  side: z.enum(['left', 'right', 'both']).nullable().default(null),
  levels: z.array(z.enum(vertebralLevels)).max(17).default([]),
  on: calendarDay,
});

/** What became of a fracture that was told of in this contact. */
export interface ToldFracture {
  readonly site: FractureSite;
  readonly side: Side | null;
  readonly levels: readonly VertebralLevel[];
  readonly on: CalendarDate | null;
  /** The case that it stands in; null when the rules do not ask for one. */
  readonly case: number | null;
  readonly state: string | null;
}

export type ToldRefused =
  | CallRefused
  | { readonly kind: 'told-already' }
  | { readonly kind: 'in-the-future' };

const sourceSystem = 'follow-up';

/** No word of it is read as a fracture: what was told stands in the finding. */
const words = {
  nl: 'Door de patiënt verteld bij een opvolgcontact.',
  fr: 'Raconté par le patient lors d’un contact de suivi.',
  en: 'Told by the patient in a follow-up contact.',
  de: 'Vom Patienten bei einem Kontakt der Nachsorge erzählt.',
} as const;

export interface Teller {
  readonly user: number;
  readonly at: Date;
  readonly today: CalendarDate;
}

export async function addToldFracture(
  tx: SiteTransaction,
  finding: CaseFinding,
  contact: number,
  onVersion: number,
  told: FractureToldOf,
  { user, at, today }: Teller,
): Promise<Result<number, ToldRefused>> {
  if (told.on > today) return failure({ kind: 'in-the-future' });
  const of = await tx.db
    .selectFrom('contact')
    .select('person_id')
    .where('site_id', '=', tx.site)
    .where('contact_id', '=', contact)
    .executeTakeFirst();
  if (of === undefined) return failure({ kind: 'not-found' });
  // In the order of the intake: the patient first, the rows after.
  await holdPersons(tx, [of.person_id]);
  if ((await toldFracture(tx, contact)) !== null) return failure({ kind: 'told-already' });
  await keepCopyOf(tx, 'contact', contact);
  const changed = await tx.db
    .updateTable('contact')
    .set({ new_fracture: 'yes', recorded_by: user, version: onVersion + 1 })
    .where('site_id', '=', tx.site)
    .where('contact_id', '=', contact)
    .where('version', '=', onVersion)
    .where('cancelled_at', 'is', null)
    .returning('version')
    .executeTakeFirst();
  if (changed === undefined) return failure(await contactRefusal(tx, contact));
  const text = words[await siteLanguage(tx)];
  const { fates } = await processReports(
    tx,
    finding,
    [
      {
        person: of.person_id,
        sourceSystem,
        record: {
          id: nameOf(contact),
          text,
          kind: 'told',
          date: told.on,
          place: { kind: 'file' },
        },
      },
    ],
    { today, now: at },
  );
  const report = fates[0]?.report ?? 0;
  await addByHand(
    tx,
    report,
    { person_id: of.person_id, knowledge_version: finding.knowledgeVersion },
    {
      mark: 'missed',
      start: 0,
      end: text.length,
      site: told.site,
      side: told.side,
      levels: told.levels,
      time: 'acute',
    },
  );
  await announceCases(tx, await refreshPersons(tx, finding, [of.person_id], { today, now: at }));
  return success(changed.version);
}

/** Null when none was told of in this contact. */
export async function toldFracture(tx: SiteTransaction, contact: number): Promise<ToldFracture | null> {
  const found = await sql<ToldFracture>`
    select f.fracture_site as site, f.side, f.levels, r.reported_on as "on", c.fls_case_id as "case", c.state
      from report r
      join finding f on f.site_id = r.site_id and f.report_id = r.report_id and f.kind = 'fracture'
      left join fracture_episode e on e.site_id = f.site_id and e.fracture_episode_id = f.fracture_episode_id
      left join fls_case c on c.site_id = e.site_id and c.fls_case_id = e.fls_case_id
     where r.site_id = ${tx.site} and r.source_system = ${sourceSystem} and r.source_id = ${nameOf(contact)}
       and not r.superseded
     order by f.ordinal desc limit 1`.execute(tx.db);
  return found.rows[0] ?? null;
}

function nameOf(contact: number): string {
  return `contact/${contact}`;
}
