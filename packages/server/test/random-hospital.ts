// A hospital in which everything is random, made by the database itself: people, fractures, and what was and was not recorded of their
// care, with many days just before, on and just after the days that decide. Nobody in it exists.

import type pg from 'pg';

interface RandomHospital {
  readonly site: string;
  /** From 0 to 1; the same hospital for the same number. */
  readonly seed: number;
  readonly cases: number;
  /** The laboratory tests that are asked here. */
  readonly panel: readonly string[];
}

/** As the owner of the tables. Numbers of people and cases begin at 1. */
export async function fillRandomly(
  owner: pg.Client,
  { site, seed, cases, panel }: RandomHospital,
): Promise<void> {
  await owner.query('set session_replication_role = replica');
  await owner.query(helpers);
  await owner.query(`select setseed(${seed})`);
  for (const statement of [people, episodes, caseRows, ...care])
    await owner.query(statement.replaceAll(':site', `'${site}'`).replaceAll(':cases', String(cases)));
  for (const test of panel)
    await owner.query(
      `insert into lab_result (site_id, person_id, local_code, name, sampled_on, value, status, source)
       select c.site_id, c.person_id, $2, $2, pg_temp.near(coalesce(c.fracture_on, c.opened_on)), 1,
              pg_temp.one_of('{final,final,final,final,corrected,preliminary}'), 'import'
         from fls_case c where c.site_id = $1 and random() < 0.9`,
      [site, test],
    );
}

const helpers = `
  create or replace function pg_temp.one_of(words text[]) returns text volatile language sql as
    $$ select words[1 + floor(random() * cardinality(words))::int] $$;
  create or replace function pg_temp.near(day date) returns date volatile language sql as
    $$ select day + case when random() < 0.6
         then ('{-1,0,1,55,56,57,83,84,85,89,90,91,111,112,113,119,120,121,321,322,364,365,366,419,420,421}'::int[])[1 + floor(random() * 26)::int]
         else floor(random() * 520)::int - 20 end $$`;

const people = `
  insert into person (site_id, person_id, family_name, birth_date, birth_precision, sex, residence, deceased, death_date)
    overriding system value
  select :site, n, 'Random', birth, pg_temp.one_of('{day,day,day,day,day,day,day,day,day,year}'),
         pg_temp.one_of('{female,female,male}'), pg_temp.one_of('{home,not-recorded}'),
         case when dead then 'yes' else pg_temp.one_of('{no,not-recorded}') end,
         case when dead and random() < 0.85 then date '2023-06-01' + floor(random() * 900)::int end
    from (select n, random() < 0.3 as dead,
                 case when random() < 0.7 then date '1932-01-01' + floor(random() * 9000)::int
                      else date '1973-01-01' + floor(random() * 1100)::int end as birth
            from generate_series(1, :cases) n) p`;

const episodes = `
  insert into fracture_episode (site_id, fracture_episode_id, person_id, episode_key, fracture_site, date_basis, status, onset,
                                mechanism, eligibility, knowledge_version)
    overriding system value
  select :site, n, 1 + floor(random() * :cases * 0.7)::int, 'random ' || n,
         pg_temp.one_of('{hip.femoral-neck,hip.trochanteric,vertebra.lumbar,vertebra.thoracic,wrist.distal-radius,ankle,finger}'),
         'called-acute', 'present', 'incident',
         pg_temp.one_of('{low-energy,low-energy,low-energy,low-energy,not-recorded,contradictory,high-energy}'), 'eligible', 'random'
    from generate_series(1, :cases) n`;

/** Every sixth of the same day as another fracture of the same person. */
const caseRows = `
  insert into fls_case (site_id, fls_case_id, person_id, fracture_episode_id, stage, state, reason, opened_on, fracture_on, stated_site,
                        stated_status, correction)
    overriding system value
  select :site, e.fracture_episode_id, e.person_id, e.fracture_episode_id,
         case when e.kind in ('to-review', 'rejected') then 'identify' else 'follow-up' end, e.kind,
         case e.kind when 'rejected' then 'no-fracture' when 'closed' then 'completed' end,
         broke + floor(random() * 15)::int, case when random() < 0.92 then broke end, e.fracture_site, 'present',
         case when random() < 0.05 then jsonb_build_object('site', 'pelvis', 'mechanism', 'low-energy') end
    from (select e.*, pg_temp.one_of('{open,open,open,open,open,open,closed,closed,closed,to-review,rejected}') as kind,
                 date '2023-01-01' + case when e.fracture_episode_id % 3 = 0 then (e.person_id % 1000)::int
                                          else floor(random() * 1100)::int end as broke
            from fracture_episode e where e.site_id = :site) e`;

/** A row for some of the cases. */
function someCases(
  table: string,
  values: Readonly<Record<string, string>>,
  share: number,
  where = 'true',
): string {
  const columns = ['site_id', 'person_id', 'fls_case_id', ...Object.keys(values)];
  return `insert into ${table} (${columns.join(', ')})
    select c.site_id, c.person_id, c.fls_case_id, ${Object.values(values).join(', ')}
      from (select c.*, coalesce(c.fracture_on, c.opened_on) as zero, random() as coin from fls_case c where c.site_id = :site) c
     where random() < ${share} and ${where}`;
}

const near = 'pg_temp.near(c.zero)';
const answer = `pg_temp.one_of('{yes,yes,no,not-recorded}')`;
const dayOr = (share: number): string => `case when random() < ${share} then ${near} end`;

