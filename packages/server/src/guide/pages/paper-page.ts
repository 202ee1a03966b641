// The paper twin: the same blocks as this week's pages, on A4, in large letters, on at most four pages. Decision: print CSS
// over one HTML page, so that a patient's own printer and the ward's make the same sheet; what does not fit on four pages
// stays on the phone.

import { addDays } from '@breekpunt/core';
import type { Block, Guide } from '@breekpunt/inform';
import type { GuideSection } from '@breekpunt/knowledge';
import { guideRoute, type Route } from '../../http/route.ts';
import type { Guest } from '../access/guide-guest.ts';
import { qrCode } from '../access/qr-code.ts';
import { blockHtml } from '../blocks/block-html.ts';
import type { BlockSetting } from '../blocks/block-setting.ts';
import { ownQuestions } from '../diary/diary.ts';
import { hospitalServices, numberToCall } from '../directory/hospital-services.ts';
import { guideAnswer, sayOf } from '../html/guide-answer.ts';
import { type Html, html, verbatim } from '../html/html.ts';
import { readGuide } from '../read-guide.ts';
import { dayInWords } from '../words/day-words.ts';
import type { Say } from '../words/guide-words.ts';
import { sectionOf } from './section-page.ts';

const paper = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/papier',
  audit: 'export',
  handle: async (visit) => {
    const { guide } = await readGuide(visit);
    visit.audit({ action: 'export', detail: { what: 'paper' } });
    const { tx, guest, context } = visit;
    const say = sayOf(visit);
    const phone = numberToCall(await hospitalServices(tx));
    const questions = await ownQuestions(tx, guest.person);
    const week = Array.from({ length: 7 }, (_, ahead) =>
      dayInWords(addDays(guide.today, ahead), say).slice(0, 2),
    );
    const setting: BlockSetting = {
      say,
      path: guest.path,
      done: new Set(),
      here: '/papier',
      paper: true,
      week,
    };
    const blocks = (id: GuideSection): readonly Block[] => sectionOf(guide, id)?.blocks ?? [];
    const shown = (id: GuideSection, kinds: readonly Block['kind'][]): Html[] =>
      blocks(id)
        .filter(({ layer, kind }) => layer === 1 && kinds.includes(kind))
        .map((block) => blockHtml(block, setting));
    const exercises = shown('exercises', ['exercise']);
    // The two red ones side by side at the top; the orange one where a page has room for it.
    const alarms = shown('alarm', ['warning']);
    const body = html`<div class="noprint"><p>${say('paper.print')}</p><p><button class="with-script" type="button" data-print>${say('paper.button')}</button></p></div>
<div class="paper">
${heading(guide, guest, phone?.number ?? null, phone?.hours ?? null, `${context.web.address}${guest.path}`, say)}
<div class="paper-alarm">${alarms.slice(0, 2)}</div>
${shown('today', ['text', 'list', 'steps', 'warning', 'not-known'])}
${alarms.slice(2)}
${exercises.length > 0 && html`<h2>${sectionOf(guide, 'exercises')?.title ?? ''}</h2><p>${say('paper.tick')}</p>`}
<div class="paper-flow">${exercises}${shown('medicines', ['medicine', 'not-known'])}${shown('appointments', ['appointment', 'not-known'])}</div>
<section class="keep"><h2>${say('paper.questions')}</h2>${questions.map(({ text }) => html`<p>${text}</p>`)}<div class="lines" aria-hidden="true"></div></section>
</div>`;
    return guideAnswer(visit, { title: guide.title, body, back: '/alles' });
  },
});

function heading(
  guide: Guide,
  guest: Guest,
  phone: string | null,
  hours: string | null,
  address: string,
  say: Say,
): Html {
  return html`<div class="paper-head"><div><p class="dose">${guide.dayText}</p><p>${say('paper.week', { day: dayInWords(guide.today, say) })} · ${guest.siteName}</p>
<p class="phone-box"><strong>${say('paper.call')}: ${phone ?? say('number.notKnown')}</strong>${hours !== null && html`<br>${hours}`}<br><strong>${say('call.ambulance')}</strong></p></div>
<div class="paper-qr">${verbatim(qrCode(address, say('paper.qr')))}<p class="small">${say('paper.qr')}</p></div></div>`;
}

export const paperPages: readonly Route[] = [paper];
