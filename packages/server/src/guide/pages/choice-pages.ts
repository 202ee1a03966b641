// Decision aids in the guide: those that are open to this patient, each with its options compared, what matters most weighed by
// the reader, and a summary for the doctor. Decision: what was weighed is kept and shown to the team.

import { knownDate } from '@breekpunt/core';
import { gridSummary, optionGrids, type ShownGrid } from '@breekpunt/inform';
import { guideContent } from '@breekpunt/knowledge';
import { z } from 'zod';
import { type Answer, redirect } from '../../http/answer.ts';
import { guideRoute, type Route } from '../../http/route.ts';
import type { GuideVisit } from '../access/guide-visit.ts';
import { afterQuestions, gridHtml } from '../blocks/grid-html.ts';
import { testHtml } from '../blocks/test-html.ts';
import { addDiaryRow } from '../diary/diary.ts';
import { guideAnswer, sayOf } from '../html/guide-answer.ts';
import { type Html, html } from '../html/html.ts';
import { readGuide, theKnowledge } from '../read-guide.ts';
import { longDay } from '../words/day-words.ts';
import type { Say } from '../words/guide-words.ts';
import { sentIdIn } from './diary-page.ts';

/** In the order of the guide. */
async function openGrids(visit: GuideVisit): Promise<readonly ShownGrid[]> {
  const { guide } = await readGuide(visit);
  const { language } = sayOf(visit);
  const { country } = visit.guest;
  const all = optionGrids(theKnowledge(), guideContent, { language, country, today: visit.today });
  return guide.choices.flatMap((id) => all.find((grid) => grid.id === id) ?? []);
}

const list = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/keuzes',
  audit: 'view',
  handle: async (visit) => {
    const grids = await openGrids(visit);
    visit.audit({ action: 'view', detail: { page: 'keuzes' } });
    const say = sayOf(visit);
    const body =
      grids.length === 0
        ? html`<p>${say('grid.none')}</p>`
        : html`<p>${say('grid.intro')}</p>${grids.map(
            ({ id, title, decision, language }) =>
              html`<section class="card" lang="${language}"><h2>${title}</h2><p>${decision}</p><p><a class="button quiet" href="${visit.guest.path}/keuzes/${id}">${say('grid.open')}</a></p></section>`,
          )}`;
    return guideAnswer(visit, { title: say('grid.title'), body, back: '/alles' });
  },
});

const params = z.object({ grid: z.string() });

const show = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/keuzes/:grid',
  audit: 'view',
  params,
  handle: async (visit, { params: { grid: id } }) => {
    const grid = (await openGrids(visit)).find((each) => each.id === id);
    visit.audit({ action: 'view', detail: { page: 'keuze' } });
    return grid === undefined ? redirect(`${visit.guest.path}/keuzes`) : showGrid(visit, grid);
  },
});

async function showGrid(visit: GuideVisit, grid: ShownGrid): Promise<Answer> {
  const say = sayOf(visit);
  const kept = await newestWeighing(visit, grid.id);
  const foreign = grid.language !== say.language;
  const body = html`${foreign && html`<p class="note">${say('otherLanguage')}</p>`}
${grid.status === 'draft' && html`<p class="note">${say('draft')}</p>`}
<div lang="${grid.language}">
${grid.alarm !== null && html`<section class="care care-emergency-now"><h2 lang="${say.language}">${say('grid.alarm')}</h2><p>${grid.alarm}</p></section>`}
<p>${grid.condition}</p><p class="dose">${grid.decision}</p><p>${grid.who}</p>
${gridHtml(grid, say)}
<section><h2 lang="${say.language}">${say('grid.experience')}</h2><p>${grid.experience}</p></section>
<section><h2 lang="${say.language}">${say('grid.uncertainty')}</h2><p>${grid.uncertainty}</p></section>
${grid.withoutTests !== null ? html`<section><h2 lang="${say.language}">${say('grid.tests')}</h2><p>${grid.withoutTests}</p></section>` : grid.tests.map((test) => testHtml(test.name, [], test, say))}
</div>
${valuesForm(visit, grid, say)}
${kept !== null && html`<section class="saved" id="samenvatting"><h2>${say('grid.summary')}</h2>${kept.split('\n').map((line) => html`<p lang="${grid.language}">${line}</p>`)}<p>${say('grid.kept')}</p><p><button class="with-script quiet" type="button" data-share="${kept}">${say('grid.share')}</button></p></section>`}
<details><summary>${say('sources.where')}</summary><ul>${grid.sources.map(
    ({ title, address }) =>
      html`<li>${address === null ? title : html`<a href="${address}" rel="noreferrer">${title}</a>`}</li>`,
  )}</ul><p lang="${grid.language}">${grid.funding}</p><p>${say('sources.date', { day: longDay(knownDate(grid.update.made), say) })}</p></details>`;
  return guideAnswer(visit, { title: grid.title, body, back: '/keuzes' });
}

