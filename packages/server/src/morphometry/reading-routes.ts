// What is read on an image of a spine, over HTTP: measuring while points are dragged, and keeping it.

import { vertebralLevels } from '@breekpunt/core';
import { loadKnowledge } from '@breekpunt/knowledge';
import { z } from 'zod';
import { announce } from '../events/announce.ts';
import { type Answer, json, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { carers } from '../people/role.ts';
import { imageObject, imageParams, noSuchImage, personOf } from './image-of-case.ts';
import { type ImageReading, type SaveRefused, saveReadings } from './image-readings.ts';
import { type MeasureRefused, measureImage } from './measure-image.ts';
import { spineImagesOf } from './spine-image.ts';

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

export const readingRoutes: readonly Route[] = [measure, save];
