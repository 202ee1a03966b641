// The alarm check: one question a page, three large answers, no default; then one care card with one thing to do.
// Decision: each answer is kept with the session before the next page, so every page is an ordinary address: going back is
// the browser's own, and a phone that lost its connection has the same pages. A red yes ends the check at once; a red "I do
// not know" is asked once more in other words, and counts as possible.

import type { AlarmReply } from '@breekpunt/inform';
import { type AlarmLevel, alarmLevels } from '@breekpunt/intervene';
import { z } from 'zod';
import { type Answer, json, redirect } from '../../http/answer.ts';
import { guideRoute, type Route } from '../../http/route.ts';
import type { GuideVisit } from '../access/guide-visit.ts';
import { actionHtml } from '../blocks/block-html.ts';
import { type Replies, takeCheck } from '../diary/take-check.ts';
import { guideAnswer, sayOf } from '../html/guide-answer.ts';
import { html } from '../html/html.ts';
import { readGuide } from '../read-guide.ts';

const answers = ['yes', 'no', 'unknown'] as const;

const begin = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/check',
  audit: 'view',
  handle: async (visit) => {
    const { check } = await readGuide(visit);
    visit.audit({ action: 'view', detail: { page: 'check' } });
    const say = sayOf(visit);
    const body = html`${check.intro.map((line) => html`<p>${line}</p>`)}
<p>${say('check.questions', { n: check.questions.length })}</p>
<form method="post" action="${visit.guest.path}/check"><button type="submit">${say('check.start')}</button></form>`;
    return guideAnswer(visit, { title: say('check.title'), body });
  },
});

const anew = guideRoute({
  method: 'POST',
  url: '/g/:site/:link/check',
  audit: 'create',
  handle: async (visit) => {
    await keepReplies(visit, {});
    visit.audit({ action: 'create', detail: { what: 'alarm-check-begun' } });
    return redirect(`${visit.guest.path}/check/1`);
  },
});

const number = z.object({ number: z.coerce.number().int().catch(0) });

const ask = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/check/:number',
  audit: 'view',
  params: number,
  handle: (visit, { params }) => askQuestion(visit, params.number, false),
});

const askAgain = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/check/:number/nog',
  audit: 'view',
  params: number,
  handle: (visit, { params }) => askQuestion(visit, params.number, true),
});

async function askQuestion(visit: GuideVisit, place: number, again: boolean): Promise<Answer> {
  const { check } = await readGuide(visit);
  visit.audit({ action: 'view', detail: { page: 'check' } });
  const { path } = visit.guest;
  const question = check.questions[place - 1];
  if (question === undefined) return redirect(`${path}/check`);
  const say = sayOf(visit);
  const { title, signs } = askedAs(again && question.again !== null ? question.again : question.question);
  const action = `${path}/check/${place}${again ? '/nog' : ''}`;
  const body = html`<p class="muted">${say('check.place', { n: place, of: check.questions.length })}</p>
${signs.length > 0 && html`<ul>${signs.map((sign) => html`<li>${sign}</li>`)}</ul>`}
<form class="answers" method="post" action="${action}">
${answers.map((each) => html`<button type="submit" name="answer" value="${each}">${check.answers[each]}</button>`)}
</form>`;
  const back = again ? `/check/${place}` : place > 1 ? `/check/${place - 1}` : '/check';
  return guideAnswer(visit, { title, body, back, plain: true });
}

/** "Do you have one of these? You cannot … You lose …": a question as heading, and the signs it names under each other. */
function askedAs(question: string): { readonly title: string; readonly signs: readonly string[] } {
  const end = question.lastIndexOf('?') + 1;
  const rest = question.slice(end).trim();
  const signs = rest === '' ? [] : rest.split(/(?<=\.)\s+/);
  return { title: question.slice(0, end), signs };
}

const reply = z.object({ answer: z.enum(answers).catch('unknown') });

const answer = guideRoute({
  method: 'POST',
  url: '/g/:site/:link/check/:number',
  audit: 'create',
  params: number,
  body: reply,
  handle: (visit, { params, body }) => takeAnswer(visit, params.number, body.answer, false),
});

const answerAgain = guideRoute({
  method: 'POST',
  url: '/g/:site/:link/check/:number/nog',
  audit: 'create',
  params: number,
  body: reply,
  handle: (visit, { params, body }) => takeAnswer(visit, params.number, body.answer, true),
});

function isRed(level: AlarmLevel): boolean {
  return level === 'ambulance-now' || level === 'emergency-now';
}

