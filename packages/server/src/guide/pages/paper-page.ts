// The paper twin: the same blocks as this week's pages, on A4, in large letters, on at most four pages. Decision: print CSS
// over one HTML page, so that a patient's own printer and the ward's make the same sheet; what does not fit on four pages
// stays on the phone.

import { addDays } from '@breekpunt/core';
import type { Block, ExerciseBlock, Guide } from '@breekpunt/inform';
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
    const setting: BlockSetting = { say, path: guest.path, done: new Set(), here: '/papier', paper: true };
    const blocks = (id: GuideSection): readonly Block[] => sectionOf(guide, id)?.blocks ?? [];
    const shown = (id: GuideSection, layers: 1 | 2): Html[] =>
      blocks(id)
        .filter(({ layer, kind }) => layer <= layers && kind !== 'exercise')
        .map((block) => blockHtml(block, setting));
    const body = html`<div class="noprint"><p>${say('paper.print')}</p><p><button class="with-script" type="button" data-print>${say('paper.button')}</button></p></div>
<div class="paper">
${heading(guide, guest, phone?.number ?? null, phone?.hours ?? null, `${context.web.address}${guest.path}`, say)}
${shown('alarm', 1)}
<h2>${say('paper.thisWeek')}</h2>
${weekHtml(guide, blocks('exercises'), say)}
${shown('medicines', 1)}
${shown('appointments', 1)}
${shown('today', 1)}
${exercises(blocks('exercises'), setting)}
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

/** A box for each exercise and each of the next seven days. */
function weekHtml(guide: Guide, blocks: readonly Block[], say: Say): Html | null {
  const exercises = blocks.filter((block): block is ExerciseBlock => block.kind === 'exercise');
  if (exercises.length === 0) return null;
  const days = Array.from({ length: 7 }, (_, ahead) => addDays(guide.today, ahead));
  const short = (day: (typeof days)[number]): string => dayInWords(day, say).slice(0, 2);
  return html`<p>${say('paper.tick')}</p><table class="week"><thead><tr><td></td>${days.map((day) => html`<th scope="col">${short(day)}</th>`)}</tr></thead>
<tbody>${exercises.map(({ name, dose }) => html`<tr><th scope="row">${name}<br><span class="small">${dose}</span></th>${days.map(() => html`<td><span class="box"></span></td>`)}</tr>`)}</tbody></table>`;
}

function exercises(blocks: readonly Block[], setting: BlockSetting): Html {
  return html`<div class="paper-exercises">${blocks
    .filter(({ kind }) => kind === 'exercise')
    .map((block) => blockHtml(block, setting))}</div>`;
}

export const paperPages: readonly Route[] = [paper];
