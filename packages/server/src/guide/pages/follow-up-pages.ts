// "Hoe gaat het met u?": the questions of a contact that is due, one a page, three large answers, no default. Decision: it works
// as the alarm check does, each page an ordinary address; and the alarm check stands before it, because a question of
// follow-up is no place for what cannot wait.

import { z } from 'zod';
import { followUpRules } from '../../follow-up/follow-up-rules.ts';
import {
  type AskedContact,
  contactToAnswer,
  keepReply,
  questionsToAnswer,
  sendReply,
} from '../../follow-up/take-reply.ts';
import { redirect } from '../../http/answer.ts';
import { guideRoute, type Route } from '../../http/route.ts';
import { siteLanguage } from '../../records/site-language.ts';
import type { GuideVisit } from '../access/guide-visit.ts';
import { tellTeam } from '../diary/diary-task.ts';
import { guideAnswer, sayOf } from '../html/guide-answer.ts';
import { type Html, html } from '../html/html.ts';
import { dayInWords } from '../words/day-words.ts';
import { type FollowUpWord, questionFor, sayFollowUp } from '../words/follow-up-words.ts';
import { sayIn } from '../words/guide-words.ts';

const page = 'hoe-gaat-het';
const choices = [
  ['yes', 'yes'],
  ['no', 'no'],
  ['not-recorded', 'unknown'],
] as const;

async function asked(visit: GuideVisit): Promise<AskedContact | null> {
  const { tx, guest, today, at } = visit;
  return contactToAnswer(tx, guest.case, await followUpRules(tx, guest.country, today), at);
}

function wordsOf(visit: GuideVisit): (word: FollowUpWord, fill?: Record<string, string | number>) => string {
  const { language } = sayOf(visit);
  return (word, fill) => sayFollowUp(language, word, fill);
}

/** For the first page: that there are questions; null when there are none. */
export async function followUpCard(visit: GuideVisit): Promise<Html | null> {
  if ((await asked(visit)) === null) return null;
  const word = wordsOf(visit);
  return html`<section class="card"><p>${word('card')}</p>
<p><a class="button" href="${visit.guest.path}/${page}">${word('start')}</a></p></section>`;
}

const begin = guideRoute({
  method: 'GET',
  url: `/g/:site/:link/${page}`,
  audit: 'view',
  handle: async (visit) => {
    visit.audit({ action: 'view', detail: { page } });
    const word = wordsOf(visit);
    const { path } = visit.guest;
    const contact = await asked(visit);
    if (contact === null)
      return guideAnswer(visit, { title: word('title'), body: html`<p>${word('none')}</p>` });
    const body = html`<p>${word('intro', { n: questionsToAnswer(contact).length })}</p>
<p>${word('urgent')} <a href="${path}/check">${word('check')}</a></p>
<p><a class="button" href="${path}/${page}/1">${word('start')}</a></p>`;
    return guideAnswer(visit, { title: word('title'), body });
  },
});

const number = z.object({ number: z.coerce.number().int().catch(0) });

const ask = guideRoute({
  method: 'GET',
  url: `/g/:site/:link/${page}/:number`,
  audit: 'view',
  params: number,
  handle: async (visit, { params }) => {
    visit.audit({ action: 'view', detail: { page } });
    const { path } = visit.guest;
    const contact = await asked(visit);
    const questions = contact === null ? [] : questionsToAnswer(contact);
    const question = questions[params.number - 1];
    if (contact === null || question === undefined) return redirect(`${path}/${page}`);
    const word = wordsOf(visit);
    const body = html`<p class="muted">${word('place', { n: params.number, of: questions.length })}</p>
<form class="answers" method="post" action="${path}/${page}/${params.number}">
${choices.map(([value, name]) => html`<button type="submit" name="answer" value="${value}">${word(name)}</button>`)}
</form>`;
    const back = params.number > 1 ? `/${page}/${params.number - 1}` : `/${page}`;
    const title = questionFor(sayOf(visit).language, question, contact.sheet.drug);
    return guideAnswer(visit, { title, body, back, plain: true });
  },
});

const answer = guideRoute({
  method: 'POST',
  url: `/g/:site/:link/${page}/:number`,
  audit: 'create',
  params: number,
  body: z.object({ answer: z.enum(['yes', 'no', 'not-recorded']).catch('not-recorded') }),
  handle: async (visit, { params, body }) => {
    visit.audit({ action: 'create', detail: { what: 'follow-up-answer' } });
    const { tx, guest, at } = visit;
    const contact = await asked(visit);
    const question = contact === null ? undefined : questionsToAnswer(contact)[params.number - 1];
    if (contact === null || question === undefined) return redirect(`${guest.path}/${page}`);
    const answers = { [question]: body.answer };
    await keepReply(tx, guest, contact, answers, at);
    const now = questionsToAnswer({ ...contact, given: { ...contact.given, ...answers } });
    const over = params.number >= now.length;
    return redirect(`${guest.path}/${page}/${over ? 'nog-iets' : params.number + 1}`);
  },
});

const last = guideRoute({
  method: 'GET',
  url: `/g/:site/:link/${page}/nog-iets`,
  audit: 'view',
  handle: async (visit) => {
    visit.audit({ action: 'view', detail: { page } });
    const { path } = visit.guest;
    const contact = await asked(visit);
    if (contact === null) return redirect(`${path}/${page}`);
    const word = wordsOf(visit);
    const body = html`<form method="post" action="${path}/${page}/nog-iets">
<label for="more">${word('last')}</label><p class="hint" id="more-hint">${word('lastHint')}</p>
<textarea id="more" name="text" rows="4" maxlength="1000" aria-describedby="more-hint"></textarea>
<button type="submit">${word('send')}</button></form>`;
    const back = `/${page}/${questionsToAnswer(contact).length}`;
    return guideAnswer(visit, { title: word('title'), body, back, plain: true });
  },
});

const send = guideRoute({
  method: 'POST',
  url: `/g/:site/:link/${page}/nog-iets`,
  audit: 'create',
  body: z.object({ text: z.string().max(2_000).catch('') }),
  handle: async (visit, { body }) => {
    visit.audit({ action: 'create', detail: { what: 'follow-up-reply' } });
    const { tx, guest, today, at } = visit;
    const contact = await asked(visit);
    if (contact === null) return redirect(`${guest.path}/${page}`);
    const text = body.text.trim().slice(0, 1_000);
    const rules = await followUpRules(tx, guest.country, today);
    const sent = await sendReply(tx, guest, contact, text === '' ? null : text, rules, at);
    const word = wordsOf(visit);
    const toToday = html`<p><a class="button" href="${guest.path}/vandaag">${word('today')}</a></p>`;
    if (sent.kind === 'ended')
      return guideAnswer(visit, {
        title: word('sent'),
        body: html`<p>${word('well')}</p>${toToday}`,
        back: null,
      });
    if (sent.pressing) {
      const { language } = sayIn(await siteLanguage(tx));
      await tellTeam(tx, guest, 'guide-worse', sayFollowUp(language, 'task'), today);
    }
    const say = sayOf(visit);
    return guideAnswer(visit, {
      title: word('sent'),
      body: html`<p class="dose">${word(contact.sheet.notByPhone ? 'hear' : 'call', { day: dayInWords(sent.before, say) })}</p>
<p>${word('worse')}</p><p><a class="button" href="${guest.path}/check">${word('check')}</a></p>${toToday}`,
      back: null,
    });
  },
});

export const followUpPages: readonly Route[] = [begin, last, send, ask, answer];
