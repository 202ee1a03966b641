// What the record says of some people, as lines of text: one text for each table, a line for each row, fields between bars.
// Decision: the database puts the lines together. A counting reads some twenty rows for each case; as rows each would be an object
// with a dozen values, as text they are one value that a thread is given and cuts up (record-from-lines.ts). The fields are days,
// numbers and words of closed lists, none of which can hold a bar or the end of a line.

import { type RawBuilder, sql } from 'kysely';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { hipColumns } from './hip-care-of.ts';
import { ofPeople, type PeopleAsked } from './people-asked.ts';

export interface CareLines {
  /** case|person|opened|fracture|site|mechanism|birth|sex|residence known|deceased|death, in order of people and days. */
  readonly cases: string;
  /** person|case|day|happened|lifestyle. */
  readonly assessments: string;
  /** person|case|day|status|scanned. */
  readonly scans: string;
  /** person|case|day. */
  readonly images: string;
  /** person|day|which tests of the panel, as bits. */
  readonly labs: string;
  /** person|case|day|outcome|class|exercise|exercise day. */
  readonly falls: string;
  /** person|case|day|outcome, as they were recorded. */
  readonly decisions: string;
  /** person|case|day. */
  readonly letters: string;
  /** person|case|day|reached|started|start day|still|exercise. */
  readonly contacts: string;
  /** person|case|due|given|medicine|refused. */
  readonly injections: string;
  /** person|case|arrived|arrived clock|… of the acute care of a hip, the newest version. */
  readonly hips: string;
  /** person|case|question|answer: arrival and operation of a hip, pain at a broken vertebra, as the assessment asks them. */
  readonly answers: string;
}

