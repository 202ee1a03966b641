// The knowledge as the other packages receive it: one frozen object with a version. Decision: domain functions take
// it as an argument, so that a decision of last year can be recomputed with the knowledge of last year; nothing but
// `loadKnowledge` knows where it comes from.

import type { CalendarDate, Result } from '@breekpunt/core';
import type { ClaimRegister } from './claim.ts';
import type { ClinicalModel } from './clinical-model.ts';
import type { CodeValueSet } from './code-value-set.ts';
import type { Parameter } from './dated-value.ts';
import type { IndicatorSet } from './indicator-set.ts';
import type { OptionGrid } from './option-grid.ts';
import { type NoValueInForce, parameterOn, type ValueInForce } from './parameter-on.ts';
import type { Rule } from './rule.ts';
import type { SeedLedger } from './seed.ts';
import type { Source } from './source.ts';

/** What `npm run knowledge` writes, and what an archive of an older version holds. */
export interface CompiledKnowledge {
  readonly version: string;
  readonly sources: readonly Source[];
  readonly parameters: readonly Parameter[];
  readonly rules: readonly Rule[];
  readonly codes: readonly CodeValueSet[];
  readonly models: readonly ClinicalModel[];
  /** Absent in archives from before sets were written down. */
  readonly indicators?: readonly IndicatorSet[] | undefined;
  readonly seeds: SeedLedger;
  readonly claims: ClaimRegister;
  readonly grids: readonly OptionGrid[];
}

export interface Knowledge {
  /** 16 hexadecimal digits over everything compiled; stored with every decision. */
  readonly version: string;
  /** By id. */
  readonly sources: Readonly<Record<string, Source>>;
  /** By id; retired rules included. */
  readonly rules: Readonly<Record<string, Rule>>;
  /** By id. */
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** By id. */
  readonly codes: Readonly<Record<string, CodeValueSet>>;
  /** Scores, equations, curves and classifications, by id; `modelOf` takes one out. */
  readonly models: Readonly<Record<string, ClinicalModel>>;
  /** Sets of quality indicators, by id; never mixed with each other. */
  readonly indicators: Readonly<Record<string, IndicatorSet>>;
  readonly seeds: SeedLedger;
  /** What leaflets claim, and the words it is found by. */
  readonly claims: ClaimRegister;
  /** Decision aids: options side by side. */
  readonly grids: readonly OptionGrid[];
  /**
   * The value of a parameter on a day, or why none is in force. An id that is no parameter is a mistake in our own
   * code and throws.
   */
  readonly parameterOn: (id: string, date: CalendarDate) => Result<ValueInForce, NoValueInForce>;
}

/** Builds the object from compiled knowledge, of today or of an archive, and freezes all of it. */
export function knowledgeFrom(compiled: CompiledKnowledge): Knowledge {
  const parameters = byId(compiled.parameters);
  return deepFreeze({
    version: compiled.version,
    sources: byId(compiled.sources),
    rules: byId(compiled.rules),
    parameters,
    codes: byId(compiled.codes),
    models: byId(compiled.models),
    indicators: byId(compiled.indicators ?? []),
    seeds: compiled.seeds,
    claims: compiled.claims,
    grids: compiled.grids,
    parameterOn: (id: string, date: CalendarDate) => {
      const parameter = parameters[id];
      if (parameter === undefined) throw new Error(`No parameter "${id}" in knowledge ${compiled.version}`);
      return parameterOn(parameter, date);
    },
  });
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): Record<string, T> {
  const record: Record<string, T> = Object.create(null) as Record<string, T>;
  for (const entry of entries) record[entry.id] = entry;
  return record;
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
