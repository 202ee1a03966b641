// The texts every candidate reads: the same for all, made anew from the same seed, never from a real
// patient. Reports differ in how often they speak of fractures, so each set is measured by itself too.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom, createReportExport, type Random } from '@breekpunt/synthetic';
import { examplePlan } from '../../examples/generator/examples.ts';
import { englishChestReport } from './english-chest.ts';

export interface TextSet {
  readonly name: string;
  readonly texts: readonly string[];
  readonly characters: number;
  readonly bytes: number;
}

export interface GoldReport {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly triage: string;
}

function textSet(name: string, texts: readonly string[]): TextSet {
  return {
    name,
    texts,
    characters: texts.reduce((sum, text) => sum + text.length, 0),
    bytes: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
  };
}

export function openCorpus(): readonly GoldReport[] {
  const path = join(import.meta.dirname, '..', '..', 'examples', 'open-corpus', 'open.jsonl');
  return readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldReport);
}

export function hospitalTexts(patients: number, seed: string = examplePlan.seed): string[] {
  const texts: string[] = [];
  for (const record of createReportExport({ ...examplePlan, seed, patients }))
    texts.push(...record.reports.map((r) => r.text));
  return texts;
}

export function shortSets(): readonly TextSet[] {
  const random = createRandom('bench/short');
  const chest = Array.from({ length: 8000 }, () => englishChestReport(random));
  const hospital = hospitalTexts(1500);
  const open = openCorpus().map((report) => report.text);
  return [
    textSet('mixed short reports', shuffled(random, [...chest, ...hospital, ...open])),
    textSet('English chest radiographs', chest),
    textSet('synthetic hospital export', hospital),
    textSet('open corpus', open),
  ];
}

/** Reports of some 20,000 characters: whole records pasted together, as discharge files are. */
export function longSets(): readonly TextSet[] {
  const random = createRandom('bench/long');
  const hospital = hospitalTexts(1500);
  const chest = Array.from({ length: 4000 }, () => englishChestReport(random));
  return [
    textSet('long, hospital records', pasted(random, hospital, 120, 20_000)),
    textSet('long, few fractures', pasted(random, chest, 120, 20_000)),
  ];
}

/** Texts of every length up to 5,000 bytes, for the time one report takes. */
export function latencySet(): TextSet {
  const random = createRandom('bench/latency');
  const hospital = hospitalTexts(1500);
  const texts = Array.from({ length: 4000 }, () =>
    pastedText(random, hospital, random.int(100, 4900)).slice(0, 4900),
  );
  return textSet(
    'up to 5 kB',
    texts.filter((text) => Buffer.byteLength(text) <= 5000),
  );
}

function pasted(random: Random, source: readonly string[], count: number, length: number): string[] {
  return Array.from({ length: count }, () => pastedText(random, source, length));
}

function pastedText(random: Random, source: readonly string[], length: number): string {
  const parts: string[] = [];
  for (let size = 0; size < length; ) {
    const part = random.pick(source);
    parts.push(part);
    size += part.length + 2;
  }
  return parts.join('\n\n');
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = random.int(0, i);
    [mixed[i], mixed[j]] = [mixed[j] as T, mixed[i] as T];
  }
  return mixed;
}
