// The figures of a hospital once more, in SQL over the rows of the record, from the sentences of the published sets: nothing of the
// program is read but its tables. Slow, and only for tests.

import type pg from 'pg';
import { caseOf, completeLabs, fractures, sightings } from './sightings-in-sql.ts';

export interface SqlFigure {
  readonly achieved: number;
  readonly missed: number;
  readonly unknown: number;
}

export async function figuresInSql(
  owner: pg.Client,
  { site, cut, panel }: { readonly site: string; readonly cut: string; readonly panel: readonly string[] },
): Promise<ReadonlyMap<string, SqlFigure>> {
  await owner.query('drop table if exists pg_temp.sighting, pg_temp.counted, pg_temp.fracture');
  await owner.query(fractures(site));
  await owner.query('create index on pg_temp.fracture (person, zero, id)');
  await owner.query(sightings(site));
  await owner.query(completeLabs(site, panel));
  await owner.query('create index on pg_temp.sighting (id, event)');
  await owner.query(countedCases(site));
  const found = new Map<string, SqlFigure>();
  for (const [id, matures, among, achieved] of definitions) {
    const { rows } = await owner.query<{ achieved: string; missed: string; unknown: string }>(
      `select count(*) filter (where holds) as achieved, count(*) filter (where not holds) as missed,
              count(*) filter (where holds is null) as unknown
         from (select ${achieved} as holds from pg_temp.counted c
                where zero + ${matures} <= '${cut}' and (${among})
                  and ${id.startsWith('nhfd') || id.startsWith('hip.') ? 'hip_place = 1' : 'place = 1'}) x`,
    );
    const [row] = rows;
    found.set(id, {
      achieved: Number(row?.achieved),
      missed: Number(row?.missed),
      unknown: Number(row?.unknown),
    });
  }
  found.set('own.denosumab', await dosesInTime(owner, site, cut));
  return found;
}

/** Of people of 50 and older, without violence, and one for each day of a person: those whose `place` is 1 count. */
function countedCases(site: string): string {
  return `
    create temp table counted as
    with aged as (
      select f.*, extract(year from zero)::int - extract(year from born)::int
                  - case when to_char(zero, 'MMDD') < to_char(born, 'MMDD') then 1 else 0 end as age,
             case when bone like 'hip.%' then 0 when bone like 'vertebra.%' then 1 else 2 end as weight
        from fracture f),
    fit as (
      select *, coalesce(age >= 50, false) and force <> 'high-energy' and bone not in ('finger', 'toe', 'skull-face') as counts,
             coalesce(age >= 50, false) and force <> 'high-energy' and bone like 'hip.%' as counts_as_hip
        from aged)
    select fit.*,
           case when counts then row_number() over (partition by person, zero, counts order by weight, id) end as place,
           case when counts_as_hip then row_number() over (partition by person, zero, counts_as_hip order by id) end as hip_place,
           (select outcome from decision d where d.site_id = '${site}' and d.fls_case_id = fit.id and topic = 'bone'
               and outcome not in ('option', 'postponed') order by decided_on desc, decision_id desc limit 1) as decision,
           exists (select from assessment a where a.site_id = '${site}' and a.fls_case_id = fit.id
                      and smokes <> 'not-recorded' and alcohol_units_per_day is not null) as lifestyle,
           ${askedOf(site, 'focal-pain')} = 'true' as painful,
           ${hipColumns(site)}
      from fit`;
}

function askedOf(site: string, field: string): string {
  return `(select answer #>> '{}' from assessment_entry a where a.site_id = '${site}' and a.fls_case_id = fit.id
             and a.field = '${field}' order by version desc limit 1)`;
}

