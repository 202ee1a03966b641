// Images of a spine and what is read on them, over HTTP.

import { knownDate, parseCalendarDate, unreachable, vertebralLevels } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { z } from 'zod';
import { noSuchCase } from '../case/no-such-case.ts';
import { announce } from '../events/announce.ts';
import { type Answer, created, file, json, nothing, refuse } from '../http/answer.ts';
import { type Route, siteRoute, uploadRoute } from '../http/route.ts';
import type { Visit } from '../http/visit.ts';
import { carers } from '../people/role.ts';
import { compareImages } from './compare-images.ts';
import {
  type ImageReading,
  readingsOf,
  type SavedReadings,
  type SaveRefused,
  saveReadings,
} from './image-readings.ts';
import { type MeasureRefused, measureImage, readLevels } from './measure-image.ts';
import { type DicomImage, readDicom } from './read-dicom.ts';
import {
  addSpineImage,
  type ImageRefused,
  imageContent,
  imagings,
  type SpineImage,
  spineImagesOf,
  spineImagesOfPerson,
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

/** Images on which something was read. */
export type ComparableImages = readonly (Pick<SpineImage, 'id' | 'imaging' | 'takenOn'> & {
  readonly vertebrae: number;
})[];

const upTo = 24_000_000;
const caseParams = z.strictObject({ case: z.coerce.number().int().positive() });
const imageParams = caseParams.extend({ image: z.coerce.number().int().positive() });
const day = z
  .string()
  .refine((text) => parseCalendarDate(text).ok, { message: 'a day such as 2026-11-22' })
  .transform(knownDate);
const level = z.enum(vertebralLevels);
const place = z.number().min(0).max(10_000);
const points = z.array(z.strictObject({ x: place, y: place }).nullable()).length(6);
const reading = z.strictObject({
  level,
  readable: z.enum(['yes', 'no', 'not-recorded']),
  seen: z
    .strictObject({
      grade: z.union([z.literal(0), z.literal(0.5), z.literal(1), z.literal(2), z.literal(3)]),
      shape: z.enum(['normal', 'wedge', 'biconcave', 'crush']).nullable(),
    })
    .nullable(),
  points: points.nullable(),
});

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
      images: await inOrder(images, async (image) => ({ ...image, ...(await readingsOf(tx, image.id)) })),
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

/** Of any case of the person, so that an image of years ago can be held beside that of today. */
const comparable = siteRoute({
  method: 'GET',
  url: '/api/cases/:case/spine-images/comparable',
  roles: carers,
  audit: 'view',
  params: caseParams,
  handle: async (visit, { params }) => {
    const person = await personOf(visit, params.case);
    if (person === null) return noSuchCase();
    const images = await spineImagesOfPerson(visit.tx, person.person_id);
    const read = await inOrder(images, async ({ id, imaging, takenOn }) => {
      const { readings } = await readingsOf(visit.tx, id);
      return { id, imaging, takenOn, vertebrae: readings.length };
    });
    visit.audit({
      action: 'view',
      person: person.person_id,
      object: caseObject(params.case),
      detail: { part: 'spine-images' },
    });
    return json(read.filter(({ vertebrae }) => vertebrae > 0) satisfies ComparableImages);
  },
});

const compare = siteRoute({
  method: 'GET',
  url: '/api/cases/:case/spine-images/compared',
  roles: carers,
  audit: 'view',
  params: caseParams,
  query: z.strictObject({
    earlier: z.coerce.number().int().positive(),
    later: z.coerce.number().int().positive(),
  }),
  handle: async (visit, { params, query }) => {
    const { tx, today } = visit;
    const person = await personOf(visit, params.case);
    if (person === null) return noSuchCase();
    const images = await spineImagesOfPerson(tx, person.person_id);
    const [earlier, later] = [query.earlier, query.later].map((id) => images.find((each) => each.id === id));
    if (earlier === undefined || later === undefined) return noSuchImage();
    const knowledge = loadKnowledge();
    const levels = readLevels(knowledge, today);
    const read = async (image: SpineImage) => ({ ...image, ...(await readingsOf(tx, image.id)) });
    const [before, after] = [await read(earlier), await read(later)];
    const found = compareImages(knowledge, today, levels.ok ? levels.value : [], before, after);
    if (found === null)
      return refuse('refused', 'The second image must be taken on a later day than the first.', {
        at: 'query.later',
        why: 'not-later',
      });
    visit.audit({
      action: 'view',
      person: person.person_id,
      object: caseObject(params.case),
      detail: { part: 'spine-images compared' },
    });
    return json(found);
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

/** Four numbers of four bytes (width, height, black, white), then the pixels. */
function greyFile({ width, height, window, pixels }: DicomImage): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(width, 0);
  head.writeUInt32LE(height, 4);
  head.writeInt32LE(Math.round(window?.low ?? -1), 8);
  head.writeInt32LE(Math.round(window?.high ?? -1), 12);
  return Buffer.concat([head, pixels]);
}

/** While points are dragged: no record is read or written, so nothing of a person is in it. */
const measure = siteRoute({
  method: 'POST',
  url: '/api/morphometry/measure',
  roles: carers,
  audit: 'none',
  body: z.strictObject({
    mm: z.strictObject({ across: z.number().positive(), down: z.number().positive() }).nullable(),
    vertebrae: z.array(z.strictObject({ level, points })).max(20),
    kyphosis: z.strictObject({ upper: level, lower: level }).nullable(),
  }),
  handle: async ({ today }, { body }) => {
    const measured = measureImage(loadKnowledge(), today, body.vertebrae, body.kyphosis, body.mm);
    return measured.ok ? json(measured.value) : measureRefusal(measured.error);
  },
});

const save = siteRoute({
  method: 'PUT',
  url: '/api/cases/:case/spine-images/:image/readings',
  roles: carers,
  audit: 'change',
  params: imageParams,
  body: z.strictObject({
    onVersion: z.number().int().min(0),
    readings: z.array(reading).max(20),
  }),
  handle: async (visit, { params, body }) => {
    const person = await personOf(visit, params.case);
    const image = (await spineImagesOf(visit.tx, params.case)).find(({ id }) => id === params.image);
    if (person === null || image === undefined) return noSuchImage();
    const of = { case: params.case, person: person.person_id, image };
    const readings: readonly ImageReading[] = body.readings;
    const saved = await saveReadings(visit, loadKnowledge(), of, body.onVersion, readings);
    if (!saved.ok) return saveRefusal(saved.error);
    await announce(visit.tx, { topic: 'case', change: 'changed', id: params.case });
    visit.audit({
      action: 'change',
      person: person.person_id,
      object: imageObject(params.image),
      detail: { readings: readings.length },
    });
    return json(saved.value);
  },
});

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

async function personOf({ tx }: Visit, id: number) {
  const row = await tx.db
    .selectFrom('fls_case as c')
    .innerJoin('person as p', (on) =>
      on.onRef('p.site_id', '=', 'c.site_id').onRef('p.person_id', '=', 'c.person_id'),
    )
    .select(['p.person_id', 'p.family_name', 'p.given_name', 'p.birth_date'])
    .where('c.site_id', '=', tx.site)
    .where('c.fls_case_id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

async function inOrder<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}

function caseObject(id: number): { readonly type: string; readonly id: string } {
  return { type: 'case', id: String(id) };
}

function imageObject(id: number): { readonly type: string; readonly id: string } {
  return { type: 'spine-image', id: String(id) };
}

function noSuchImage(): Answer {
  return refuse('not-found', 'This case has no such image.');
}

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

function measureRefusal(error: MeasureRefused): Answer {
  return refuse('refused', 'These vertebrae cannot be measured together.', { why: error.kind });
}

function saveRefusal(error: SaveRefused): Answer {
  switch (error.kind) {
    case 'changed-meanwhile':
      return refuse('changed-meanwhile', 'Somebody else read this image meanwhile. Open it again.', {
        version: error.version,
      });
    case 'graded-but-not-readable':
      return refuse('refused', 'A vertebra that is not readable has no grade and no points.', {
        why: error.kind,
      });
    case 'point-outside-image':
      return refuse('refused', 'A point lies outside the image.', { why: error.kind });
    default:
      return measureRefusal(error);
  }
}

export const morphometryRoutes: readonly Route[] = [
  list,
  comparable,
  compare,
  upload,
  content,
  measure,
  save,
  withdraw,
];