function valuesForm({ guest }: GuideVisit, grid: ShownGrid, say: Say): Html {
  const scale = Array.from({ length: 11 }, (_, n) => n);
  return html`<form method="post" action="${guest.path}/keuzes/${grid.id}" data-queued><h2 id="${afterQuestions}">${say('grid.values')}</h2><p>${say('grid.scale')}</p>
${grid.values.map(
  (value, place) =>
    html`<p><label for="weight-${place}" lang="${grid.language}">${value}</label><select id="weight-${place}" name="weight-${place}"><option value="">${say('grid.unweighed')}</option>${scale.map((n) => html`<option value="${n}">${n}</option>`)}</select></p>`,
)}
<fieldset><legend>${say('grid.leaning')}</legend>
${[...grid.options.map(({ id, name }) => [id, name] as const), ['', say('grid.unsure')] as const].map(
  ([id, name]) =>
    html`<label class="choice"><input type="radio" name="leaning" value="${id}"><span lang="${id === '' ? say.language : grid.language}">${name}</span></label>`,
)}</fieldset>
<label for="questions">${say('grid.questions')}</label><textarea id="questions" name="questions" rows="3" maxlength="500"></textarea>
<button type="submit">${say('grid.keep')}</button></form>`;
}

const keep = guideRoute({
  method: 'POST',
  url: '/g/:site/:link/keuzes/:grid',
  audit: 'create',
  params,
  body: z.record(z.string(), z.string().max(2_000)),
  handle: async (visit, { params: { grid: id }, body }) => {
    const { tx, guest, today, at } = visit;
    const grid = (await openGrids(visit)).find((each) => each.id === id);
    visit.audit({ action: 'create', detail: { what: 'weighed' } });
    if (grid === undefined) return redirect(`${guest.path}/keuzes`);
    const text = gridSummary(grid, {
      weights: grid.values.map((_value, place) => weightFrom(body[`weight-${place}`])),
      leaning: grid.options.find((option) => option.id === body['leaning'])?.id ?? null,
      questions: (body['questions'] ?? '').slice(0, 500),
    });
    const of = { person: guest.person, link: guest.link };
    const content = { grid: grid.id, text };
    await addDiaryRow(tx, of, { kind: 'weighed', on: today, content, at, sentId: sentIdIn(body) });
    return redirect(`${guest.path}/keuzes/${grid.id}#samenvatting`);
  },
});

function weightFrom(text: string | undefined): number | null {
  return text !== undefined && /^(?:\d|10)$/.test(text) ? Number(text) : null;
}

async function newestWeighing({ tx, guest }: GuideVisit, grid: string): Promise<string | null> {
  const rows = await tx.db
    .selectFrom('diary_entry')
    .select('content')
    .where('site_id', '=', tx.site)
    .where('person_id', '=', guest.person)
    .where('kind', '=', 'weighed')
    .orderBy('diary_entry_id', 'desc')
    .execute();
  const own = rows.map(({ content }) => content as { readonly grid?: unknown; readonly text?: unknown });
  const text = own.find((each) => each.grid === grid)?.text;
  return typeof text === 'string' ? text : null;
}

export const choicePages: readonly Route[] = [list, show, keep];
