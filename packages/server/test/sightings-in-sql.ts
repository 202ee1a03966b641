// The record as plain lists in SQL, for the figures worked out apart: every confirmed fracture, and everything that happened after it,
// or was said not to happen, with its day.

/** Every confirmed case, whether it counts or not. */
export function fractures(site: string): string {
  return `
    create temp table fracture as
    select c.fls_case_id as id, c.person_id as person, c.opened_on,
           coalesce((c.correction ->> 'fractureOn')::date, c.fracture_on, c.opened_on) as zero,
           coalesce(c.correction ->> 'site', e.fracture_site) as bone,
           coalesce(c.correction ->> 'mechanism', e.mechanism) as force,
           case when p.birth_precision = 'day' then p.birth_date end as born, p.deceased, p.death_date
      from fls_case c
      join fracture_episode e on e.site_id = c.site_id and e.fracture_episode_id = c.fracture_episode_id
      join person p on p.site_id = c.site_id and p.person_id = c.person_id
     where c.site_id = '${site}' and c.state in ('open', 'closed')`;
}

/** A row that names no case belongs to the last fracture of the person before its day. */
export function caseOf(row: string, day: string): string {
  return `coalesce(${row}.fls_case_id, ${lastFracture(row, day)})`;
}

function lastFracture(row: string, day: string): string {
  return `(select o.id from fracture o where o.person = ${row}.person_id and o.zero <= ${day}
            order by o.zero desc, o.id desc limit 1)`;
}

interface Row {
  readonly table: string;
  readonly day: string;
  readonly yes: string;
  readonly where?: string;
  /** The day by which a row without a case finds its fracture, when it is another. */
  readonly belongsOn?: string;
}

const told = `exercise_started <> 'not-recorded'`;
const seen: readonly (readonly [event: string, row: Row])[] = [
  ['assessment', { table: 'assessment', day: 'assessed_on', yes: `outcome in ('done', 'partly-done')` }],
  [
    'scan',
    {
      table: 'dxa_scan',
      day: `case when status = 'done' then scanned_on end`,
      yes: `status = 'done'`,
      where: `status in ('done', 'not-done')`,
      belongsOn: 'coalesce(scanned_on, ordered_on)',
    },
  ],
  ['scan-wanted', { table: 'dxa_scan', day: 'coalesce(scanned_on, ordered_on)', yes: 'true' }],
  ['image', { table: 'vertebra_reading', day: 'read_on', yes: 'true' }],
  [
    'falls',
    {
      table: 'falls_assessment',
      day: 'assessed_on',
      yes: `outcome <> 'not-done'`,
      where: `outcome <> 'begun'`,
    },
  ],
  [
    'fall-risk',
    {
      table: 'falls_assessment',
      day: 'assessed_on',
      yes: `risk_class <> 'low'`,
      where: `outcome <> 'begun' and risk_class is not null`,
    },
  ],
  [
    'exercise-advised',
    {
      table: 'falls_assessment',
      day: 'assessed_on',
      yes: `outcome = 'referred' or risk_class <> 'low'`,
      where: `outcome in ('done', 'referred') and (outcome = 'referred' or risk_class is not null)`,
    },
  ],
  [
    'letter',
    {
      table: 'letter',
      day: `(sent_at at time zone 'Europe/Brussels')::date`,
      yes: 'true',
      where: `recipient = 'general-practitioner' and sent_at is not null`,
    },
  ],
  ['contact', { table: 'contact', day: 'done_on', yes: `outcome = 'reached'`, where: 'done_on is not null' }],
  [
    'start',
    {
      table: 'contact',
      day: 'coalesce(medicine_started_on, done_on)',
      yes: 'true',
      where: `medicine_started = 'yes'`,
      belongsOn: 'done_on',
    },
  ],
  [
    'start',
    {
      table: 'contact',
      day: 'done_on',
      yes: 'false',
      where: `medicine_started = 'no' and done_on is not null`,
    },
  ],
  ['start', { table: 'injection', day: 'given_on', yes: 'true', where: 'given_on is not null' }],
  [
    'exercise',
    {
      table: 'falls_assessment',
      day: 'coalesce(exercise_started_on, assessed_on)',
      yes: `exercise_started = 'yes'`,
      where: `outcome <> 'begun' and ${told}`,
      belongsOn: 'assessed_on',
    },
  ],
  [
    'exercise',
    {
      table: 'contact',
      day: 'done_on',
      yes: `exercise_started = 'yes'`,
      where: `done_on is not null and ${told}`,
    },
  ],
  [
    'still',
    {
      table: 'contact',
      day: 'done_on',
      yes: `still_prescribed = 'yes'`,
      where: `done_on is not null and still_prescribed <> 'not-recorded'`,
    },
  ],
];

/** Everything that happened, or was said not to happen, with its day. */
export function sightings(site: string): string {
  const rows = seen.map(
    ([event, { table, day, yes, where = 'true', belongsOn = day }]) => `
      select ${caseOf('r', belongsOn)} as id, '${event}' as event, ${day} as day, ${yes} as yes
        from ${table} r where r.site_id = '${site}' and ${where}`,
  );
  return `create temp table sighting as ${rows.join(' union all ')}`;
}

/** The day on which the last test of the panel was there, of the tests after one fracture and before the next. */
export function completeLabs(site: string, panel: readonly string[]): string {
  const names = panel.map((name) => `'${name}'`).join(', ');
  return `
    insert into sighting
    select id, 'labs', max(first_day), true
      from (select ${lastFracture('l', 'l.sampled_on')} as id, l.name, min(l.sampled_on) as first_day
              from lab_result l where l.site_id = '${site}' and l.status in ('final', 'corrected') and l.name in (${names})
             group by 1, 2) t
     where id is not null group by id having count(*) = ${panel.length}`;
}
