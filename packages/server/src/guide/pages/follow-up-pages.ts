// "Hoe gaat het met u?": the questions of a contact that is due, one a page, three large answers, no default. Decision: it works
// as the alarm check does, each page an ordinary address; and the alarm check stands before it, because a question of
// follow-up is no place for what cannot wait. A form names its contact and its question and says where each answer leads, so that
// a telephone without a connection goes on by the pages it kept, and its answers belong to what was asked whenever they come. A page
// says how many questions are left, itself included: that is the same whether questions before it were left out or not.

import type { CallQuestion } from '@breekpunt/intervene';
import { z } from 'zod';
import { followUpRules } from '../../follow-up/follow-up-rules.ts';
import {
  type AskedContact,
  addLateReply,
  contactAnswered,
  contactToAnswer,
  isOver,
  keepReply,
  questionsToAnswer,
  sendReply,
} from '../../follow-up/take-reply.ts';
import { type Answer, redirect } from '../../http/answer.ts';
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
const lastPage = `${page}/nog-iets`;
const keptPage = `${page}/bewaard`;
const choices = [
  ['yes', 'yes'],
  ['no', 'no'],
  ['not-recorded', 'unknown'],
] as const;

async function asked(visit: GuideVisit): Promise<AskedContact | null> {
  const { tx, guest, today, at } = visit;
  return contactToAnswer(tx, guest.case, await followUpRules(tx, guest.country, today), at);
}

