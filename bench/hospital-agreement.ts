// How far the case finder agrees with the truth of the synthetic hospital, report by report:
// node bench/hospital-agreement.ts [--patients 1500] [--seed other-hospital] [--examples 3]
// For finding faults, not for boasting: these texts come from a few hundred phrasings. A seed of your own gives a
// hospital that no rule was written for.

import { parseArgs } from 'node:util';
import { createCaseFinder } from '@breekpunt/identify';
import { createReportExport, isoDate, triageOf } from '@breekpunt/synthetic';
import { examplePlan } from '../examples/generator/examples.ts';

const { values } = parseArgs({
  options: {
    patients: { type: 'string', default: '1500' },
    seed: { type: 'string', default: examplePlan.seed },
    examples: { type: 'string', default: '3' },
  },
});

const finder = createCaseFinder();
const differing = new Map<string, string[]>();
let [reports, agreed, found, shouldBe, both] = [0, 0, 0, 0, 0];

for (const record of createReportExport({
  ...examplePlan,
  seed: values.seed,
  patients: Number(values.patients),
})) {
  for (const report of record.reports) {
    const truth = triageOf(report.statements);
    const read = finder.read(report.text, { date: isoDate(report.day), kind: report.kind });
    reports++;
    if (read.triage !== 'none') found++;
    if (truth !== 'none') shouldBe++;
    if (read.triage !== 'none' && truth !== 'none') both++;
    if (read.triage === truth) {
      agreed++;
      continue;
    }
    const kind = `${truth} read as ${read.triage}`;
    const told = read.findings
      .map((f) => `${f.text} [${f.presence}, ${f.time}, ${f.experiencer}, ${f.site}]`)
      .join('; ');
    const list = differing.get(kind) ?? [];
    differing.set(kind, [
      ...list,
      `${report.id} ${report.text.replaceAll('\n', ' / ')}\n      read: ${told || 'nothing'}`,
    ]);
  }
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
console.log(
  `${reports} reports; triage agrees in ${percent(agreed, reports)}; detection: sensitivity ${percent(both, shouldBe)}, PPV ${percent(both, found)}`,
);
for (const [kind, list] of [...differing].sort((a, b) => b[1].length - a[1].length)) {
  console.log(`\n${list.length} × ${kind}`);
  const shown = Math.min(Number(values.examples), list.length);
  for (let i = 0; i < shown; i++) console.log(`   ${list[Math.floor((i * list.length) / shown)]}`);
}
