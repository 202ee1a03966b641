// Risk scores that somebody kept: what came out, on which day, with which knowledge. Decision: a kept result is never changed;
// only a score that has a value can be kept, as it was seen.

import type { CalendarDate } from '@breekpunt/core';
import type { CaseRecord } from '../assessment/case-record.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type KeptRisk, type RiskAnswer, type RiskFigure, riskModels } from './risk-view.ts';

export interface RiskKeeper {
  readonly user: number;
  readonly at: Date;
  readonly today: CalendarDate;
}

export async function keepRisk(
  tx: SiteTransaction,
  of: { readonly case: number; readonly person: number },
  { model, edition, withBoneDensity, figures, readings, mark }: RiskAnswer,
  inputs: unknown,
  knowledgeVersion: string,
  { user, at, today }: RiskKeeper,
): Promise<number> {
  const row = await tx.db
    .insertInto('risk_result')
    .values({
      site_id: tx.site,
      person_id: of.person,
      fls_case_id: of.case,
      model,
      model_version: edition ?? 'entered',
      origin: model === 'frax' ? 'entered' : 'computed',
      with_bone_density: withBoneDensity === null ? 'not-recorded' : withBoneDensity ? 'yes' : 'no',
      valid_on: today,
      inputs: JSON.stringify(inputs),
      result: JSON.stringify({ ...percentsIn(figures), figures, readings, mark }),
      knowledge_version: knowledgeVersion,
      recorded_by: user,
      recorded_at: at,
    })
    .returning('risk_result_id')
    .executeTakeFirstOrThrow();
  return row.risk_result_id;
}

/** By the words under which whoever reads a stored result looks for a percentage. */
const percents: Readonly<Partial<Record<RiskFigure['what'], string>>> = {
  'any-fracture': 'osteoporoticPercent',
  major: 'majorPercent',
  hip: 'hipPercent',
  'death-30-days': 'deathWithin30DaysPercent',
};

function percentsIn(figures: readonly RiskFigure[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    figures.flatMap(({ what, least }) => {
      const name = percents[what];
      return name === undefined ? [] : [[name, least]];
    }),
  );
}

/** Newest first. */
export async function keptRisksOf(
  tx: SiteTransaction,
  { case: caseId, names }: Pick<CaseRecord, 'case' | 'names'>,
): Promise<KeptRisk[]> {
  const rows = await tx.db
    .selectFrom('risk_result')
    .select(['risk_result_id', 'model', 'valid_on', 'result', 'knowledge_version', 'recorded_by'])
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', caseId)
    .orderBy('risk_result_id', 'desc')
    .execute();
  return rows.flatMap((row) => {
    const model = riskModels.find((each) => each === row.model);
    const figures = figuresIn(row.result);
    if (model === undefined || figures === null) return [];
    return [
      {
        id: row.risk_result_id,
        model,
        on: row.valid_on,
        by: row.recorded_by === null ? null : (names.get(row.recorded_by) ?? null),
        figures,
        knowledgeVersion: row.knowledge_version,
      },
    ];
  });
}

/** An entered FRAX that was written through has percents and no figures: it stands in its own question. */
function figuresIn(result: unknown): readonly RiskFigure[] | null {
  if (typeof result !== 'object' || result === null || !('figures' in result)) return null;
  return Array.isArray(result.figures) ? (result.figures as readonly RiskFigure[]) : null;
}
