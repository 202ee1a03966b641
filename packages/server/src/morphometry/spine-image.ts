// Images of spines in the record: added, listed, read. Decision: an image is kept in the database like every other part of
// the record, so that it has the same walls between hospitals, the same backup and the same log.

import { type CalendarDate, failure, type Result, success } from '@breekpunt/core';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type ImageKind, imageKindOf, jpegSize, pngSize } from './image-kind.ts';
import { type DicomRefused, readDicom, type Scale } from './read-dicom.ts';

export const imagings = ['vfa', 'xray', 'ct', 'mri'] as const;

export interface SpineImage {
  readonly id: number;
  readonly imaging: (typeof imagings)[number];
  readonly takenOn: CalendarDate;
  readonly format: ImageKind;
  readonly width: number;
  readonly height: number;
  readonly scale: Scale;
  /** Null: ratios and angles only. */
  readonly mm: { readonly across: number; readonly down: number } | null;
  readonly by: string;
  readonly at: Date;
}

export interface NewSpineImage {
  readonly case: number;
  readonly person: number;
  readonly imaging: SpineImage['imaging'];
  readonly takenOn: CalendarDate;
  readonly content: Buffer;
  readonly by: number;
  readonly at: Date;
}

export type ImageRefused =
  | DicomRefused
  | { readonly kind: 'not-an-image' }
  /** The file says it is of a person born on another day. */
  | { readonly kind: 'other-birth-date' };

export async function addSpineImage(
  tx: SiteTransaction,
  image: NewSpineImage,
): Promise<Result<number, ImageRefused>> {
  const format = imageKindOf(image.content);
  if (format === null) return failure({ kind: 'not-an-image' });
  const read = format === 'dicom' ? readDicom(image.content) : plainImage(format, image.content);
  if (!read.ok) return read;
  const { width, height, scale, mm, birthDate } = read.value;
  if (birthDate !== null && (await isBornOtherwise(tx, image.person, birthDate)))
    return failure({ kind: 'other-birth-date' });
  const row = await tx.db
    .insertInto('spine_image')
    .values({
      site_id: tx.site,
      person_id: image.person,
      fls_case_id: image.case,
      imaging: image.imaging,
      taken_on: image.takenOn,
      format,
      content: image.content,
      width,
      height,
      scale,
      mm_across: mm?.across ?? null,
      mm_down: mm?.down ?? null,
      uploaded_by: image.by,
      uploaded_at: image.at,
    })
    .returning('spine_image_id')
    .executeTakeFirstOrThrow();
  return success(row.spine_image_id);
}

/** A picture without a header of its own has no scale and says of nobody that it is theirs. */
function plainImage(format: 'png' | 'jpeg', content: Buffer): Result<PlainImage, ImageRefused> {
  const size = format === 'png' ? pngSize(content) : jpegSize(content);
  return size === null
    ? failure({ kind: 'unreadable' })
    : success({ ...size, scale: 'none', mm: null, birthDate: null });
}

type PlainImage = Pick<SpineImage, 'width' | 'height' | 'scale' | 'mm'> & {
  readonly birthDate: string | null;
};

async function isBornOtherwise(
  { site, db }: SiteTransaction,
  person: number,
  written: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select(['birth_date', 'birth_precision'])
    .where('site_id', '=', site)
    .where('person_id', '=', person)
    .executeTakeFirst();
  if (row?.birth_date == null || row.birth_precision !== 'day' || !/^\d{8}$/.test(written)) return false;
  return row.birth_date.replaceAll('-', '') !== written;
}

/** Of a case, newest first. */
export function spineImagesOf(tx: SiteTransaction, flsCase: number): Promise<readonly SpineImage[]> {
  return imagesWhere(tx, 'i.fls_case_id', flsCase);
}

/** Of every case of a person, newest first. */
export function spineImagesOfPerson(tx: SiteTransaction, person: number): Promise<readonly SpineImage[]> {
  return imagesWhere(tx, 'i.person_id', person);
}

async function imagesWhere(
  tx: SiteTransaction,
  column: 'i.fls_case_id' | 'i.person_id',
  value: number,
): Promise<readonly SpineImage[]> {
  const rows = await tx.db
    .selectFrom('spine_image as i')
    .innerJoin('app_user as u', (on) =>
      on.onRef('u.site_id', '=', 'i.site_id').onRef('u.app_user_id', '=', 'i.uploaded_by'),
    )
    .select([
      'i.spine_image_id',
      'i.imaging',
      'i.taken_on',
      'i.format',
      'i.width',
      'i.height',
      'i.scale',
      'i.mm_across',
      'i.mm_down',
      'i.uploaded_at',
      'u.display_name',
    ])
    .where('i.site_id', '=', tx.site)
    .where(column, '=', value)
    .where('i.withdrawn_at', 'is', null)
    .orderBy('i.spine_image_id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.spine_image_id,
    imaging: row.imaging,
    takenOn: row.taken_on,
    format: row.format,
    width: row.width,
    height: row.height,
    scale: row.scale,
    mm: row.mm_across === null || row.mm_down === null ? null : { across: row.mm_across, down: row.mm_down },
    by: row.display_name,
    at: row.uploaded_at,
  }));
}

/** Null when this case of this hospital has no such image. */
export async function imageContent(
  tx: SiteTransaction,
  flsCase: number,
  image: number,
): Promise<{ readonly format: ImageKind; readonly content: Buffer } | null> {
  const row = await tx.db
    .selectFrom('spine_image')
    .select(['format', 'content'])
    .where('site_id', '=', tx.site)
    .where('fls_case_id', '=', flsCase)
    .where('spine_image_id', '=', image)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}
