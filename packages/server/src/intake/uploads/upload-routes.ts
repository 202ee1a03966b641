// Uploads of tables: a look first, then taking them in. The file itself is the body; its name and how to read it are in
// the address.

import { z } from 'zod';
import { json, jsonAs, refuse } from '../../http/answer.ts';
import { type Route, uploadRoute } from '../../http/route.ts';
import { receive } from '../inbox/receive.ts';
import { previewOf } from './preview.ts';
import {
  mappingForm,
  rememberedMapping,
  rememberMapping,
  type UploadReading,
  usualAssigner,
} from './upload-reading.ts';

const roles = ['lead', 'it', 'machine'] as const;
const upTo = 50_000_000;
const name = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^/\\]*\.(csv|tsv|txt|xlsx|ndjson)$/i);
/** JSON in the address. */
const mapping = z
  .string()
  .max(5_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue({ code: 'custom', message: 'expected JSON' });
      return z.NEVER;
    }
  })
  .pipe(mappingForm);

const preview = uploadRoute({
  method: 'POST',
  url: '/api/imports/preview',
  roles,
  audit: 'none',
  upTo,
  query: z.strictObject({ name, mapping: mapping.optional() }),
  handle: async ({ tx }, { query, body }) => {
    const detected = await previewOf(body, query.name, query.mapping ?? null);
    const remembered = await rememberedMapping(tx, detected.headers);
    const shown =
      query.mapping === undefined && remembered !== null
        ? await previewOf(body, query.name, remembered)
        : detected;
    return json({ ...shown, remembered, assigner: await usualAssigner(tx) });
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
    /** Who gives the patients' numbers out, as PID-3.4 of messages says it. */
    assigner: z.string().max(200).optional(),
  }),
  handle: async ({ tx, user, at, audit, context }, { query, body }) => {
    const detected = await previewOf(body, query.name, query.mapping ?? null);
    const remembered = query.mapping ?? (await rememberedMapping(tx, detected.headers));
    if (detected.refusal !== null && (query.mapping !== undefined || remembered === null))
      return refuse('refused', detected.refusal, { headers: detected.headers });
    if (query.mapping !== undefined) await rememberMapping(tx, detected.headers, query.mapping, user.id, at);
    const reading: UploadReading = {
      name: query.name,
      mapping: remembered,
      assigner: query.assigner ?? (await usualAssigner(tx)),
    };
    const format = query.name.toLowerCase().endsWith('.xlsx') ? 'xlsx' : 'csv';
    const message = await receive(tx, { door: 'upload', format, raw: body, fileName: query.name, reading });
    if (!message.again) await context.intake.queue.send(tx, [null]);
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

export const uploadRoutes: readonly Route[] = [preview, take];
