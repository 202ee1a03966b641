// A class or stage as a report or a physician stated it. Decision: a stage is never stored without its system and
// edition, because the same Roman number means different things (a stage IIIC is of ARCO 1994 and does not exist in
// 2019); a code the system does not have is refused with those it has. Systems are not translated into each other.

import { failure, type Result, success } from '@breekpunt/core';
import { modelOf } from '@breekpunt/knowledge';
import { type ModelKnowledge, type ModelStamp, stampOf } from '../risk/model-answer.ts';

export const stagingSystems = [
  'arco-2019',
  'arco-1994',
  'ficat-arlet',
  'steinberg',
  'jic-2001',
  'ao-ota-31',
  'garden',
  'pauwels',
  'of-classification',
] as const;
export type StagingSystem = (typeof stagingSystems)[number];

export interface StatedStage {
  readonly system: StagingSystem;
  readonly code: string;
  /** The extent, in the systems that have one. */
  readonly extent?: 'A' | 'B' | 'C';
  readonly means: string;
  readonly model: ModelStamp;
}

export interface UnknownStage {
  readonly kind: 'unknown-stage';
  readonly system: StagingSystem;
  readonly expected: readonly string[];
}

/** Stages that carry an extent, by system. */
const withExtent: Readonly<Partial<Record<StagingSystem, readonly string[]>>> = {
  'arco-1994': ['I', 'II', 'III'],
  steinberg: ['I', 'II', 'III', 'IV', 'V'],
};

/** Reads "III", "IIIA" or "II B" in a system. */
export function statedStage(
  knowledge: ModelKnowledge,
  system: StagingSystem,
  stated: string,
): Result<StatedStage, UnknownStage> {
  const model = modelOf(knowledge, system);
  const code = stated.replace(/\s+/g, '').toUpperCase();
  const stage = (wanted: string): (typeof model.stages)[number] | undefined =>
    model.stages.find((one) => one.code === wanted);
  const whole = stage(code);
  if (whole !== undefined)
    return success({ system, code, means: whole.means, model: stampOf(model, whole.status === 'draft') });
  const letter = (['A', 'B', 'C'] as const).find((one) => code.endsWith(one));
  const base = code.slice(0, -1);
  const part = stage(base);
  if (letter !== undefined && part !== undefined && withExtent[system]?.includes(base)) {
    const draft = part.status === 'draft';
    return success({ system, code: base, extent: letter, means: part.means, model: stampOf(model, draft) });
  }
  return failure({ kind: 'unknown-stage', system, expected: stagesOf(knowledge, system) });
}

/** Every stage of a system, with its extents where it has them. */
export function stagesOf(knowledge: ModelKnowledge, system: StagingSystem): readonly string[] {
  const bases = withExtent[system] ?? [];
  return modelOf(knowledge, system).stages.flatMap(({ code }) =>
    bases.includes(code) ? [code, ...['A', 'B', 'C'].map((each) => code + each)] : [code],
  );
}
