// RESULTS.md from the stored results: the newest run in full, older ones as one line each.

import { type EngineRun, engineName } from './engine-run-types.ts';

/** Older kinds of result (a million rows, fuzz) keep their own few figures. */
export interface SideRun {
  readonly kind:
    | 'screen-million'
    | 'fuzz'
    | 'fuzz-readers'
    | 'risk-models'
    | 'bone-decisions'
    | 'intake'
    | 'intake-faults'
    | 'fhir-search'
    | 'worklist'
    | 'web-app'
    | 'claim-checker'
    | 'letter-pdf'
    | 'guide'
    | 'quality'
    | 'simulation';
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly figures: Readonly<Record<string, number | string>>;
}

/** `stolenShare`: of the processors' time, what other machines of the host took; null where not told, absent before it was kept. */
export type StoredRun = Stored<EngineRun> | Stored<SideRun>;
type Stored<Run> = Run & { readonly stolenShare?: number | null };

export function resultsTable(runs: readonly StoredRun[]): string {
  const engine = runs.filter((run): run is Stored<EngineRun> => run.kind === 'engine');
  const newest = engine.at(-1);
  const parts = [
    '# Results\n\nMade by `bench/run.ts` from the files in `results/`; do not edit. How to read and repeat: [README](README.md).',
    ...(newest === undefined ? [] : [newestRun(newest)]),
    ...(engine.length > 1 ? [history(engine)] : []),
    ...latestOfEach(runs.filter((run): run is Stored<SideRun> => run.kind !== 'engine')).map(sideRun),
  ];
  return `${parts.join('\n\n')}\n`;
}

function newestRun(run: Stored<EngineRun>): string {
  return [
    `## Case finder, ${run.date}, commit ${run.commit}\n\n${onWhat(run)} Noise: spread between rounds, as a share of the median.`,
    ...run.speed.map(
      ({ set, reports, meanCharacters, candidates }) =>
        `### ${capital(set)}: ${count(reports)} texts, ${count(meanCharacters)} characters on average\n\n${table(
          ['', 'reports/s', 'MB/s', 'time, case finder = 1', 'noise'],
          candidates.map((c) => [
            c.name,
            count(c.reportsPerSecond),
            String(c.megabytesPerSecond),
            String(c.timeBesideEngine),
            percent(c.noise),
          ]),
        )}`,
    ),
    `### Accuracy on the open corpus: does a report state or suspect a fracture that counts?\n\n${table(
      ['', 'what it answers', 'sensitivity', 'PPV', 'specificity', 'F1'],
      run.accuracy.map((a) => [a.name, a.does, a.sensitivity, a.ppv, a.specificity, a.f1].map(String)),
    )}`,
    ...(run.notMeasured.length > 0 ? [`Not measured: ${run.notMeasured.join('; ')}.`] : []),
    `### Start, size and tail\n\n${table(
      ['figure', 'value'],
      [
        ['import to first result, new process', `${run.coldStart.importToResultMs} ms`],
        [
          'process start to first result (Node included)',
          `${run.coldStart.processToResultMs} ms; an empty Node process takes ${run.coldStart.emptyProcessMs} ms`,
        ],
        ...(run.coldStart.firstEverMs === undefined
          ? []
          : [['the same where no earlier start left compiled code', `${run.coldStart.firstEverMs} ms`]]),
        [
          'memory of compiled vocabularies',
          `${run.memory.compiledMB} MB (rows as loaded: ${run.memory.loadedMB} MB)`,
        ],
        [
          'browser bundle',
          `${count(run.bundle.gzippedBytes)} bytes gzipped, ${count(run.bundle.minifiedBytes)} minified`,
        ],
        [
          'one report up to 5 kB',
          `p50 ${run.latency.p50Ms} ms, p99 ${run.latency.p99Ms} ms, p99.9 ${run.latency.p999Ms} ms`,
        ],
      ],
    )}`,
    linearity(run),
  ].join('\n\n');
}

function linearity(run: EngineRun): string {
  const lengths = Object.keys(run.linearity[0]?.nsPerCharacter ?? {});
  return `### Hostile texts: nanoseconds a character by length\n\n${table(
    ['text', ...lengths.map((length) => count(Number(length))), 'growth'],
    run.linearity.map((l) => [
      l.name,
      ...lengths.map((length) => String(l.nsPerCharacter[length] ?? 'too slow')),
      String(l.growth ?? 'not linear'),
    ]),
  )}`;
}

function history(runs: readonly EngineRun[]): string {
  return `## Earlier runs\n\n${table(
    ['date', 'commit', 'short reports/s', 'long MB/s', 'p99 ms', 'sensitivity', 'PPV'],
    runs.map((run) => {
      const own = (set: number): EngineRun['speed'][number]['candidates'][number] | undefined =>
        run.speed[set]?.candidates.find(({ name }) => name === engineName);
      const accuracy = run.accuracy.find(({ name }) => name === engineName);
      const long = run.speed.findIndex(({ set }) => set.startsWith('long'));
      return [
        run.date,
        run.commit,
        count(own(0)?.reportsPerSecond ?? 0),
        String(own(long)?.megabytesPerSecond ?? ''),
        String(run.latency.p99Ms),
        String(accuracy?.sensitivity ?? ''),
        String(accuracy?.ppv ?? ''),
      ];
    }),
  )}`;
}

const titles: Readonly<Record<SideRun['kind'], string>> = {
  'screen-million': 'A million rows through `breekpunt screen`',
  fuzz: 'Mutated texts through the case finder',
  'fuzz-readers': 'Mutated files through the readers',
  'risk-models': 'Risk models on one core',
  'bone-decisions': 'Whole decisions about the bones on one core',
  intake: 'Messages and resources coming in',
  'intake-faults': 'Listener, worker and database killed under a stream of messages',
  'fhir-search': 'FHIR searches and a bulk export at a million resources, over HTTP',
  worklist: 'The worklist at a hundred thousand cases, over HTTP',
  'web-app': 'The clinic app in Chromium',
  'claim-checker': 'The claim checker',
  'letter-pdf': 'A letter as PDF',
  guide: 'The guide of a patient, as page and as PDF',
  simulation: 'The simulation of the cascade on one core',
  quality: 'Quality over a large record, over HTTP',
};

function sideRun(run: Stored<SideRun>): string {
  const title = titles[run.kind];
  const rows = Object.entries(run.figures).map(([name, value]) => [
    name,
    typeof value === 'number' ? count(value) : value,
  ]);
  return `## ${title}, ${run.date}, commit ${run.commit}\n\n${onWhat(run)}\n\n${table(['figure', 'value'], rows)}`;
}

function onWhat({ machine, stolenShare }: StoredRun): string {
  const taken =
    stolenShare === undefined || stolenShare === null
      ? ''
      : `; other machines took ${percent(stolenShare)} of its processors`;
  return `Machine: ${machine}${taken}.`;
}

function latestOfEach(runs: readonly Stored<SideRun>[]): Stored<SideRun>[] {
  // One size of a record beside another is another measurement.
  const measured = ({ kind, figures }: SideRun): string =>
    `${kind} ${figures['confirmed and waiting cases'] ?? ''}`;
  return [...new Map(runs.map((run) => [measured(run), run])).values()];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}

function count(value: number): string {
  return Number.isInteger(value)
    ? String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
    : value > 999
      ? count(Math.round(value))
      : String(value);
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