const assessments = someCases(
  'assessment',
  {
    outcome: `pg_temp.one_of('{done,done,done,partly-done,declined,unreachable}')`,
    assessed_on: near,
    smokes: `pg_temp.one_of('{yes,no,not-recorded}')`,
    alcohol_units_per_day: 'case when random() < 0.5 then 1 end',
    source: `'manual'`,
  },
  0.6,
);
const scans = someCases(
  'dxa_scan',
  {
    status: `pg_temp.one_of('{done,done,done,ordered,planned,not-done}')`,
    not_done_reason: `'random'`,
    ordered_on: near,
    scanned_on: near,
    source: `'manual'`,
  },
  0.5,
);
const images = someCases(
  'vertebra_reading',
  { imaging: `'vfa'`, read_on: near, level: `'L1'`, readable: `'yes'`, genant: '0', source: `'manual'` },
  0.4,
);
const falls = someCases(
  'falls_assessment',
  {
    outcome: `pg_temp.one_of('{done,done,done,referred,not-done,begun}')`,
    not_done_reason: `'random'`,
    assessed_on: near,
    risk_class: `pg_temp.one_of('{low,intermediate,high,high,NULL}'::text[])`,
    exercise_started: answer,
    exercise_started_on: dayOr(0.4),
    source: `'manual'`,
  },
  0.6,
);
const decisions = someCases(
  'decision',
  {
    outcome: `pg_temp.one_of('{medicine,medicine,medicine,not-indicated,declined,referred,postponed,option}')`,
    medicine_atc: `'M05BA04'`,
    choice: `'random'`,
    inputs: `'{}'`,
    reasons: `'[]'`,
    knowledge_version: `'random'`,
    decided_on: near,
    decided_by: '1',
    topic: `pg_temp.one_of('{bone,bone,bone,bone,spine}')`,
  },
  0.6,
);
const contacts = someCases(
  'contact',
  {
    moment: `'unplanned'`,
    planned_on: 'c.zero',
    done_on: `case when c.coin < 0.9 then ${near} end`,
    outcome: `case when c.coin < 0.9 then pg_temp.one_of('{reached,reached,reached,not-reached}') end`,
    medicine_started: answer,
    medicine_started_on: dayOr(0.3),
    still_prescribed: answer,
    exercise_started: answer,
  },
  0.7,
);
const injections = someCases(
  'injection',
  {
    medicine_atc: `case when c.coin < 0.7 then 'M05BX04' else 'M05BA08' end`,
    due_on: near,
    given_on: `case when random() < 0.6 then c.zero + 100 + floor(random() * 300)::int end`,
    // Denosumab cannot be dropped: its constraint wants what follows.
    not_given_reason: `case when c.coin > 0.8 then 'random' end`,
  },
  0.3,
);
const letters = someCases(
  'letter',
  {
    kind: `'decision'`,
    language: `'nl'`,
    recipient: `pg_temp.one_of('{general-practitioner,general-practitioner,patient}')`,
    content: `'{}'`,
    content_version: `'random'`,
    // Past midnight at the hospital, not yet in Greenwich.
    sent_at: `case when random() < 0.8 then ${near} + interval '23.5 hours' end`,
  },
  0.5,
);
/** Whether there is a yes is drawn anew for each column, so a day may stand only beside one. */
const noted = (share: number): string => `(random() < ${share})`;
const hips = `
  insert into acute_hip_care (site_id, person_id, fls_case_id, version, arrived_on, arrived_clock, operated, operated_on,
    operation_as_advised, geriatrician, geriatrician_on, geriatrician_clock, mobilised, mobilised_on, delirium_tested, delirium,
    home_at_120_days, medicine_at_120_days, source)
  select site_id, person_id, fls_case_id, edition, arrived, case when ${noted(0.7)} then '09:30' end,
         operated, case when operated = 'yes' and ${noted(0.9)} then arrived + floor(random() * 5)::int - 1 end,
         ${answer}, seen, case when seen = 'yes' and ${noted(0.9)} then arrived + floor(random() * 6)::int end,
         case when seen = 'yes' and ${noted(0.7)} then pg_temp.one_of('{09:29,09:30,09:31,14:00}') end,
         up, case when up = 'yes' and ${noted(0.9)} then arrived + floor(random() * 6)::int end,
         tested, case when tested = 'yes' then ${answer} else 'not-recorded' end, ${answer}, ${answer}, 'manual'
    from (select c.*, v as edition, coalesce(c.fracture_on, c.opened_on) + floor(random() * 3)::int as arrived, ${answer} as operated,
                 ${answer} as seen, ${answer} as up, ${answer} as tested
            from fls_case c cross join generate_series(1, 2) v
           where c.site_id = :site and c.place_group = 'hip' and (v = 1 or c.fls_case_id % 4 = 0) and c.fls_case_id % 7 > 0) c`;
const asked = ['admitted', 'hip-operation', 'focal-pain'].map(
  (field) => `
  insert into assessment_entry (site_id, fls_case_id, field, version, answer, recorded_by)
  select c.site_id, c.fls_case_id, '${field}', 1,
         ${
           field === 'focal-pain'
             ? `case when random() < 0.5 then 'true'::jsonb else '"no"'::jsonb end`
             : `to_jsonb(case when random() < 0.2 then 'no' else (coalesce(c.fracture_on, c.opened_on) + floor(random() * 4)::int)::text end)`
         }, 1
    from fls_case c where c.site_id = :site and random() < 0.6`,
);

/** Rows that name no case belong to the last fracture before their day. */
const unnamed = ['dxa_scan', 'vertebra_reading', 'contact', 'injection', 'letter', 'falls_assessment'].map(
  (table) => `update ${table} set fls_case_id = null where site_id = :site and random() < 0.2`,
);

const care: readonly string[] = [
  ...[assessments, assessments, scans, scans, images, falls, falls, decisions, decisions],
  ...[contacts, contacts, contacts, injections, injections, letters, hips, ...asked, ...unnamed],
];