/** `panel`: the laboratory tests asked in the hospital's country. */
export async function careLines(
  tx: SiteTransaction,
  people: PeopleAsked,
  panel: readonly string[],
): Promise<CareLines> {
  const { site } = tx;
  const who = ofPeople(people, 'person_id');
  const text = async (statement: RawBuilder<{ lines: string | null }>): Promise<string> =>
    (await statement.execute(tx.db)).rows[0]?.lines ?? '';
  const word = (names: readonly string[]) =>
    sql.join(
      names.map((name) => sql.ref(name)),
      sql`, '|', `,
    );
  const plain = (table: string, fields: readonly string[], where: RawBuilder<unknown> = sql`true`) =>
    text(sql`select string_agg(concat(${word(['person_id', 'fls_case_id', ...fields])}), ${'\n'}) as lines
      from ${sql.table(table)} where site_id = ${site} and ${who} and ${where}`);
  return {
    cases: await text(sql`
      select string_agg(concat(fls_case_id, '|', person_id, '|', opened_on, '|', fracture, '|', place, '|', force, '|', birth, '|', sex,
               '|', residence <> 'not-recorded', '|', deceased, '|', death_date),
               ${'\n'} order by person_id, coalesce(fracture_on, opened_on), fls_case_id) as lines
        from (select c.fls_case_id, c.person_id, c.opened_on, c.fracture_on,
                     coalesce(c.correction ->> 'fractureOn', c.fracture_on::text) as fracture,
                     coalesce(c.correction ->> 'site', e.fracture_site) as place,
                     coalesce(c.correction ->> 'mechanism', e.mechanism) as force,
                     case when p.birth_precision = 'day' then p.birth_date end as birth,
                     p.sex, p.residence, p.deceased, p.death_date
                from fls_case c
                join fracture_episode e on e.site_id = c.site_id and e.fracture_episode_id = c.fracture_episode_id
                join person p on p.site_id = c.site_id and p.person_id = c.person_id
               where c.site_id = ${site} and ${ofPeople(people, 'c.person_id')}
                 and c.list not in ('to-review', 'snoozed') and c.state <> 'rejected') c`),
    assessments: await text(sql`
      select string_agg(concat(person_id, '|', fls_case_id, '|', assessed_on, '|', outcome in ('done', 'partly-done'), '|',
               smokes <> 'not-recorded' and alcohol_units_per_day is not null), ${'\n'}) as lines
        from assessment where site_id = ${site} and ${who}`),
    scans: await text(sql`
      select string_agg(concat(person_id, '|', fls_case_id, '|', coalesce(scanned_on, ordered_on), '|', status, '|', scanned_on), ${'\n'})
               as lines
        from (select person_id, fls_case_id, status, scanned_on, ordered_on from dxa_scan
               where site_id = ${site} and ${who} and withdrawn_at is null
               group by person_id, fls_case_id, status, scanned_on, ordered_on) s`),
    images: await text(sql`
      select string_agg(concat(person_id, '|', fls_case_id, '|', read_on), ${'\n'}) as lines
        from (select person_id, fls_case_id, read_on from vertebra_reading
               where site_id = ${site} and ${who} and withdrawn_at is null
               group by person_id, fls_case_id, read_on) v`),
    labs: await text(sql`
      select string_agg(concat(person_id, '|', sampled_on, '|', bits), ${'\n'}) as lines
        from (select person_id, sampled_on, bit_or(1 << array_position(${panel}::text[], coalesce(local_code, name))) as bits
                from lab_result
               where site_id = ${site} and ${who} and status in ('final', 'corrected') and sampled_on is not null
                 and coalesce(local_code, name) = any (${panel}::text[])
               group by person_id, sampled_on) l`),
    falls: await plain(
      'falls_assessment',
      ['assessed_on', 'outcome', 'risk_class', 'exercise_started', 'exercise_started_on'],
      sql`outcome <> 'begun'`,
    ),
    decisions: await text(sql`
      select string_agg(concat(person_id, '|', fls_case_id, '|', decided_on, '|', outcome), ${'\n'} order by decision_id) as lines
        from decision where site_id = ${site} and ${who} and topic = 'bone' and outcome <> 'option'`),
    letters: await text(sql`
      select string_agg(concat(person_id, '|', fls_case_id, '|',
               (sent_at at time zone (select time_zone from site where site_id = ${site}))::date), ${'\n'}) as lines
        from letter where site_id = ${site} and ${who} and recipient = 'general-practitioner' and sent_at is not null`),
    contacts: await text(sql`
      select string_agg(concat(person_id, '|', fls_case_id, '|', done_on, '|', coalesce(outcome = 'reached', false), '|', medicine_started,
               '|', medicine_started_on, '|', still_prescribed, '|', exercise_started), ${'\n'} order by contact_id) as lines
        from contact where site_id = ${site} and ${who} and (done_on is not null or medicine_started = 'yes')`),
    injections: await text(sql`
      select string_agg(concat(person_id, '|', fls_case_id, '|', due_on, '|', given_on, '|', translate(medicine_atc, ${'|\n'}, ''), '|',
               not_given_reason is not null), ${'\n'}) as lines
        from injection where site_id = ${site} and ${who}`),
    hips: await text(sql`
      select string_agg(concat(${word(['person_id', 'fls_case_id', ...hipColumns])}), ${'\n'}) as lines
        from (select distinct on (fls_case_id) * from acute_hip_care
               where site_id = ${site} and ${who} order by fls_case_id, version desc) h`),
    answers: await text(sql`
      select string_agg(concat(person_id, '|', fls_case_id, '|', field, '|', answer #>> '{}'), ${'\n'}) as lines
        from (select distinct on (a.fls_case_id, a.field) c.person_id, a.fls_case_id, a.field, a.answer
                from fls_case c join assessment_entry a on a.site_id = c.site_id and a.fls_case_id = c.fls_case_id
                 and a.field in ('admitted', 'hip-operation', 'focal-pain')
               where c.site_id = ${site} and ${ofPeople(people, 'c.person_id')} and c.place_group in ('hip', 'vertebra')
               order by a.fls_case_id, a.field, a.version desc) a`),
  };
}
