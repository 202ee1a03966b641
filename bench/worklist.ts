// How long the worklist takes at a hundred thousand cases, asked over HTTP as the browser asks: signed in, checked, written
// into the audit log, on the embedded PostgreSQL. Cases are generated in the database, from one real finding's shape.
// Run: node bench/worklist.ts --date 2026-11-21 --commit abc1234 [--cases 100000]

import { parseArgs } from 'node:util';
import { filledHospital } from './filled-hospital.ts';
import { quantile, rounded } from './measure.ts';
import { machine, required, storeRun } from './results.ts';

const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    commit: { type: 'string' },
    cases: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '120' },
  },
});
const date = required('date', values.date);
const commit = required('commit', values.commit);
const cases = Number(values.cases);
const rounds = Number(values.rounds);

/** A third waits for a verdict; the rest stands in the stages of care, a part of it closed. Deterministic. */
const generate = [
  `insert into person (site_id, family_name, given_name, search_name, birth_date, birth_precision, sex)
   select $1, 'Verzonnen' || n, 'Naam', 'verzonnen' || n || ' naam', date '1930-01-01' + (n % 12000), 'day', 'female'
     from generate_series(1, $2::int) n`,
  `insert into report (site_id, person_id, source_id, kind, reported_on, language, body, triage, scanned_at)
   select $1, person_id, 'bench ' || person_id, 'ct', current_date - (person_id % 400)::int, 'nl',
          repeat('Normale bevinding van een andere streek. ', 30) || 'Recente inzakking van L1. Geen luxatie.', 'fracture', now()
     from person where site_id = $1 and family_name like 'Verzonnen%'`,
  `insert into fracture_episode (site_id, person_id, episode_key, fracture_site, levels, date_basis, status, onset, mechanism,
          eligibility, knowledge_version, latest_on)
   select $1, person_id, 'bench ' || person_id,
          (array['vertebra.lumbar', 'hip.femoral-neck', 'wrist.distal-radius', 'rib', 'humerus.proximal'])[1 + person_id % 5],
          '{}', 'called-acute', case when person_id % 9 = 0 then 'possible' else 'present' end, 'incident', 'low-energy',
          'eligible', 'bench', current_date - (person_id % 400)::int
     from person where site_id = $1 and family_name like 'Verzonnen%'`,
  `insert into finding (site_id, person_id, source, report_id, ordinal, kind, fracture_site, presence, experiencer, fracture_time,
          span_start, span_end, knowledge_version, fracture_episode_id)
   select $1, r.person_id, 'report', r.report_id, 0, 'fracture', e.fracture_site, 'present', 'patient', 'acute',
          length(r.body) - 36, length(r.body) - 20, 'bench', e.fracture_episode_id
     from report r join fracture_episode e on e.site_id = r.site_id and e.person_id = r.person_id where r.site_id = $1`,
  `insert into fls_case (site_id, person_id, fracture_episode_id, stage, state, reason, opened_on, fracture_on, urgency, due_on, owner_id,
          stated_site, stated_status)
   select e.site_id, e.person_id, e.fracture_episode_id,
          case when n % 3 = 0 then 'identify' else (array['investigate', 'inform', 'intervene', 'integrate', 'follow-up'])[1 + n % 5] end,
          case when n % 3 = 0 then 'to-review' when n % 7 = 0 then 'closed' else 'open' end,
          case when n % 3 <> 0 and n % 7 = 0 then 'declined' end,
          e.latest_on, e.latest_on, (n * 7919 % 400)::int, e.latest_on + 84,
          case when n % 4 = 0 then (select min(app_user_id) from app_user where site_id = $1) end,
          e.fracture_site, e.status
     from (select *, row_number() over (order by fracture_episode_id) n from fracture_episode where site_id = $1) e`,
] as const;

const hospital = await filledHospital({
  statements: generate,
  number: cases,
  tables: ['fls_case', 'fracture_episode', 'finding', 'report'],
});
const { address } = hospital;
const nurse = await hospital.signedIn('els');

async function ask(path: string, body?: unknown): Promise<{ readonly ms: number; readonly answer: unknown }> {
  const begun = performance.now();
  const response = await fetch(`${address}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { ...nurse, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return { ms: performance.now() - begun, answer };
}

const asked: Readonly<Record<string, readonly [path: string, body?: unknown]>> = {
  'to confirm, most urgent first': ['/api/worklist'],
  'to confirm, hip and spine': ['/api/worklist?place=hip-vertebra'],
  'to confirm, other places': ['/api/worklist?place=other'],
  'to confirm, in doubt': ['/api/worklist?doubt=true'],
  'to confirm, hip, in doubt, late, of nobody': ['/api/worklist?place=hip&doubt=true&late=true&owner=nobody'],
  'put off, a list without cases': ['/api/worklist?list=snoozed&place=vertebra'],
  'to confirm, mine, late': ['/api/worklist?owner=me&late=true'],
  'follow-up, earliest due first': ['/api/worklist?list=follow-up&order=due'],
  'closed, newest first': ['/api/worklist?list=ended&order=newest'],
  'counts of all lists': ['/api/worklist/counts'],
  'search by the beginning of a name': ['/api/search', { typed: 'verzonnen4242' }],
  'search by a number': ['/api/search', { typed: 'P-12345' }],
};

const figures: Record<string, number | string> = { cases };
for (const [name, [path, body]] of Object.entries(asked)) {
  await ask(path, body);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push((await ask(path, body)).ms);
  figures[`${name}: p50 ms`] = rounded(quantile(times, 0.5));
  figures[`${name}: p95 ms`] = rounded(quantile(times, 0.95));
}

// Deep in a list: a hundred pages one after the other, the last ones counted.
let after = '';
const deep: number[] = [];
for (let page = 0; page < 100; page++) {
  const { ms, answer } = await ask(`/api/worklist${after === '' ? '' : `?after=${after}`}`);
  if (page >= 50) deep.push(ms);
  after = (answer as { readonly next: string }).next;
}
figures['pages 51 to 100 of a list: p95 ms'] = rounded(quantile(deep, 0.95));

await hospital.stop();
const path = storeRun('worklist', { kind: 'worklist', date, commit, machine: machine(), figures });
console.log(JSON.stringify(figures, null, 1), path);
