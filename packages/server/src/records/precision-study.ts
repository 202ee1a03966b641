// Precision studies of the hospital's bone densitometers. A study is never changed: a wrong one is withdrawn, and stays.

import type { DxaMaker, DxaSite, Precision } from '@breekpunt/investigate';
import type { SiteTransaction } from '../database/site-transaction.ts';

/** A study as it is written down. */
export interface NewPrecisionStudy extends Precision {
  readonly maker: Exclude<DxaMaker, 'not-recorded'>;
  /** As the device names itself; null when nobody wrote it down. */
  readonly model: string | null;
}

export interface PrecisionStudy extends NewPrecisionStudy {
  readonly id: number;
  readonly recordedAt: Date;
}

type StoredRegion = 'lumbar-spine' | 'femoral-neck' | 'total-hip' | 'forearm';

/** The regions in which densities are stored. */
const regionOf: Readonly<Partial<Record<DxaSite, StoredRegion>>> = {
  'lumbar-spine': 'lumbar-spine',
  'femoral-neck': 'femoral-neck',
  'total-hip': 'total-hip',
  'forearm-33': 'forearm',
};

export async function addPrecisionStudy(
  tx: SiteTransaction,
  study: NewPrecisionStudy,
  by: { readonly user: number; readonly at: Date },
): Promise<number> {
  const region = regionOf[study.site];
  if (region === undefined) throw new Error(`No density of ${study.site} is stored`);
  const row = await tx.db
    .insertInto('precision_study')
    .values({
      site_id: tx.site,
      device_maker: study.maker,
      device_model: study.model,
      device_serial: study.serial,
      region,
      vertebrae_used: [...study.vertebrae],
      precision_error: study.error,
      unit: study.unit,
      studied_on: study.studiedOn,
      recorded_by: by.user,
      recorded_at: by.at,
    })
    .returning('precision_study_id')
    .executeTakeFirstOrThrow();
  return row.precision_study_id;
}

/** By device, then region, the newest first. */
export async function precisionStudies(tx: SiteTransaction): Promise<PrecisionStudy[]> {
  const rows = await tx.db
    .selectFrom('precision_study')
    .selectAll()
    .where('site_id', '=', tx.site)
    .where('withdrawn_at', 'is', null)
    .orderBy('device_serial')
    .orderBy('region')
    .orderBy('studied_on', 'desc')
    .orderBy('precision_study_id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.precision_study_id,
    maker: row.device_maker,
    model: row.device_model,
    serial: row.device_serial,
    site: row.region === 'forearm' ? 'forearm-33' : row.region,
    vertebrae: row.vertebrae_used,
    error: row.precision_error,
    unit: row.unit,
    studiedOn: row.studied_on,
    recordedAt: row.recorded_at,
  }));
}

/** False when no such study stands. */
export async function withdrawPrecisionStudy(
  tx: SiteTransaction,
  id: number,
  by: { readonly user: number; readonly at: Date },
): Promise<boolean> {
  const row = await tx.db
    .updateTable('precision_study')
    .set({ withdrawn_by: by.user, withdrawn_at: by.at })
    .where('site_id', '=', tx.site)
    .where('precision_study_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .returning('precision_study_id')
    .executeTakeFirst();
  return row !== undefined;
}
