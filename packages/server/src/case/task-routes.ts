// Tasks over HTTP: mine or everybody's, and ticking one off.

import { z } from 'zod';
import { announce } from '../events/announce.ts';
import { json, refuse } from '../http/answer.ts';
import { type Route, siteRoute } from '../http/route.ts';
import { carers } from '../people/role.ts';
import { readTasks, tickTask } from './tasks.ts';

const mostTasks = 500;

const list = siteRoute({
  method: 'GET',
  url: '/api/tasks',
  roles: carers,
  audit: 'list',
  query: z.strictObject({ whose: z.enum(['me', 'all']).default('me') }),
  handle: async ({ tx, user, today, audit }, { query: { whose } }) => {
    const tasks = await readTasks(tx, today, whose === 'me' ? { owner: user.id } : {}, mostTasks);
    audit({
      action: 'list',
      shown: [...new Set(tasks.map(({ patient }) => patient.id))],
      object: { type: 'task', id: whose },
    });
    return json({ tasks });
  },
});

const tick = siteRoute({
  method: 'PATCH',
  url: '/api/tasks/:task',
  roles: carers,
  audit: 'change',
  params: z.strictObject({ task: z.coerce.number().int().positive() }),
  body: z.strictObject({ onVersion: z.number().int().positive(), done: z.boolean() }),
  handle: async ({ tx, user, at, audit }, { params: { task }, body: { onVersion, done } }) => {
    const ticked = await tickTask(tx, task, onVersion, done, user.id, at);
    if (!ticked.ok)
      return ticked.error.kind === 'not-found'
        ? refuse('not-found', 'There is no such task at this hospital.')
        : refuse('changed-meanwhile', 'Somebody else changed this task meanwhile. Read it again.', {
            version: ticked.error.version,
            at: ticked.error.at,
          });
    await announce(tx, { topic: 'task', change: 'changed', id: task });
    audit({ action: 'change', object: { type: 'task', id: String(task) }, detail: { done } });
    return json({ version: ticked.value });
  },
});

export const taskRoutes: readonly Route[] = [list, tick];
