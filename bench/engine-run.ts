// One run of the engine's benchmark: every figure measured on one machine, one after the other, with the
// same texts for all candidates.

import { createCaseFinder } from '@breekpunt/identify';
import { detectionOf } from './accuracy.ts';
import { type EngineRun, engineName, type SetSpeed } from './engine-run-types.ts';
import { measureLatency } from './latency.ts';
import { measureLinearity } from './linearity.ts';
import { type Candidate, type RoundPlan, rounded, timeAll } from './measure.ts';
import { headWords } from './peers/patterns.ts';
import { type PythonPeer, runPythonPeer } from './peers/python-peers.ts';
import { searchers } from './peers/searchers.ts';
import { measureBundle, measureColdStart, measureMemory } from './start-up.ts';
import { latencySet, longSets, openCorpus, shortSets, type TextSet } from './texts/text-sets.ts';

export interface EngineRunPlan {
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly python: string;
  readonly timing: RoundPlan;
  readonly processRuns: number;
  readonly latencyPasses: number;
  readonly lengths: readonly number[];
  readonly tell: (what: string) => void;
}

export async function runEngineBenchmark(plan: EngineRunPlan): Promise<EngineRun> {
  const { tell } = plan;
  tell('start, memory and size');
  const coldStart = measureColdStart(plan.processRuns);
  const memory = measureMemory(Math.min(5, plan.processRuns));
  const bundle = await measureBundle();

  const finder = createCaseFinder();
  const found = (text: string): boolean => finder.read(text).triage !== 'none';
  const detectors = [
    {
      name: engineName,
      does: 'site, side, levels, presence, time and triage, with evidence',
      detects: found,
    },
    ...searchers(),
  ];
  const candidates: readonly Candidate[] = detectors.map(({ name, detects }) => ({
    name,
    run: (texts) => texts.reduce((sum, text) => sum + (detects(text) ? 1 : 0), 0),
  }));

  const sets = [...shortSets(), ...longSets()];
  const speed = sets.map((set) => {
    tell(`speed: ${set.name}`);
    return setSpeed(set, candidates, plan.timing);
  });

  const gold = openCorpus();
  const accuracy = detectors.map(({ name, does, detects }) => ({
    name,
    does,
    ...detectionOf(gold, detects),
  }));

  const notMeasured: string[] = [];
  const [mixed, mixedSpeed] = [sets[0] as TextSet, speed[0] as SetSpeed];
  const enginePerSecond = mixedSpeed.candidates[0]?.reportsPerSecond ?? Number.NaN;
  const peerSpeed: CandidateSpeed[] = [];
  const peerAccuracy: AccuracyRow[] = [];
  for (const peer of ['clinlp', 'medspacy'] as const) {
    tell(peer);
    const figures = pythonPeer(peer, plan.python, mixed);
    if (typeof figures === 'string') notMeasured.push(figures);
    else {
      const timeBesideEngine = rounded(enginePerSecond / figures.speed.reportsPerSecond);
      peerSpeed.push({ ...figures.speed, timeBesideEngine });
      peerAccuracy.push(figures.accuracy);
    }
  }
  const allSpeed = [
    { ...mixedSpeed, candidates: [...mixedSpeed.candidates, ...peerSpeed] },
    ...speed.slice(1),
  ];

  tell('one report at a time');
  const latency = measureLatency((text) => void finder.read(text), latencySet().texts, plan.latencyPasses);
  tell('hostile texts');
  const linearity = measureLinearity((text) => void finder.read(text), plan.lengths);
  const { date, commit, machine } = plan;
  return {
    kind: 'engine',
    date,
    commit,
    machine,
    speed: allSpeed,
    accuracy: [...accuracy, ...peerAccuracy],
    notMeasured,
    coldStart,
    memory,
    bundle,
    latency,
    linearity,
  };
}

function setSpeed(set: TextSet, candidates: readonly Candidate[], timing: RoundPlan): SetSpeed {
  const timings = timeAll(candidates, set.texts, timing);
  const engineMs = timings[0]?.medianMs ?? Number.NaN;
  return {
    set: set.name,
    reports: set.texts.length,
    meanCharacters: Math.round(set.characters / set.texts.length),
    candidates: timings.map(({ name, medianMs, noise, rounds }) => ({
      name,
      reportsPerSecond: rounded((set.texts.length / medianMs) * 1000),
      megabytesPerSecond: rounded(set.bytes / 1000 / medianMs),
      timeBesideEngine: rounded(medianMs / engineMs),
      noise: rounded(noise),
      rounds,
    })),
  };
}

type CandidateSpeed = SetSpeed['candidates'][number];
type AccuracyRow = EngineRun['accuracy'][number];

interface PeerFigures {
  readonly speed: Omit<CandidateSpeed, 'timeBesideEngine'>;
  readonly accuracy: AccuracyRow;
}

/** A Python peer reads a sample of the mixed texts once; it is slow enough for that to be exact. */
function pythonPeer(peer: PythonPeer, python: string, mixed: TextSet): PeerFigures | string {
  const gold = openCorpus();
  const sample = mixed.texts.slice(0, 3000);
  const result = runPythonPeer(python, peer, sample, gold, headWords());
  if (result.outcome === 'not-installed') return `${peer} is not installed`;
  if (result.outcome === 'failed') return `${peer} failed: ${result.message}`;
  const bytes = sample.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const name = `${peer} ${result.version}`;
  const answers = new Map(gold.map((report, index) => [report.text, result.found[index] === true]));
  return {
    speed: {
      name,
      reportsPerSecond: rounded(sample.length / result.seconds),
      megabytesPerSecond: rounded(bytes / 1e6 / result.seconds),
      noise: 0,
      rounds: 1,
    },
    accuracy: {
      name,
      does: 'the same words, with its own rules for negation and family',
      ...detectionOf(gold, (text) => answers.get(text) === true),
    },
  };
}
