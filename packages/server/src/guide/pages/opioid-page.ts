// What the reader says about a strong painkiller, from the card of that medicine: its last day, that it is over, or that it
// is still taken after its last day. The last comes before the team.

import { parseCalendarDate } from '@breekpunt/core';
import { z } from 'zod';
import { redirect } from '../../http/answer.ts';
import { guideRoute, type Route } from '../../http/route.ts';
import { siteLanguage } from '../../records/site-language.ts';
import { stillTaken } from '../blocks/opioid-html.ts';
import { addDiaryRow } from '../diary/diary.ts';
import { tellTeam } from '../diary/diary-task.ts';
import { sayIn } from '../words/guide-words.ts';
import { sentIdIn } from './diary-page.ts';
import { hereFrom } from './here.ts';

const keep = guideRoute({
  method: 'POST',
  url: '/g/:site/:link/sterke-pijnstiller',
  audit: 'create',
  body: z.record(z.string(), z.string().max(200)),
  handle: async (visit, { body }) => {
    const { tx, guest, today, at } = visit;
    const of = { person: guest.person, link: guest.link };
    const sentId = sentIdIn(body);
    const day = parseCalendarDate(body['stopOn'] ?? '');
    const row = { on: today, at, sentId };
    if (body['said'] === 'stopped')
      await addDiaryRow(tx, of, { ...row, kind: 'opioid-stop', content: { stopped: true } });
    else if (body['said'] === 'day' && day.ok)
      await addDiaryRow(tx, of, { ...row, kind: 'opioid-stop', content: { stopOn: day.value } });
    else if (body['said'] === 'still') {
      await addDiaryRow(tx, of, { ...row, kind: 'done', content: { what: stillTaken, undone: false } });
      const team = sayIn(await siteLanguage(tx));
      await tellTeam(tx, guest, 'guide-worse', team('task.opioid'), today, at);
    }
    visit.audit({ action: 'create', detail: { what: 'opioid' } });
    return redirect(`${guest.path}${hereFrom(body)}`);
  },
});

export const opioidPages: readonly Route[] = [keep];
