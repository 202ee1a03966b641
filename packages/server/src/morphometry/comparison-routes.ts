// Two images of one spine beside each other, over HTTP.

import { loadKnowledge } from '@breekpunt/knowledge';
import { z } from 'zod';
import { noSuchCase } from '../case/no-such-case.ts';
import { json, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { carers } from '../people/role.ts';
import { compareImages } from './compare-images.ts';
import { caseObject, caseParams, noSuchImage, personOf } from './image-of-case.ts';
import { readingsOf } from './image-readings.ts';
import { readLevels } from './measure-image.ts';
import { type SpineImage, spineImagesOfPerson } from './spine-image.ts';

/** Images on which something was read. */
export type ComparableImages = readonly (Pick<SpineImage, 'id' | 'imaging' | 'takenOn'> & {
  readonly vertebrae: number;
})[];

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
    const read = [];
    for (const { id, imaging, takenOn } of images) {
      const { readings } = await readingsOf(visit.tx, id);
      if (readings.length > 0) read.push({ id, imaging, takenOn, vertebrae: readings.length });
    }
    visit.audit({
      action: 'view',
      person: person.person_id,
      object: caseObject(params.case),
      detail: { part: 'spine-images' },
    });
    return json(read satisfies ComparableImages);
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

export const comparisonRoutes: readonly Route[] = [comparable, compare];
