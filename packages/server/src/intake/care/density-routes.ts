// A table of bone densitometries over HTTP: a look that keeps nothing, then taking it in. The file is the body; its name and whose
// patient numbers it holds are in the address.

import { z } from 'zod';
import { announce } from '../../events/announce.ts';
import { created, json, refuse } from '../../http/answer.ts';
import { type Route, uploadRoute } from '../../http/route.ts';
import { usualAssigner } from '../uploads/upload-reading.ts';
import {
  type DensityPreview,
  type DensityTaken,
  judgeDensityTable,
  takeDensityTable,
} from './density-table.ts';

const roles = ['nurse', 'lead', 'it', 'machine'] as const;
/** Some fifty thousand rows; all of them are taken in one transaction. */
const upTo = 10_000_000;
const name = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^/\\]*\.(csv|tsv|txt|xlsx)$/i);

/** The answer to a look. */
export interface DensityLook extends DensityPreview {
  readonly assigner: string;
}

const preview = uploadRoute({
  method: 'POST',
  url: '/api/imports/densities/preview',
  roles,
  audit: 'none',
  upTo,
  query: z.strictObject({ name }),
  handle: async ({ tx, today }, { body }) => {
    const { sound: _sound, ...shown } = await judgeDensityTable(body, today);
    const answer: DensityLook = { ...shown, assigner: await usualAssigner(tx) };
    return json(answer);
  },
});

const take = uploadRoute({
  method: 'POST',
  url: '/api/imports/densities',
  roles,
  audit: 'import',
  upTo,
  query: z.strictObject({
    name,
    /** Who gives the patients' numbers out, as PID-3.4 of messages says it. */
    assigner: z.string().min(1).max(200).optional(),
  }),
  handle: async ({ tx, at, today, audit, context }, { query, body }) => {
    const assigner = query.assigner ?? (await usualAssigner(tx));
    const file = { name: query.name, raw: body, assigner };
    const taken = await takeDensityTable(tx, context.keys, file, { today, at });
    if (taken === null)
      return refuse(
        'refused',
        'Expected a table with the columns patient, date, region, and one of BMD, T-score, Z-score.',
      );
    const { persons, ...answer } = taken;
    audit({
      action: 'import',
      shown: persons,
      object: { type: 'inbox_message', id: String(answer.message) },
      detail: { door: 'upload', densities: answer.rows, rejects: answer.leftOut.length, again: answer.again },
    });
    await announce(tx, { topic: 'inbox', change: 'changed', id: answer.message });
    return created(answer satisfies DensityTaken);
  },
});

export const densityRoutes: readonly Route[] = [preview, take];
