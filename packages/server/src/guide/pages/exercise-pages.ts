// Exercises: first the warning and the check, then one exercise a page with "Klaar".

import type { ExerciseBlock, Guide, WarningBlock } from '@breekpunt/inform';
import { z } from 'zod';
import { redirect } from '../../http/answer.ts';
import { guideRoute, type Route } from '../../http/route.ts';
import type { GuideVisit } from '../access/guide-visit.ts';
import { blockHtml } from '../blocks/block-html.ts';
import { guideAnswer } from '../html/guide-answer.ts';
import { type Html, html } from '../html/html.ts';
import { type ReadGuide, readGuide } from '../read-guide.ts';
import type { Say } from '../words/guide-words.ts';
import { sectionOf, settingOf, sourcesHtml } from './section-page.ts';

const list = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/oefeningen',
  audit: 'view',
  handle: async (visit) => {
    const { guide } = await readGuide(visit);
    visit.audit({ action: 'view', detail: { page: 'oefeningen' } });
    const section = sectionOf(guide, 'exercises');
    if (section === null) return redirect(`${visit.guest.path}/alles`);
    const setting = await settingOf(visit, '/oefeningen');
    const { say, path, done } = setting;
    const others = section.blocks.filter(({ kind }) => kind !== 'exercise');
    const exercises = section.blocks.filter((block): block is ExerciseBlock => block.kind === 'exercise');
    const body = html`${others.map((block) => blockHtml(block, setting))}
<p><a class="button quiet" href="${path}/check">${say('check.do')}</a></p>
${exercises.length > 0 && html`<p><a class="button" href="${path}/oefeningen/1">${say('exercise.start')}</a></p>`}
<ol class="menu">${exercises.map(
      ({ exercise, name }, index) =>
        html`<li><a class="${done.has(`exercise:${exercise}`) ? 'done' : ''}" href="${path}/oefeningen/${index + 1}">${name}</a></li>`,
    )}</ol>
${sourcesHtml(section.blocks, guide, say)}`;
    return guideAnswer(visit, { title: section.title, body });
  },
});

export function exercisesIn({ guide }: Pick<ReadGuide, 'guide'>): readonly ExerciseBlock[] {
  return (sectionOf(guide, 'exercises')?.blocks ?? []).filter(
    (block): block is ExerciseBlock => block.kind === 'exercise',
  );
}

const one = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/oefeningen/:number',
  audit: 'view',
  params: z.object({ number: z.coerce.number().int().catch(0) }),
  handle: async (visit, { params: { number } }) => {
    const read = await readGuide(visit);
    visit.audit({ action: 'view', detail: { page: 'oefening' } });
    const exercises = exercisesIn(read);
    const block = exercises[number - 1];
    if (block === undefined) return redirect(`${visit.guest.path}/oefeningen`);
    return showExercise(visit, block, number, exercises.length, read);
  },
});

async function showExercise(
  visit: GuideVisit,
  block: ExerciseBlock,
  number: number,
  of: number,
  { guide }: ReadGuide,
): ReturnType<typeof guideAnswer> {
  const here = number < of ? `/oefeningen/${number + 1}` : '/oefeningen';
  const setting = await settingOf(visit, here);
  const { say, path, done } = setting;
  const what = `exercise:${block.exercise}`;
  const body = html`<p class="muted">${say('exercise.place', { n: number, of })}${done.has(what) && html` · ✓ ${say('exercise.wasDone')}`}</p>
${signsBefore(guide, say)}
${blockHtml(block, setting)}
<form method="post" action="${path}/gedaan"><input type="hidden" name="what" value="${what}"><input type="hidden" name="here" value="${here}">
<button type="submit">${number < of ? say('exercise.doneNext') : say('exercise.doneLast')}</button></form>
${number < of && html`<p><a class="button quiet" href="${path}${here}">${say('exercise.skip')}</a></p>`}
${sourcesHtml([block], guide, say)}`;
  const back = number > 1 ? `/oefeningen/${number - 1}` : '/oefeningen';
  return guideAnswer(visit, { title: block.name, body, back });
}

/** The red signs before every exercise, folded: whoever comes back each day has read them above the list. */
function signsBefore(guide: Guide, say: Say): Html | null {
  const warning = (sectionOf(guide, 'exercises')?.blocks ?? []).find(
    (block): block is WarningBlock => block.kind === 'warning',
  );
  if (warning === undefined) return null;
  return html`<details class="signs"><summary>${say('exercise.signs')}</summary><ul>${warning.signs.map((sign) => html`<li>${sign}</li>`)}</ul></details>`;
}

export const exercisePages: readonly Route[] = [list, one];
