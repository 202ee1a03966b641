// How fast the simulation runs, and whether its memory stays flat: `npm run bench:simulation`. One thread; only the inner loop is
// timed, over ten years of patients of a hospital.

import { performance } from 'node:perf_hooks';
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
console.table(
  validate({ knowledge, parameters, on, patients: 200_000, seed: 1 }).map((check) => ({
    ...check,
    simulated: Number(check.simulated.toFixed(1)),
    'of published': Number((check.simulated / check.published).toFixed(2)),
  })),
);