/** Of the newest note of the ward; where it is silent, of the assessment. */
function hipColumns(site: string): string {
  const of = (column: string): string => `(select ${column} from acute_hip_care h where h.site_id = '${site}'
    and h.fls_case_id = fit.id order by version desc limit 1)`;
  const asDay = (field: string): string =>
    `case when ${askedOf(site, field)} ~ '^\\d{4}-' then ${askedOf(site, field)}::date end`;
  const noted = (column: string): string => `nullif(${of(column)}, 'not-recorded')`;
  return `
    coalesce(${of('arrived_on')}, ${asDay('admitted')}) as arrived,
    coalesce(${of('operated_on')}, case when ${noted('operated')} is null then ${asDay('hip-operation')} end) as operated_on,
    coalesce(${noted('operated')} = 'yes', case when ${askedOf(site, 'hip-operation')} = 'no' then false
             when ${asDay('hip-operation')} is not null then true end) as operated,
    ${noted('operation_as_advised')} = 'yes' as as_advised,
    ${noted('geriatrician')} = 'yes' as seen,
    extract(epoch from (${of('geriatrician_on + geriatrician_clock::time')} - ${of('arrived_on + arrived_clock::time')})) / 3600 as hours,
    ${noted('mobilised')} = 'yes' as up, ${of('mobilised_on')} as up_on,
    ${noted('delirium')} = 'no' as clear,
    ${noted('home_at_120_days')} = 'yes' as home, ${noted('medicine_at_120_days')} = 'yes' as medicine`;
}

/** True when it was seen within the days; false when it was seen otherwise or denied. */
function within(event: string, from: number, to: number): string {
  return `(select case when bool_or(yes and s.day - c.zero between ${from} and ${to}) then true
                  when bool_or(yes and s.day is not null) or bool_or(not yes) then false end
             from sighting s where s.id = c.id and s.event = '${event}')`;
}

function ever(event: string): string {
  return `(select case when bool_or(yes) then true when count(*) > 0 then false end
             from sighting s where s.id = c.id and s.event = '${event}')`;
}

const aliveAt = (day: number): string =>
  `(deceased <> 'yes' and death_date is null or death_date > zero + ${day})`;
const recommended = `case when decision is not null then decision = 'medicine' end`;
const toTreat = `coalesce(decision in ('medicine', 'referred'), false)`;
const treated = `coalesce(decision = 'medicine', false)`;
const spine = `bone like 'vertebra.%'`;
const operatedBy = (days: number): string => `case when not operated then false
  when operated_on - arrived between 0 and ${days} then true when operated_on - arrived is not null then false end`;
const sixty = 'age >= 60';

type Definition = readonly [id: string, matures: number, among: string, achieved: string];

