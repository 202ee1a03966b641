// What the reader answers in the check of home and aids (the page itself is the section "thuis").

import type { HomeCheckBlock } from '@breekpunt/inform';
import { z } from 'zod';
import { redirect } from '../../http/answer.ts';
import { guideRoute, type Route } from '../../http/route.ts';
import { addDiaryRow } from '../diary/diary.ts';
import { readGuide } from '../read-guide.ts';
import { sentIdIn } from './diary-page.ts';
import { sectionOf } from './section-page.ts';

const answer = z.enum(['yes', 'no', 'not-recorded']).catch('not-recorded');

const keep = guideRoute({
  method: 'POST',
  url: '/g/:site/:link/thuis',
  audit: 'create',
  body: z.record(z.string(), z.string().max(200)),
  handle: async (visit, { body }) => {
    const { tx, guest, today, at } = visit;
    const { guide } = await readGuide(visit);
    const check = (sectionOf(guide, 'home-and-aids')?.blocks ?? []).find(
      (block): block is HomeCheckBlock => block.kind === 'home-check',
    );
    const given = (check?.questions ?? []).flatMap(({ id }) =>
      body[id] === undefined ? [] : [[id, answer.parse(body[id])] as const],
    );
    if (given.length > 0)
      await addDiaryRow(
        tx,
        { person: guest.person, link: guest.link },
        { kind: 'home-check', on: today, content: Object.fromEntries(given), at, sentId: sentIdIn(body) },
      );
    visit.audit({ action: 'create', detail: { what: 'home-check' } });
    return redirect(`${guest.path}/thuis#past`);
  },
});

export const homePages: readonly Route[] = [keep];
