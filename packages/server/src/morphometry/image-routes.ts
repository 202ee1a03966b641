// Images of a spine over HTTP: which there are, bringing one, its content, and taking it back.

import { knownDate, parseCalendarDate, unreachable } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { z } from 'zod';
import { noSuchCase } from '../case/no-such-case.ts';
import type { SiteTransaction } from '../database/site-transaction.ts';
import { type Answer, created, file, json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute, uploadRoute } from '../http/route.ts';
import { carers } from '../people/role.ts';
import { caseObject, caseParams, imageObject, imageParams, noSuchImage, personOf } from './image-of-case.ts';
import { readingsOf, type SavedReadings } from './image-readings.ts';
import { readLevels } from './measure-image.ts';
import { type DicomImage, readDicom } from './read-dicom.ts';
import {
  addSpineImage,
  type ImageRefused,
  imageContent,
  imagings,
  type SpineImage,
  spineImagesOf,
} from './spine-image.ts';

export interface SpineImages {
  readonly patient: {
    readonly familyName: string | null;
    readonly givenName: string | null;
    readonly birthDate: string | null;
  };
  readonly images: readonly (SpineImage & SavedReadings)[];
  /** From above. */
  readonly levels: readonly string[];
}

const upTo = 24_000_000;
const day = z
  .string()
  .refine((text) => parseCalendarDate(text).ok, { message: 'a day such as 2026-11-22' })
  .transform(knownDate);

const list = siteRoute({
  method: 'GET',
  url: '/api/cases/:case/spine-images',
  roles: carers,
  audit: 'view',
  params: caseParams,
  handle: async (visit, { params }) => {
    const { tx, today } = visit;
    const person = await personOf(visit, params.case);
    if (person === null) return noSuchCase();
    const levels = readLevels(loadKnowledge(), today);
    const images = await spineImagesOf(tx, params.case);
    const answer: SpineImages = {
      patient: { familyName: person.family_name, givenName: person.given_name, birthDate: person.birth_date },
      images: await withReadings(tx, images),
      levels: levels.ok ? levels.value : [],
    };
    visit.audit({
      action: 'view',
      person: person.person_id,
      object: caseObject(params.case),
      detail: { part: 'spine-images' },
    });
    return json(answer);
  },
});

const upload = uploadRoute({
  method: 'POST',
  url: '/api/cases/:case/spine-images',
  roles: carers,
  audit: 'create',
  upTo,
  params: caseParams,
  query: z.strictObject({ imaging: z.enum(imagings), takenOn: day }),
  handle: async (visit, { params, query, body }) => {
    const person = await personOf(visit, params.case);
    if (person === null) return noSuchCase();
    if (query.takenOn > visit.today)
      return refuse('refused', 'An image is taken today or before.', { at: 'query.takenOn' });
    const added = await addSpineImage(visit.tx, {
      case: params.case,
      person: person.person_id,
      ...query,
      content: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
      by: visit.user.id,
      at: visit.at,
    });
    if (!added.ok) return imageRefusal(added.error);
    visit.audit({ action: 'create', person: person.person_id, object: imageObject(added.value) });
    return created({ id: added.value });
  },
});

const content = siteRoute({
  method: 'GET',
  url: '/api/cases/:case/spine-images/:image/content',
  roles: carers,
  audit: 'view',
  params: imageParams,
  handle: async (visit, { params }) => {
    const found = await imageContent(visit.tx, params.case, params.image);
    const person = await personOf(visit, params.case);
    if (found === null || person === null) return noSuchImage();
    visit.audit({ action: 'view', person: person.person_id, object: imageObject(params.image) });
    if (found.format !== 'dicom')
      return file(`spine.${found.format}`, `image/${found.format}`, found.content);
    const read = readDicom(found.content);
    if (!read.ok) throw new Error('An image that was read when it came can no longer be read');
    return file('spine.grey16', 'application/octet-stream', greyFile(read.value));
  },
});

/** One after the other: one connection holds the transaction. */
async function withReadings(
  tx: SiteTransaction,
  images: readonly SpineImage[],
): Promise<(SpineImage & SavedReadings)[]> {
  const read = [];
  for (const image of images) read.push({ ...image, ...(await readingsOf(tx, image.id)) });
  return read;
}

/** Four numbers of four bytes (width, height, black, white), then the pixels. */
function greyFile({ width, height, window, pixels }: DicomImage): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(width, 0);
  head.writeUInt32LE(height, 4);
  head.writeInt32LE(Math.round(window?.low ?? -1), 8);
  head.writeInt32LE(Math.round(window?.high ?? -1), 12);
  return Buffer.concat([head, pixels]);
}

/** An image of another patient, or one that cannot be used. Its readings go with it. */
const withdraw = siteRoute({
  method: 'DELETE',
  url: '/api/cases/:case/spine-images/:image',
  roles: carers,
  audit: 'withdraw',
  params: imageParams,
  handle: async (visit, { params }) => {
    const { tx, at } = visit;
    const person = await personOf(visit, params.case);
    const row = await tx.db
      .updateTable('spine_image')
      .set({ withdrawn_at: at })
      .where('site_id', '=', tx.site)
      .where('fls_case_id', '=', params.case)
      .where('spine_image_id', '=', params.image)
      .where('withdrawn_at', 'is', null)
      .returning('spine_image_id')
      .executeTakeFirst();
    if (row === undefined || person === null) return noSuchImage();
    await tx.db
      .updateTable('vertebra_reading')
      .set({ withdrawn_at: at })
      .where('site_id', '=', tx.site)
      .where('spine_image_id', '=', params.image)
      .where('withdrawn_at', 'is', null)
      .execute();
    visit.audit({ action: 'withdraw', person: person.person_id, object: imageObject(params.image) });
    return nothing();
  },
});

function imageRefusal(error: ImageRefused): Answer {
  switch (error.kind) {
    case 'not-an-image':
      return refuse('wrong-type', 'The file is no PNG, JPEG or DICOM image by its own bytes.', {
        why: error.kind,
      });
    case 'unreadable':
      return refuse('refused', 'The image is cut short, too large or damaged. Export it again.', {
        why: error.kind,
      });
    case 'compressed':
      return refuse('refused', 'The DICOM image is compressed. Export it uncompressed, or as PNG.', {
        why: error.kind,
        syntax: error.syntax,
      });
    case 'not-one-grey-frame':
      return refuse(
        'refused',
        'One grey image is expected; colour and film of several frames are not read.',
        {
          why: error.kind,
        },
      );
    case 'other-birth-date':
      return refuse(
        'refused',
        'The image says it is of a person with another birth date. Is it of this patient?',
        {
          why: error.kind,
        },
      );
    default:
      return unreachable(error);
  }
}

export const imageRoutes: readonly Route[] = [list, upload, content, withdraw];