const iof: readonly Definition[] = [
  ['iof.1', 0, `not (${spine})`, 'true'],
  ['iof.2', 0, spine, 'true'],
  ['iof.3', 84, 'true', within('assessment', 0, 84)],
  ['iof.4', 84, 'true', within('scan', 0, 84)],
  ['iof.5', 84, 'true', ever('falls')],
  ['iof.6', 84, 'true', recommended],
  ['iof.7', 112, `${toTreat} and ${aliveAt(112)}`, within('contact', 0, 112)],
  ['iof.8', 112, `${treated} and ${aliveAt(112)}`, within('start', 0, 112)],
  ['iof.9', 112, `coalesce(${ever('fall-risk')}, false) and ${aliveAt(112)}`, within('exercise', 0, 112)],
  ['iof.10', 420, `${treated} and ${aliveAt(365)}`, within('still', 322, 420)],
];
const british: readonly Definition[] = [
  ['flsdb.2', 0, 'true', 'true'],
  ['flsdb.3', 0, 'true', spine],
  ['flsdb.4', 90, 'true', within('assessment', 0, 90)],
  ['flsdb.5', 90, `coalesce(${ever('scan-wanted')}, false)`, within('scan', 0, 90)],
  ['flsdb.6', 90, 'true', ever('falls')],
  ['flsdb.7', 90, 'true', recommended],
  [
    'flsdb.8',
    112,
    `coalesce(${ever('exercise-advised')}, false) and bone not like 'hip.%' and ${aliveAt(112)}`,
    within('exercise', 0, 112),
  ],
  ['flsdb.9', 112, `${toTreat} and ${aliveAt(112)}`, within('contact', 84, 112)],
  ['flsdb.10', 112, `${toTreat} and ${aliveAt(112)}`, within('start', 0, 112)],
  ['flsdb.11', 420, `${toTreat} and ${aliveAt(365)}`, within('still', 322, 420)],
];
const own: readonly Definition[] = [
  ['own.vfa', 90, `coalesce(${ever('scan')}, false)`, ever('image')],
  ['own.labs', 112, 'true', within('labs', 0, 112)],
  ['own.first-dose', 84, `${treated} and ${aliveAt(84)}`, within('start', 0, 84)],
];
const hip: readonly Definition[] = [
  ['nhfd.1', 3, sixty, `case when hours is not null then hours <= 72 when not seen then false end`],
  ['nhfd.2', 2, sixty, operatedBy(1)],
  ['nhfd.3', 0, sixty, 'as_advised'],
  [
    'nhfd.4',
    7,
    `${sixty} and operated`,
    `case when not up then false when up_on - operated_on between 0 and 1 then true when up_on - operated_on is not null then false end`,
  ],
  ['nhfd.5', 7, `${sixty} and operated`, 'clear'],
  ['nhfd.6', 120, sixty, 'home'],
  ['nhfd.7', 120, `${sixty} and ${aliveAt(120)}`, 'medicine'],
  ['hip.nl', 7, 'age >= 65 and operated', operatedBy(1)],
  ['hip.oecd', 7, 'age >= 65 and operated', operatedBy(2)],
];
const standards: readonly Definition[] = [
  ['bpf.2', 112, 'true', ever('assessment')],
  ['bpf.3-16', 112, 'true', within('assessment', 0, 112)],
  ['bpf.3-12', 84, 'true', within('assessment', 0, 84)],
  ['bpf.3-8', 56, 'true', within('assessment', 0, 56)],
  ['bpf.4-clinical', 112, `${spine} and painful`, ever('assessment')],
  ['bpf.4-imaged', 112, 'true', ever('image')],
  ['bpf.6', 112, 'true', ever('labs')],
  ['bpf.7', 112, 'true', ever('falls')],
  ['bpf.8', 112, 'true', `case when lifestyle then true end`],
  ['bpf.9', 112, treated, ever('start')],
  ['bpf.11', 112, 'true', ever('letter')],
  ['bpf.12-short', 365, `${toTreat} and ${aliveAt(365)}`, within('contact', 0, 365)],
  ['bpf.12-long', 420, `${toTreat} and ${aliveAt(365)}`, within('contact', 322, 420)],
];
const definitions: readonly Definition[] = [...iof, ...british, ...own, ...hip, ...standards];

/** Doses of denosumab that were due, given at most four weeks late. */
async function dosesInTime(owner: pg.Client, site: string, cut: string): Promise<SqlFigure> {
  const { rows } = await owner.query<{ achieved: string; missed: string; unknown: string }>(
    `select count(*) filter (where given_on <= due_on + 28) as achieved,
            count(*) filter (where due_on + 28 < '${cut}' and (given_on > due_on + 28 or given_on is null and not_given_reason is not null)) as missed,
            count(*) filter (where due_on + 28 < '${cut}' and given_on is null and not_given_reason is null) as unknown
       from injection i join counted c on c.place = 1 and c.id = ${caseOf('i', 'coalesce(i.given_on, i.due_on)')}
      where i.site_id = '${site}' and medicine_atc = 'M05BX04' and due_on is not null
        and not coalesce(c.death_date <= due_on, false)`,
  );
  const [row] = rows;
  return { achieved: Number(row?.achieved), missed: Number(row?.missed), unknown: Number(row?.unknown) };
}
