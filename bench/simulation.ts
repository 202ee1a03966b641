// How fast the simulation runs, whether its memory stays flat, and how far it is from published figures. One thread; only the inner
// loop is timed, over ten years of patients of a hospital.
// Run: node bench/simulation.ts --date 2026-11-22 --commit abc1234 [--note "..."]

import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { knownDate } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import {
  type Cascade,
  calibrate,
  groups,
  hazardTables,
  outcomes,
  simulate,
  simulationParametersOn,
  throughputOf,
  validate,
} from '@breekpunt/quality';
import { rounded } from './measure.ts';
import { machine, required, storeRun } from './results.ts';

const { values } = parseArgs({
  options: {
    date: { type: 'string' },
    commit: { type: 'string' },
    note: { type: 'string', default: '' },
  },
});
const date = required('date', values.date);
const commit = required('commit', values.commit);

const knowledge = loadKnowledge();
const on = knownDate('2026-11-22');
const parameters = simulationParametersOn(knowledge, on, 'BE');
const begun = performance.now();
const { calibration, fit } = calibrate(parameters);
console.log(`Calibrated in ${(performance.now() - begun).toFixed(0)} ms:`);
console.table(fit);

const cascade: Cascade = {
  found: 0.8,
  assessed: 0.8,
  scanned: 0.8,
  recommended: 0.5,
  contacted: 0.8,
  startedWithContact: 0.8,
  startedWithout: 0.5,
  startedUsual: 0.17,
  scansPerMonth: 60,
  nurseHoursPerMonth: null,
};
const mix = [60, 70, 80, 90].flatMap((age) =>
  (['female', 'male'] as const).flatMap((sex) => groups.map((group) => ({ sex, age, group, weight: 1 }))),
);
const years = 10;
const run = {
  tables: hazardTables(parameters, calibration),
  mix,
  cascade,
  throughput: throughputOf(cascade, 1000, [0.25, 1.5, 0.5], years * 4),
  years,
  arrival: 'spread',
  seed: 1,
} as const;

simulate({ ...run, patients: 20_000 });
const rows = [20_000, 200_000, 1_000_000].map((patients) => {
  const [memory, start] = [process.memoryUsage().rss, process.cpuUsage()];
  const counts = simulate({ ...run, patients });
  const seconds = process.cpuUsage(start).user / 1e6;
  const quarters = Array.from({ length: years }, (_, year) => year).reduce(
    (sum, year) => sum + (counts[year * outcomes.length + outcomes.indexOf('quarters')] ?? 0),
    0,
  );
  return {
    patients,
    'patient-years': Math.round(quarters / 4),
    'seconds of one core': Number(seconds.toFixed(2)),
    'million patient-years a second': Number((quarters / 4 / seconds / 1e6).toFixed(1)),
    'more memory (MB)': Math.round((process.memoryUsage().rss - memory) / 1e6),
  };
});
console.table(rows);
console.log('Beside published figures it was not fitted to:');
const checks = validate({ knowledge, parameters, on, patients: 200_000, seed: 1 }).map((check) => ({
  ...check,
  simulated: Number(check.simulated.toFixed(1)),
  'of published': Number((check.simulated / check.published).toFixed(2)),
}));
console.table(checks);

const figures: Record<string, number | string> = { 'load of the machine': rounded(loadavg()[0] ?? 0) };
for (const row of rows) {
  figures[`${row.patients} patients: million patient-years a second of one core`] =
    row['million patient-years a second'];
  figures[`${row.patients} patients: more memory, MB`] = row['more memory (MB)'];
}
for (const { years: after, target, reached } of fit)
  figures[`fit, another fracture after ${after} years, %`] = `${reached.toFixed(1)} of ${target} published`;
for (const check of checks)
  figures[`not fitted to: ${check.id}`] = `${check.simulated} of ${check.published} published`;
if (values.note !== '') figures['beside it'] = values.note;
console.log(storeRun('simulation', { kind: 'simulation', date, commit, machine: machine(), figures }));
