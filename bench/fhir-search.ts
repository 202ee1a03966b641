// How long FHIR searches take at a million resources, asked over HTTP by a nurse: signed in, in scope, written into the audit
// log, on the embedded PostgreSQL; whether the same question asked by many at once has one answer; and how much memory a
// bulk export of everything needs. Rows are generated in the database.
// Run: node bench/fhir-search.ts --date 2026-11-22 --commit abc1234 [--people 100000]

import { parseArgs } from 'node:util';
import { filledHospital } from './filled-hospital.ts';
import { quantile, rounded } from './measure.ts';
import { machine, required, storeRun } from './results.ts';

const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    commit: { type: 'string' },
    people: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '200' },
  },
});
const date = required('date', values.date);
const commit = required('commit', values.commit);
const people = Number(values.people);
const rounds = Number(values.rounds);

/** Eleven resources a person: themselves, a fracture, a report, plan and episode, four laboratory results, two densities. */
const generate = [
  `insert into person (site_id, family_name, given_name, search_name, birth_date, birth_precision, sex)
   select $1, 'Verzonnen' || n, 'Naam', 'verzonnen' || n || ' naam', date '1930-01-01' + (n % 12000), 'day', 'female'
     from generate_series(1, $2::int) n`,
  `insert into report (site_id, person_id, source_id, kind, reported_on, language, body, triage, scanned_at)
   select $1, person_id, 'bench ' || person_id, 'ct', current_date - (person_id % 400)::int, 'nl',
          repeat('Normale bevinding van een andere streek. ', 10) || 'Recente inzakking van L1.', 'fracture', now()
     from person where site_id = $1 and family_name like 'Verzonnen%'`,
  `insert into fracture_episode (site_id, person_id, episode_key, fracture_site, levels, date_basis, status, onset, mechanism,
          eligibility, knowledge_version, earliest_on, latest_on, first_seen_on)
   select $1, person_id, 'bench ' || person_id,
          (array['vertebra.lumbar', 'hip.femoral-neck', 'wrist.distal-radius', 'rib', 'humerus.proximal'])[1 + person_id % 5],
          '{}', 'called-acute', 'present', 'incident', 'low-energy', 'eligible', 'bench',
          current_date - (person_id % 400)::int, current_date - (person_id % 400)::int, current_date - (person_id % 400)::int
     from person where site_id = $1 and family_name like 'Verzonnen%'`,
  `insert into fls_case (site_id, person_id, fracture_episode_id, stage, state, opened_on, fracture_on, stated_site, stated_status)
   select site_id, person_id, fracture_episode_id,
          (array['investigate', 'inform', 'intervene', 'integrate', 'follow-up'])[1 + person_id % 5], 'open',
          latest_on, latest_on, fracture_site, status
     from fracture_episode where site_id = $1`,
  `insert into lab_result (site_id, person_id, source_system, source_id, loinc, name, sampled_on, value, unit, source)
   select $1, person_id, 'bench', person_id || '-' || n, (array['1989-3', '17861-6', '2885-2', '3016-3'])[n], 'Test ' || n,
          current_date - ((person_id * n) % 700)::int, 20 + (person_id * n) % 100, 'nmol/L', 'hl7v2'
     from person, generate_series(1, 4) n where site_id = $1 and family_name like 'Verzonnen%'`,
  `insert into dxa_scan (site_id, person_id, status, scanned_on, region, bmd_g_cm2, t_score, source)
   select $1, person_id, 'done', current_date - (person_id % 500)::int, 'lumbar-spine', 0.7, -(person_id % 40) / 10.0, 'fhir'
     from person where site_id = $1 and family_name like 'Verzonnen%'`,
] as const;
const hospital = await filledHospital({
  statements: generate,
  number: people,
  tables: ['person', 'report', 'fracture_episode', 'fls_case', 'lab_result', 'dxa_scan'],
});
const { address } = hospital;
const nurse = await hospital.signedIn('els');

interface Bundle {
  readonly total?: number;
  readonly entry?: readonly {
    readonly resource: { readonly id: string; readonly subject?: { reference: string } };
  }[];
  readonly link: readonly { readonly relation: string; readonly url: string }[];
}

async function ask(path: string): Promise<{ readonly ms: number; readonly text: string }> {
  const begun = performance.now();
  const response = await fetch(`${address}/fhir/${path}`, { headers: nurse });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return { ms: performance.now() - begun, text };
}

async function asked(path: string): Promise<Bundle> {
  return JSON.parse((await ask(path)).text) as Bundle;
}

