// "Vandaag", the first page: which day it is, the check, what to do now, what comes next. And "Alles op een rij".

import type { AppointmentBlock, ExerciseBlock, Guide, MedicineBlock } from '@breekpunt/inform';
import type { GuideSection } from '@breekpunt/knowledge';
import { guideRoute, type Route } from '../../http/route.ts';
import { blockHtml } from '../blocks/block-html.ts';
import type { BlockSetting } from '../blocks/block-setting.ts';
import { guideAnswer, sayOf } from '../html/guide-answer.ts';
import { type Html, html } from '../html/html.ts';
import { readGuide } from '../read-guide.ts';
import { findingsHtml } from './diary-page.ts';
import { followUpCard } from './follow-up-pages.ts';
import { sectionOf, settingOf, sourcesHtml } from './section-page.ts';
import { sectionPages } from './sections.ts';

const today = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/vandaag',
  audit: 'view',
  handle: async (visit) => {
    const { guide, findings } = await readGuide(visit);
    visit.audit({ action: 'view', detail: { page: 'vandaag' } });
    const setting = await settingOf(visit, '/vandaag');
    const { say, path } = setting;
    const section = sectionOf(guide, 'today');
    const blocks = section?.blocks ?? [];
    const body = html`<p class="dose">${guide.dayText}</p>
${findingsHtml(findings, say)}
${await followUpCard(visit)}
<p><a class="button" href="${path}/check">${say('check.do')}</a></p>
<h2>${say('today.now')}</h2>
<ul class="menu">${exercisesLine(guide, setting)}${sectionOf(guide, 'day-planner') !== null && html`<li><a href="${path}/dagplan">${say('today.planner')}</a></li>`}
<li><a href="${path}/dagboek">${say('diary.title')}</a></li></ul>
${medicinesToday(guide, setting)}
${nextAppointment(guide, setting)}
${blocks.map((block) => blockHtml(block, setting))}
<ul class="menu">
<li><a href="${path}/wie-bellen">${titleOf(guide, 'who-to-call')}</a></li>
${guide.choices.length > 0 && html`<li><a href="${path}/keuzes">${say('grid.title')}</a></li>`}
<li><a href="${path}/alles">${say('all')}</a></li>
<li><a href="${path}/letters">${say('look.title')}</a></li></ul>
${sourcesHtml(blocks, guide, say)}`;
    return guideAnswer(visit, { title: section?.title ?? say('today.title'), body, back: null });
  },
});

function titleOf(guide: Guide, id: 'who-to-call'): string {
  return sectionOf(guide, id)?.title ?? '';
}

function exercisesLine(guide: Guide, { say, path, done }: BlockSetting): Html {
  const exercises = (sectionOf(guide, 'exercises')?.blocks ?? []).filter(
    (block): block is ExerciseBlock => block.kind === 'exercise',
  );
  const made = exercises.filter(({ exercise }) => done.has(`exercise:${exercise}`)).length;
  const words =
    exercises.length === 0
      ? say('today.noExercises')
      : say('today.exercises', { n: exercises.length, done: made });
  return html`<li><a href="${path}/oefeningen">${words}</a></li>`;
}

/** Those with a time, as things to tick off, and the stop-date card of a strong painkiller. */
function medicinesToday(guide: Guide, setting: BlockSetting): Html | null {
  const timed = (sectionOf(guide, 'medicines')?.blocks ?? []).filter(
    (block): block is MedicineBlock =>
      block.kind === 'medicine' && (block.times.length > 0 || block.opioid !== null),
  );
  if (timed.length === 0) return null;
  return html`${timed.map((block) => blockHtml(block, setting))}
<p><a href="${setting.path}/medicijnen">${setting.say('today.medicines')}</a></p>`;
}

function nextAppointment(guide: Guide, { say, path }: BlockSetting): Html | null {
  const next = (sectionOf(guide, 'appointments')?.blocks ?? []).find(
    (block): block is AppointmentBlock => block.kind === 'appointment',
  );
  if (next === undefined) return null;
  return html`<section class="card"><h2>${say('today.next')}</h2><p class="dose">${next.when}</p><p>${next.title}</p><p><a href="${path}/afspraken">${say('today.appointments')}</a></p></section>`;
}

/** "Alles op een rij" in four parts, so that nobody has to read twenty lines to find one. */
const groups: Readonly<Record<'daily' | 'help' | 'know' | 'guide', readonly GuideSection[]>> = {
  daily: ['exercises', 'day-planner', 'medicines', 'alarm'],
  help: ['appointments', 'who-to-call', 'questions', 'packing-list', 'discharge', 'home-and-aids', 'costs'],
  know: ['what-happened', 'recovery', 'complications', 'bone-health', 'falls-plan', 'teach-back'],
  guide: ['sources'],
};

const everything = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/alles',
  audit: 'view',
  handle: async (visit) => {
    // Not to show it: only to lead nobody to a page of figures that are not there.
    const { guide } = await readGuide(visit, { mortality: true });
    visit.audit({ action: 'view', detail: { page: 'alles' } });
    const say = sayOf(visit);
    const { path } = visit.guest;
    const sectionTitle = (id: GuideSection): string | null =>
      // One's own questions can be written down also where knowledge says nothing.
      sectionOf(guide, id)?.title ?? (id === 'questions' ? say('questions.own') : null);
    const link = (slug: string, title: string): Html => html`<li><a href="${path}/${slug}">${title}</a></li>`;
    const parts = (group: keyof typeof groups): readonly Html[] =>
      sectionPages.flatMap(([id, slug]) => {
        const title = groups[group].includes(id) ? sectionTitle(id) : null;
        return title === null ? [] : [link(slug, title)];
      });
    const choices = guide.choices.length > 0 && link('keuzes', say('grid.title'));
    const figures = sectionOf(guide, 'mortality')?.blocks.some(({ kind }) => kind === 'icon-array') === true;
    const outlook = figures && link('vooruitzicht', say('outlook.title'));
    const body = html`<p class="dose">${guide.dayText}</p>
<h2>${say('all.daily')}</h2><ul class="menu">${link('vandaag', say('today.title'))}${link('check', say('check.title'))}${parts('daily')}${link('dagboek', say('diary.title'))}</ul>
<h2>${say('all.help')}</h2><ul class="menu">${parts('help')}</ul>
<h2>${say('all.know')}</h2><ul class="menu">${parts('know')}${choices}${outlook}</ul>
<h2>${say('all.guide')}</h2><ul class="menu">${link('papier', say('paper.title'))}${link('wie-keek', say('seen.title'))}${link('letters', say('look.title'))}${parts('guide')}${link('sluit', say('close.title'))}</ul>`;
    return guideAnswer(visit, { title: say('all.title'), body });
  },
});

export const todayPages: readonly Route[] = [today, everything];
