// Uploads of tables: a look first, then taking them in, and the rows that were left out as a file. The uploaded file itself
// is the body; its name and how to read it are in the address.

import { Readable } from 'node:stream';
import { z } from 'zod';
import { file, json, jsonAs, refuse } from '../../http/answer.ts';
import { type Route, siteRoute, uploadRoute } from '../../http/route.ts';
import { leftOutFile, untakableForm } from './left-out.ts';
import { type Preview, previewOf } from './preview.ts';
import { receiveTable, settleReading } from './receive-table.ts';
import { rememberReading } from './remembered-reading.ts';
import { type FileShape, mappingForm, readingForm, shapeForm, usualAssigner } from './upload-reading.ts';

const roles = ['nurse', 'lead', 'it', 'machine'] as const;
const upTo = 50_000_000;
const name = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^/\\]*\.(csv|tsv|txt|xlsx|ndjson)$/i);
/** JSON in the address. */
const inAddress = z
  .string()
  .max(5_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'expected JSON' });
      return z.NEVER;
    }
  });
const mapping = inAddress.pipe(mappingForm);
const shape = inAddress.pipe(shapeForm);

/** The answer to a look. */
export interface UploadPreview extends Preview {
  /** Whether such a table was read before, and is read so again. */
  readonly remembered: boolean;
  /** What was said of the file's form, now or before. */
  readonly shape: FileShape;
  readonly assigner: string;
}

const preview = uploadRoute({
  method: 'POST',
  url: '/api/imports/preview',
  roles,
  audit: 'none',
  upTo,
  query: z.strictObject({ name, mapping: mapping.optional(), shape: shape.optional() }),
  handle: async ({ tx }, { query, body }) => {
    const said = await settleReading(tx, body, query);
    const shown = await previewOf(body, query.name, said.mapping, said.shape);
    const answer: UploadPreview = {
      ...shown,
      remembered: said.remembered,
      shape: said.shape,
      assigner: await usualAssigner(tx),
    };
    return json(answer);
  },
});

const take = uploadRoute({
  method: 'POST',
  url: '/api/imports',
  roles,
  audit: 'import',
  upTo,
  query: z.strictObject({
    name,
    mapping: mapping.optional(),
    shape: shape.optional(),
    /** Who gives the patients' numbers out, as PID-3.4 of messages says it. */
    assigner: z.string().min(1).max(200).optional(),
  }),
  handle: async ({ tx, user, at, audit, context }, { query, body }) => {
    const said = await settleReading(tx, body, query);
    const message = await receiveTable(tx, context.intake.queue, {
      door: 'upload',
      name: query.name,
      raw: body,
      reading: said,
      assigner: query.assigner,
    });
    if ('sentence' in message)
      return refuse('refused', message.sentence, { headers: said.headers, why: message.code });
    if (query.mapping !== undefined && said.headers.length > 0)
      await rememberReading(tx, said.headers, { mapping: query.mapping, shape: said.shape }, user.id, at);
    audit({
      action: 'import',
      object: { type: 'inbox_message', id: String(message.id) },
      detail: { door: 'upload', again: message.again },
    });
    return jsonAs('application/json', 202, {
      message: message.id,
      again: message.again,
      state: message.state,
    });
  },
});

const rejects = siteRoute({
  method: 'GET',
  url: '/api/inbox/:message/left-out',
  roles: ['nurse', 'lead', 'it'],
  audit: 'export',
  params: z.strictObject({ message: z.coerce.number().int().positive() }),
  handle: async ({ tx, audit }, { params: { message } }) => {
    const found = await tx.db
      .selectFrom('inbox_message')
      .select(['raw', 'reading', 'left_out'])
      .where('site_id', '=', tx.site)
      .where('inbox_message_id', '=', message)
      .where('reading', 'is not', null)
      .executeTakeFirst();
    if (found === undefined) return refuse('not-found', 'There is no such uploaded table at this hospital.');
    audit({
      action: 'export',
      object: { type: 'inbox_message', id: String(message) },
      detail: { part: 'left-out' },
    });
    const untakable = found.left_out === null ? [] : untakableForm.parse(found.left_out);
    const rows = leftOutFile(found.raw, readingForm.parse(found.reading), untakable);
    return file(`left-out-${message}.csv`, 'text/csv', Readable.from(rows));
  },
});

export const uploadRoutes: readonly Route[] = [preview, take, rejects];