async function totalOf(types: readonly string[]): Promise<number> {
  let total = 0;
  for (const type of types) total += (await asked(`${type}?_summary=count`)).total ?? 0;
  return total;
}

const someone = (await asked('Condition?_count=1&_sort=-date')).entry?.[0]?.resource.subject?.reference ?? '';
const patient = someone.replace('Patient/', '');
const queries: Readonly<Record<string, string>> = {
  'read a Patient': `Patient/${patient}`,
  'Observation by patient and code, newest': `Observation?patient=${patient}&code=http://loinc.org|1989-3&_sort=-date&_count=1`,
  'Observation by patient': `Observation?patient=${patient}`,
  'Condition by patient, with the patient': `Condition?patient=${patient}&_include=Condition:patient`,
  'Condition by code, 20': 'Condition?code=http://hl7.org/fhir/sid/icd-10|S72.0&_count=20',
  'Observation by code, 20': 'Observation?code=http://loinc.org|17861-6&_count=20',
  'Observation by T-score, 20': 'Observation?code=http://loinc.org|38267-1&value-quantity=le-2.5&_count=20',
  'Patient by family name': 'Patient?family=verzonnen424&_count=20',
  'CarePlan by state, 20': 'CarePlan?status=active&_count=20',
  'DiagnosticReport by patient': `DiagnosticReport?patient=${patient}`,
};

const figures: Record<string, number | string> = {
  people,
  resources: await totalOf([
    'Patient',
    'Condition',
    'Observation',
    'DiagnosticReport',
    'CarePlan',
    'EpisodeOfCare',
  ]),
};
const medians: number[] = [];
for (const [name, path] of Object.entries(queries)) {
  for (let round = 0; round < 10; round++) await ask(path);
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push((await ask(path)).ms);
  medians.push(quantile(times, 0.5));
  figures[`${name}: p50 ms`] = rounded(quantile(times, 0.5));
  figures[`${name}: p95 ms`] = rounded(quantile(times, 0.95));
}
figures['slowest of these medians, ms'] = rounded(Math.max(...medians));

// Deep in a result: pages one after the other, the later ones counted.
let next: string | undefined = 'Observation?_count=50';
const deep: number[] = [];
for (let page = 0; page < 100 && next !== undefined; page++) {
  const { ms, text } = await ask(next);
  if (page >= 50) deep.push(ms);
  next = (JSON.parse(text) as Bundle).link
    .find(({ relation }) => relation === 'next')
    ?.url.split('/fhir/')[1];
}
if (deep.length > 0) figures['pages 51 to 100 of Observation: p95 ms'] = rounded(quantile(deep, 0.95));

const different = new Set<string>();
const asking = 50;
for (const path of Object.values(queries)) {
  const answers = await Promise.all(Array.from({ length: asking }, () => ask(path)));
  if (new Set(answers.map(({ text }) => text)).size > 1) different.add(path);
}
figures[`questions asked ${asking} times at once with more than one answer`] = different.size;

const it = await hospital.signedIn('it');
const added = await fetch(`${address}/api/machines`, {
  method: 'POST',
  headers: { ...it, 'content-type': 'application/json' },
  body: JSON.stringify({ name: 'Warehouse', scopes: ['system/*.rs'] }),
});
const { key } = (await added.json()) as { key: string };
const program = { authorization: `Bearer ${key}`, prefer: 'respond-async' };
const kickedOff = await fetch(`${address}/fhir/$export`, { headers: program });
const state = (kickedOff.headers.get('content-location') ?? '').replace(/^https?:\/\/[^/]+/, address);
const manifest = (await (await fetch(state, { headers: program })).json()) as {
  readonly output: readonly { readonly url: string }[];
};
const memoryBefore = process.memoryUsage().rss;
let mostMemory = memoryBefore;
let lines = 0;
const begun = performance.now();
for (const { url } of manifest.output) {
  const response = await fetch(url.replace(/^https?:\/\/[^/]+/, address), { headers: program });
  for await (const chunk of response.body ?? []) {
    for (const byte of chunk as Uint8Array) if (byte === 10) lines++;
    mostMemory = Math.max(mostMemory, process.memoryUsage().rss);
  }
}
const seconds = (performance.now() - begun) / 1_000;
figures['export: resources'] = lines;
figures['export: resources a second'] = Math.round(lines / seconds);
figures['export: memory above that before, MB (server and reader together)'] = Math.round(
  (mostMemory - memoryBefore) / 2 ** 20,
);

await hospital.stop();
const path = storeRun('fhir-search', { kind: 'fhir-search', date, commit, machine: machine(), figures });
console.log(JSON.stringify(figures, null, 1), path);