/** The one that a form names, whatever became of it since the page was kept. */
async function answered(visit: GuideVisit, contact: number): Promise<AskedContact | null> {
  const { tx, guest, today, at } = visit;
  return contactAnswered(tx, guest.case, contact, await followUpRules(tx, guest.country, today), at);
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

/** What a telephone keeps: none when nothing is asked. */
export async function followUpToKeep(
  visit: GuideVisit,
): Promise<{ readonly contact: number | null; readonly pages: readonly string[] }> {
  const contact = await asked(visit);
  if (contact === null) return { contact: null, pages: [] };
  const questions = questionsToAnswer(contact).map((question) => `${page}/${question}`);
  return { contact: contact.sheet.id, pages: [page, ...questions, lastPage, keptPage] };
}

/** After this question, when it is answered so. */
function pageAfter(contact: AskedContact, question: CallQuestion, answer: keyof typeof wordOf): string {
  const now = questionsToAnswer({ ...contact, given: { ...contact.given, [question]: answer } });
  const next = now.includes(question) ? now[now.indexOf(question) + 1] : now[0];
  return next === undefined ? lastPage : `${page}/${next}`;
}

const wordOf = Object.fromEntries(choices) as Readonly<Record<(typeof choices)[number][0], FollowUpWord>>;

const begin = guideRoute({
  method: 'GET',
  url: `/g/:site/:link/${page}`,
  audit: 'view',
  handle: async (visit) => {
    visit.audit({ action: 'view', detail: { page } });
    const word = wordsOf(visit);
    const { path } = visit.guest;
    const contact = await asked(visit);
    const questions = contact === null ? [] : questionsToAnswer(contact);
    if (questions[0] === undefined)
      return guideAnswer(visit, { title: word('title'), body: html`<p>${word('none')}</p>` });
    const body = html`<p>${word('intro', { n: questions.length })}</p>
<p>${word('urgent')} <a href="${path}/check">${word('check')}</a></p>
<p><a class="button" href="${path}/${page}/${questions[0]}">${word('start')}</a></p>`;
    return guideAnswer(visit, { title: word('title'), body });
  },
});

const ofQuestion = z.object({ question: z.string() });
/** A form names the contact it was made for. */
const ofContact = z.coerce.number().int().catch(0);

const ask = guideRoute({
  method: 'GET',
  url: `/g/:site/:link/${page}/:question`,
  audit: 'view',
  params: ofQuestion,
  handle: async (visit, { params }) => {
    visit.audit({ action: 'view', detail: { page } });
    const { path } = visit.guest;
    const contact = await asked(visit);
    const questions = contact === null ? [] : questionsToAnswer(contact);
    const question = questions.find((each) => each === params.question);
    if (contact === null || question === undefined) return redirect(`${path}/${page}`);
    const place = questions.indexOf(question);
    const word = wordsOf(visit);
    const left = questions.length - place;
    const body = html`<p class="muted">${left === 1 ? word('lastOne') : word('left', { n: left })}</p>
<form class="answers" method="post" action="${path}/${page}/${question}">
<input type="hidden" name="contact" value="${contact.sheet.id}">
${choices.map(([value]) => html`<input type="hidden" name="next-${value}" value="/${pageAfter(contact, question, value)}">`)}
${choices.map(([value, name]) => html`<button type="submit" name="answer" value="${value}">${word(name)}</button>`)}
</form>`;
    const before = questions[place - 1];
    const back = before === undefined ? `/${page}` : `/${page}/${before}`;
    const title = questionFor(sayOf(visit).language, question, contact.sheet.drug);
    return guideAnswer(visit, { title, body, back, plain: true });
  },
});

const answer = guideRoute({
  method: 'POST',
  url: `/g/:site/:link/${page}/:question`,
  audit: 'create',
  params: ofQuestion,
  body: z.object({
    contact: ofContact,
    answer: z.enum(['yes', 'no', 'not-recorded']).catch('not-recorded'),
  }),
  handle: async (visit, { params, body }) => {
    visit.audit({ action: 'create', detail: { what: 'follow-up-answer' } });
    const { tx, guest, at } = visit;
    const contact = await answered(visit, body.contact);
    const question = contact?.sheet.questions.find((each) => each === params.question);
    if (contact === null || question === undefined) return redirect(`${guest.path}/${page}`);
    await keepReply(tx, guest, contact, { [question]: body.answer }, at);
    return redirect(`${guest.path}/${pageAfter(contact, question, body.answer)}`);
  },
});

const last = guideRoute({
  method: 'GET',
  url: `/g/:site/:link/${lastPage}`,
  audit: 'view',
  handle: async (visit) => {
    visit.audit({ action: 'view', detail: { page } });
    const { path } = visit.guest;
    const contact = await asked(visit);
    const before = contact === null ? undefined : questionsToAnswer(contact).at(-1);
    if (contact === null || before === undefined) return redirect(`${path}/${page}`);
    const word = wordsOf(visit);
    const body = html`<form method="post" action="${path}/${lastPage}">
<input type="hidden" name="contact" value="${contact.sheet.id}"><input type="hidden" name="next" value="/${keptPage}">
<label for="more">${word('last')}</label><p class="hint" id="more-hint">${word('lastHint')}</p>
<textarea id="more" name="text" rows="4" maxlength="1000" aria-describedby="more-hint"></textarea>
<button type="submit">${word('send')}</button></form>`;
    return guideAnswer(visit, { title: word('title'), body, back: `/${page}/${before}`, plain: true });
  },
});

/** Shown by a telephone without a connection, which kept it: what was answered is here and not yet with the team. */
const kept = guideRoute({
  method: 'GET',
  url: `/g/:site/:link/${keptPage}`,
  audit: 'view',
  handle: (visit) => {
    visit.audit({ action: 'view', detail: { page } });
    const word = wordsOf(visit);
    const body = html`<p class="dose">${word('kept')}</p><p>${word('keptThen')}</p>`;
    return thanked(visit, word('keptTitle'), body);
  },
});

const send = guideRoute({
  method: 'POST',
  url: `/g/:site/:link/${lastPage}`,
  audit: 'create',
  body: z.object({ contact: ofContact, text: z.string().max(2_000).catch('') }),
  handle: async (visit, { body }) => {
    visit.audit({ action: 'create', detail: { what: 'follow-up-reply' } });
    const { tx, guest, today, at } = visit;
    const contact = await answered(visit, body.contact);
    if (contact === null) return redirect(`${guest.path}/${page}`);
    const text = body.text.trim().slice(0, 1_000);
    const note = text === '' ? null : text;
    const word = wordsOf(visit);
    if (isOver(contact)) {
      if (await addLateReply(tx, guest, contact, note, at)) await tellToRead(visit);
      return thanked(visit, word('sent'), null);
    }
    const rules = await followUpRules(tx, guest.country, today);
    const sent = await sendReply(tx, guest, contact, note, rules, at);
    if (sent.kind === 'ended') return thanked(visit, word('sent'), html`<p>${word('well')}</p>`, false);
    if (sent.pressing) await tellToRead(visit);
    const before = dayInWords(sent.before, sayOf(visit));
    const said = word(contact.sheet.notByPhone ? 'hear' : 'call', { day: before });
    return thanked(visit, word('sent'), html`<p class="dose">${said}</p>`);
  },
});

async function tellToRead({ tx, guest, today, at }: GuideVisit): Promise<void> {
  const { language } = sayIn(await siteLanguage(tx));
  await tellTeam(tx, guest, 'guide-worse', sayFollowUp(language, 'task'), today, at);
}

/** `withCheck`: what to do when it gets worse before anybody called. */
function thanked(visit: GuideVisit, title: string, body: Html | null, withCheck = true): Promise<Answer> {
  const word = wordsOf(visit);
  const { path } = visit.guest;
  const check = html`<p>${word('worse')}</p><p><a class="button" href="${path}/check">${word('check')}</a></p>`;
  const toToday = html`<p><a class="button" href="${path}/vandaag">${word('today')}</a></p>`;
  return guideAnswer(visit, { title, body: html`${body}${withCheck && check}${toToday}`, back: null });
}

export const followUpPages: readonly Route[] = [begin, last, kept, send, ask, answer];