async function takeAnswer(
  visit: GuideVisit,
  place: number,
  given: AlarmReply,
  again: boolean,
): Promise<Answer> {
  const { check } = await readGuide(visit);
  const { path } = visit.guest;
  const question = check.questions[place - 1];
  visit.audit({ action: 'create', detail: { what: 'alarm-answer' } });
  if (question === undefined) return redirect(`${path}/check`);
  const replies: Replies = { ...(await keptReplies(visit)), [question.id]: given };
  await keepReplies(visit, replies);
  if (given === 'unknown' && !again && question.again !== null) return redirect(`${path}/check/${place}/nog`);
  const over = (given === 'yes' && isRed(question.level)) || place >= check.questions.length;
  if (!over) return redirect(`${path}/check/${place + 1}`);
  const { entry, outcome } = await takeCheck(visit, check, replies, null);
  const doubt = outcome.inDoubt ? '/twijfel' : '';
  return redirect(`${path}/check/uitslag/${outcome.level}${doubt}${entry === null ? '' : `?e=${entry}`}`);
}

const levelParams = z.object({ level: z.enum(alarmLevels).catch('ambulance-now') });
const entryQuery = z.object({ e: z.coerce.number().int().positive().optional().catch(undefined) });

const outcome = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/check/uitslag/:level',
  audit: 'view',
  params: levelParams,
  query: entryQuery,
  handle: (visit, { params, query }) => showCard(visit, params.level, false, query.e ?? null),
});

const outcomeInDoubt = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/check/uitslag/:level/twijfel',
  audit: 'view',
  params: levelParams,
  query: entryQuery,
  handle: (visit, { params, query }) => showCard(visit, params.level, true, query.e ?? null),
});

async function showCard(
  visit: GuideVisit,
  level: AlarmLevel,
  inDoubt: boolean,
  entry: number | null,
): Promise<Answer> {
  const { check } = await readGuide(visit);
  visit.audit({ action: 'view', detail: { page: 'uitslag', level } });
  const card = check.cards[level];
  const say = sayOf(visit);
  const kept = entry === null ? null : await keptOutcome(visit, entry);
  const title = inDoubt ? card.titleInDoubt : card.title;
  const body = html`<section class="care care-${level}" data-outcome="${level}">
<p class="unseen">${card.urgency}</p>
<ul data-because>${(kept?.because ?? []).map((sign) => html`<li>${sign}</li>`)}</ul>
${card.actions.map((action) => actionHtml(action, say, title))}
</section>
<p>${card.note}</p>
${
  level !== 'at-home' &&
  html`<p class="saved" data-team>${
    kept === null ? say('check.notSent') : kept.seenAt === null ? say('check.sent') : say('check.seen')
  }</p>`
}
<p><a class="button quiet" href="${visit.guest.path}/vandaag">${say('check.toToday')}</a></p>`;
  return guideAnswer(visit, { title, body, back: '/check' });
}

/** The questions and what follows from them, for a phone without connection. */
const asData = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/check.json',
  audit: 'view',
  handle: async (visit) => {
    const { check } = await readGuide(visit);
    visit.audit({ action: 'view', detail: { page: 'check' } });
    return json({ questions: check.questions });
  },
});

async function keptReplies({ tx, guest }: GuideVisit): Promise<Replies> {
  const row = await tx.db
    .selectFrom('guide_session')
    .select('check_answers')
    .where('site_id', '=', tx.site)
    .where('token_hash', '=', guest.session)
    .executeTakeFirst();
  return z.record(z.string(), z.enum(answers)).catch({}).parse(row?.check_answers);
}

async function keepReplies({ tx, guest, at }: GuideVisit, replies: Replies): Promise<void> {
  await tx.db
    .updateTable('guide_session')
    .set({ check_answers: JSON.stringify(replies), seen_at: at })
    .where('site_id', '=', tx.site)
    .where('token_hash', '=', guest.session)
    .execute();
}

async function keptOutcome(
  { tx, guest }: GuideVisit,
  entry: number,
): Promise<{ readonly because: readonly string[]; readonly seenAt: Date | null } | null> {
  const row = await tx.db
    .selectFrom('diary_entry')
    .select(['content', 'seen_at'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', guest.person)
    .where('kind', '=', 'alarm-sign')
    .where('diary_entry_id', '=', entry)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { because } = z.object({ because: z.array(z.string()).catch([]) }).parse(row.content);
  return { because, seenAt: row.seen_at };
}

export const checkPages: readonly Route[] = [
  begin,
  anew,
  asData,
  outcome,
  outcomeInDoubt,
  ask,
  askAgain,
  answer,
  answerAgain,
];
