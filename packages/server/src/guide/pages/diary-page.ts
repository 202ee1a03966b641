// The diary: five short questions about today, all of which may stay open, the trend drawn, and what it asks for.

import { unreachable } from '@breekpunt/core';
import { type DiaryFinding, diaryUrgency } from '@breekpunt/inform';
import { z } from 'zod';
import { redirect } from '../../http/answer.ts';
import { guideRoute, type Route } from '../../http/route.ts';
import { siteLanguage } from '../../records/site-language.ts';
import { addDiaryRow, type DiaryDay, dayForm } from '../diary/diary.ts';
import { tellTeam } from '../diary/diary-task.ts';
import { painTrend } from '../diary/pain-trend.ts';
import { guideAnswer, sayOf } from '../html/guide-answer.ts';
import { type Html, html } from '../html/html.ts';
import { readGuide } from '../read-guide.ts';
import { dayInWords } from '../words/day-words.ts';
import { type GuideWordKey, type Say, sayIn } from '../words/guide-words.ts';

const yesNo = ['yes', 'no', 'not-recorded'] as const;
const questions = ['walked', 'exercisesDone', 'sleptBadly', 'fell'] as const;

const show = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/dagboek',
  audit: 'view',
  handle: async (visit) => {
    const { days, findings } = await readGuide(visit);
    visit.audit({ action: 'view', detail: { page: 'dagboek' } });
    const say = sayOf(visit);
    const { path } = visit.guest;
    const now = days.find(({ on }) => on === visit.today);
    const body = html`${now !== undefined && html`<p class="saved">${say('diary.kept')}</p>`}
${findingsHtml(findings, say)}
<p>${say('diary.intro')}</p>
<form method="post" action="${path}/dagboek" data-queued>
<fieldset><legend>${say('diary.pain')}</legend><p class="hint">${say('diary.painHint')}</p>
<div class="scale">${Array.from({ length: 11 }, (_, pain) => choice('pain', String(pain), String(pain), now?.pain === pain))}</div>
${choice('pain', 'not-recorded', say('unknown'), false)}</fieldset>
${questions.map(
  (name) => html`<fieldset><legend>${say(`diary.${name}`)}</legend>
${yesNo.map((each) => choice(name, each, say(`answer.${each}`), each !== 'not-recorded' && now?.[name] === each))}</fieldset>`,
)}
<label for="missed">${say('diary.missed')}</label>
<input id="missed" name="missedDoses" type="text" inputmode="numeric" maxlength="2" value="${now === undefined || now.missedDoses === 'not-recorded' ? '' : now.missedDoses}">
<button type="submit">${say('diary.save')}</button></form>
${trendHtml(days, say)}`;
    return guideAnswer(visit, { title: say('diary.title'), body });
  },
});

function choice(name: string, value: string, words: string, chosen: boolean): Html {
  return html`<label class="choice"><input type="radio" name="${name}" value="${value}"${chosen && ' checked'}><span>${words}</span></label>`;
}

/** The drawing, and the same in a table: a day nobody wrote is a gap, never a good day. */
function trendHtml(days: readonly DiaryDay[], say: Say): Html | null {
  const painful = days.filter(({ pain }) => pain !== 'not-recorded');
  if (painful.length === 0) return html`<p class="unknown">${say('diary.none')}</p>`;
  return html`<h2>${say('diary.trend')}</h2><figure class="chart"><figcaption>${say('diary.trendText')}</figcaption>${painTrend(days, say)}</figure>
<details><summary>${say('diary.table')}</summary><table><thead><tr><th scope="col">${say('seen.day')}</th><th scope="col">${say('diary.painShort')}</th></tr></thead>
<tbody>${days
    .toReversed()
    .slice(0, 60)
    .map(
      ({ on, pain }) =>
        html`<tr><td>${dayInWords(on, say)}</td><td>${pain === 'not-recorded' ? say('unknown') : pain}</td></tr>`,
    )}</tbody></table></details>`;
}

const keep = guideRoute({
  method: 'POST',
  url: '/g/:site/:link/dagboek',
  audit: 'create',
  body: z.record(z.string(), z.string().max(200)),
  handle: async (visit, { body }) => {
    const { tx, guest, today, at } = visit;
    const number = (text: string | undefined): unknown =>
      text === undefined || text.trim() === '' ? null : Number(text);
    const content = dayForm.parse({
      ...body,
      pain: number(body['pain']),
      missedDoses: number(body['missedDoses']),
    });
    const of = { person: guest.person, link: guest.link };
    const sentId = sentIdIn(body);
    await addDiaryRow(tx, of, { kind: 'day', on: today, content, at, sentId });
    visit.audit({ action: 'create', detail: { what: 'diary-day' } });
    const { findings } = await readGuide(visit);
    const team = sayIn(await siteLanguage(tx));
    const pressing = findings.filter(({ kind }) => diaryUrgency[kind] !== null);
    const first = pressing[0];
    if (first !== undefined)
      await tellTeam(tx, guest, 'guide-worse', team('task.worse', { what: team(wordOf(first)) }), today, at);
    return redirect(`${guest.path}/dagboek`);
  },
});

/** The number that a phone gave to what it wrote without connection. */
export function sentIdIn(body: Readonly<Record<string, string>>): string | null {
  const id = body['sentId'];
  return id !== undefined && /^[\w-]{8,60}$/.test(id) ? id : null;
}

/** What the diary asks for, said to the patient: that it goes worse, and that somebody is told. */
export function findingsHtml(findings: readonly DiaryFinding[], say: Say): Html | null {
  if (findings.length === 0) return null;
  return html`${findings.map((finding) => {
    const urgency = diaryUrgency[finding.kind];
    const level = urgency ?? 'at-home';
    return html`<section class="care care-${level}"><h2>${say(wordOf(finding))}</h2><p>${say(adviceOf(finding))}</p>${
      urgency !== null && html`<p>${say('diary.teamTold')}</p>`
    }</section>`;
  })}`;
}

function wordOf({ kind }: DiaryFinding): GuideWordKey {
  switch (kind) {
    case 'fell':
      return 'found.fell';
    case 'step-back':
      return 'found.stepBack';
    case 'pain-does-not-fall':
      return 'found.painStays';
    case 'pain-lasts':
      return 'found.painLasts';
    case 'missed-doses':
      return 'found.missed';
    case 'step-up':
      return 'found.stepUp';
    default:
      return unreachable(kind);
  }
}

function adviceOf({ kind }: DiaryFinding): GuideWordKey {
  switch (kind) {
    case 'fell':
      return 'advice.fell';
    case 'step-back':
      return 'advice.stepBack';
    case 'pain-does-not-fall':
    case 'pain-lasts':
      return 'advice.pain';
    case 'missed-doses':
      return 'advice.missed';
    case 'step-up':
      return 'advice.stepUp';
    default:
      return unreachable(kind);
  }
}

export const diaryPages: readonly Route[] = [show, keep];
