// Pages that add something of the reader's own to a part of the guide: ticking off, questions for the doctor, the packing
// list to share, chances and, only when asked for, the chance of dying.

import type { ChecklistBlock } from '@breekpunt/inform';
import { z } from 'zod';
import { redirect } from '../../http/answer.ts';
import { guideRoute, type Route } from '../../http/route.ts';
import { blockHtml } from '../blocks/block-html.ts';
import { addDiaryRow, ownQuestions } from '../diary/diary.ts';
import { guideAnswer, sayOf } from '../html/guide-answer.ts';
import { html } from '../html/html.ts';
import { readGuide } from '../read-guide.ts';
import { sentIdIn } from './diary-page.ts';
import { hereFrom } from './here.ts';
import { blocksFor, sectionOf, settingOf, showSection, sourcesHtml } from './section-page.ts';

const tick = guideRoute({
  method: 'POST',
  url: '/g/:site/:link/gedaan',
  audit: 'create',
  body: z.record(z.string(), z.string().max(200)),
  handle: async (visit, { body }) => {
    const { tx, guest, today, at } = visit;
    const what = body['what'] ?? '';
    if (/^[\w.:-]{1,120}$/.test(what)) {
      const content = { what, undone: body['undone'] === '1' };
      const of = { person: guest.person, link: guest.link };
      await addDiaryRow(tx, of, { kind: 'done', on: today, content, at, sentId: sentIdIn(body) });
    }
    visit.audit({ action: 'create', detail: { what: 'done' } });
    return redirect(`${guest.path}${hereFrom(body)}`);
  },
});

const questions = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/vragen',
  audit: 'view',
  handle: async (visit) => {
    const say = sayOf(visit);
    const { path, person } = visit.guest;
    const own = await ownQuestions(visit.tx, person);
    const after = html`<section><h2>${say('questions.own')}</h2>
${own.length > 0 && html`<ul class="plain">${own.map(({ id, text }) => html`<li class="card"><p>${text}</p><form method="post" action="${path}/vragen"><input type="hidden" name="strikes" value="${id}"><button class="quiet" type="submit">${say('questions.strike')}</button></form></li>`)}</ul>`}
<form method="post" action="${path}/vragen" data-queued><label for="question">${say('questions.new')}</label>
<textarea id="question" name="text" rows="3" maxlength="500" required></textarea>
<button type="submit">${say('questions.add')}</button></form></section>`;
    return showSection(visit, 'questions', 'vragen', { title: say('questions.own'), after });
  },
});

const keepQuestion = guideRoute({
  method: 'POST',
  url: '/g/:site/:link/vragen',
  audit: 'create',
  body: z.record(z.string(), z.string().max(2_000)),
  handle: async (visit, { body }) => {
    const { tx, guest, today, at } = visit;
    const text = (body['text'] ?? '').trim().slice(0, 500);
    const strikes = Number(body['strikes']);
    const content = text !== '' ? { text } : Number.isSafeInteger(strikes) ? { strikes } : null;
    const of = { person: guest.person, link: guest.link };
    if (content !== null)
      await addDiaryRow(tx, of, { kind: 'question', on: today, content, at, sentId: sentIdIn(body) });
    visit.audit({ action: 'create', detail: { what: 'question' } });
    return redirect(`${guest.path}/vragen`);
  },
});

const packing = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/inpakken',
  audit: 'view',
  handle: async (visit) => {
    const { guide } = await readGuide(visit);
    const say = sayOf(visit);
    const lists = (sectionOf(guide, 'packing-list')?.blocks ?? []).filter(
      (block): block is ChecklistBlock => block.kind === 'checklist',
    );
    const lines = lists.flatMap(({ items }) => items.map(({ text }) => `- ${text}`));
    const text = [say('pack.share'), ...lines].join('\n');
    const after =
      lines.length === 0
        ? null
        : html`<section class="noprint"><h2>${say('pack.title')}</h2><p>${say('pack.text')}</p>
<p><button class="with-script" type="button" data-share="${text}">${say('pack.send')}</button></p>
<p><a class="button quiet" href="mailto:?subject=${encodeURIComponent(say('pack.subject'))}&amp;body=${encodeURIComponent(text)}">${say('pack.mail')}</a></p>
<p><a class="button quiet" href="sms:?&amp;body=${encodeURIComponent(text)}">${say('pack.sms')}</a></p></section>`;
    return showSection(
      visit,
      'packing-list',
      'inpakken',
      after === null ? null : { title: say('pack.title'), after },
    );
  },
});

const chances = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/risico',
  audit: 'view',
  handle: (visit) => showSection(visit, 'complications', 'risico'),
});

/** How many people die stands behind a question of its own, and behind a second page. */
const outlook = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/vooruitzicht',
  audit: 'view',
  query: z.object({ toon: z.string().optional().catch(undefined) }),
  handle: async (visit, { query: { toon } }) => {
    visit.audit({ action: 'view', detail: { page: 'vooruitzicht', asked: toon === 'ja' } });
    const say = sayOf(visit);
    const { path, forCarer } = visit.guest;
    if (toon !== 'ja') {
      const body = html`<p>${say('outlook.ask')}</p><p>${say('outlook.choice')}</p>
<form method="get" action="${path}/vooruitzicht"><button type="submit" name="toon" value="ja">${say('outlook.yes')}</button></form>
<p><a class="button quiet" href="${path}/alles">${say('outlook.no')}</a></p>`;
      return guideAnswer(visit, { title: say('outlook.title'), body, back: '/alles' });
    }
    const { guide } = await readGuide(visit, { mortality: true });
    const setting = await settingOf(visit, '/vooruitzicht');
    const blocks = blocksFor(sectionOf(guide, 'mortality')?.blocks ?? [], forCarer);
    const body = html`${blocks.map((block) => blockHtml(block, setting))}
${blocks.length === 0 && html`<p class="unknown">${say('outlook.none')}</p>`}${sourcesHtml(blocks, guide, say)}`;
    return guideAnswer(visit, { title: say('outlook.title'), body, back: '/alles' });
  },
});

export const smallPages: readonly Route[] = [tick, questions, keepQuestion, packing, chances, outlook];
