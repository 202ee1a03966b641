// What patients answered in the alarm check, for the team: everything that nobody looked at yet, gravest first.

import { type AlarmLevel, alarmLevels } from '@breekpunt/intervene';
import { z } from 'zod';
import { announce } from '../../events/announce.ts';
import { json, nothing, refuse } from '../../http/answer.ts';
import { type Route, siteRoute } from '../../http/route.ts';
import { carers } from '../../people/role.ts';
import { type Patient, patientColumns, patientFrom } from '../../worklist/worklist-row.ts';

export interface PatientAlarm {
  readonly id: number;
  readonly case: number;
  readonly patient: Patient;
  readonly level: AlarmLevel;
  readonly inDoubt: boolean;
  /** The signs that were answered with yes, in the patient's language. */
  readonly because: readonly string[];
  readonly byCarer: boolean;
  readonly answeredAt: Date;
}

const content = z.object({
  level: z.enum(alarmLevels),
  inDoubt: z.boolean().catch(false),
  because: z.array(z.string()).catch([]),
  byCarer: z.boolean().catch(false),
  answeredAt: z.coerce.date().optional().catch(undefined),
});

const most = 100;

const list = siteRoute({
  method: 'GET',
  url: '/api/guide-alarms',
  roles: carers,
  audit: 'list',
  handle: async ({ tx, audit }) => {
    const rows = await tx.db
      .selectFrom('diary_entry as d')
      .innerJoin('guide_link as l', (join) =>
        join.onRef('l.site_id', '=', 'd.site_id').onRef('l.guide_link_id', '=', 'd.guide_link_id'),
      )
      .innerJoin('person as p', (join) =>
        join.onRef('p.site_id', '=', 'd.site_id').onRef('p.person_id', '=', 'd.person_id'),
      )
      .select(['d.diary_entry_id', 'd.content', 'd.entered_at', 'l.fls_case_id', ...patientColumns])
      .where('d.site_id', '=', tx.site)
      .where('d.kind', '=', 'alarm-sign')
      .where('d.seen_at', 'is', null)
      .orderBy('d.diary_entry_id')
      .execute();
    const alarms = rows.map((row): PatientAlarm => {
      const { answeredAt, ...answered } = content.parse(row.content);
      return {
        id: row.diary_entry_id,
        case: row.fls_case_id,
        patient: patientFrom(row),
        ...answered,
        answeredAt: answeredAt ?? row.entered_at,
      };
    });
    const shown = alarms
      .filter(({ level }) => level !== 'at-home')
      .toSorted((a, b) => alarmLevels.indexOf(a.level) - alarmLevels.indexOf(b.level))
      .slice(0, most);
    audit({
      action: 'list',
      shown: shown.map(({ patient }) => patient.id),
      detail: { what: 'guide-alarms' },
    });
    return json({ alarms: shown });
  },
});

/** Somebody of the team looked at it; the patient's card says so. */
const seen = siteRoute({
  method: 'POST',
  url: '/api/guide-alarms/:entry/seen',
  roles: carers,
  audit: 'change',
  params: z.strictObject({ entry: z.coerce.number().int().positive() }),
  handle: async ({ tx, user, at, audit }, { params: { entry } }) => {
    const row = await tx.db
      .updateTable('diary_entry')
      .set({ seen_by: user.id, seen_at: at })
      .where('site_id', '=', tx.site)
      .where('diary_entry_id', '=', entry)
      .where('kind', '=', 'alarm-sign')
      .where('seen_at', 'is', null)
      .returning('person_id')
      .executeTakeFirst();
    if (row === undefined)
      return refuse('not-found', 'There is no such answer, or somebody looked at it already.');
    await announce(tx, { topic: 'task', change: 'changed', id: null });
    audit({
      action: 'change',
      person: row.person_id,
      object: { type: 'diary-entry', id: String(entry) },
      detail: { step: 'seen' },
    });
    return nothing();
  },
});

export const alarmRoutes: readonly Route[] = [list, seen];
