// What a stored engine run holds. Apart from the run itself, so that the table of results can be made without
// the engine.

import type { Detection } from './accuracy.ts';
import type { Latency } from './latency.ts';
import type { Linearity } from './linearity.ts';
import type { Bundle, ColdStart, Memory } from './start-up.ts';

export const engineName = 'breekpunt case finder';

export interface SetSpeed {
  readonly set: string;
  readonly reports: number;
  readonly meanCharacters: number;
  readonly candidates: readonly {
    readonly name: string;
    readonly reportsPerSecond: number;
    readonly megabytesPerSecond: number;
    readonly timeBesideEngine: number;
    readonly noise: number;
    readonly rounds: number;
  }[];
}

export interface EngineRun {
  readonly kind: 'engine';
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly speed: readonly SetSpeed[];
  readonly accuracy: readonly ({ readonly name: string; readonly does: string } & Detection)[];
  readonly notMeasured: readonly string[];
  readonly coldStart: ColdStart;
  readonly memory: Memory;
  readonly bundle: Bundle;
  readonly latency: Latency;
  readonly linearity: readonly Linearity[];
}
