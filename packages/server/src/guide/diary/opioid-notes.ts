// What the patient wrote about a strong painkiller: the day it ends, and that it ended.
// Decision: "stopped" counts until the team writes down the medicines anew; a new prescription must not stay hidden behind
// an old answer.

import { type CalendarDate, parseCalendarDate } from '@breekpunt/core';
import type { OpioidNotes } from '@breekpunt/inform';
import type { SiteTransaction } from '../../database/site-transaction.ts';

export async function opioidNotesOf(
  { db, site }: SiteTransaction,
  of: { readonly person: number; readonly case: number },
): Promise<OpioidNotes> {
  const rows = await db
    .selectFrom('diary_entry as d')
    .leftJoin('guide_facts as f', (join) =>
      join.onRef('f.site_id', '=', 'd.site_id').on('f.fls_case_id', '=', of.case),
    )
    .select(['d.content', 'd.entered_for', 'd.entered_at', 'f.changed_at'])
    .where('d.site_id', '=', site)
    .where('d.person_id', '=', of.person)
    .where('d.kind', '=', 'opioid-stop')
    .orderBy('d.diary_entry_id')
    .execute();
  let stopOn: OpioidNotes['stopOn'] = 'not-recorded';
  let stoppedOn: OpioidNotes['stoppedOn'] = 'not-recorded';
  for (const row of rows) {
    const { stopOn: written, stopped } = row.content as {
      readonly stopOn?: unknown;
      readonly stopped?: unknown;
    };
    const day = dayFrom(written);
    if (day !== null) stopOn = day;
    const since = row.changed_at === null || row.entered_at > row.changed_at;
    stoppedOn = stopped === true && since ? row.entered_for : 'not-recorded';
  }
  return { stopOn, stoppedOn };
}

function dayFrom(written: unknown): CalendarDate | null {
  if (typeof written !== 'string') return null;
  const parsed = parseCalendarDate(written);
  return parsed.ok ? parsed.value : null;
}
