// A part of the guide as a page: its blocks, and what they rest on, one press away.

import type { Block, Guide, Section } from '@breekpunt/inform';
import type { GuideSection } from '@breekpunt/knowledge';
import { type Answer, redirect } from '../../http/answer.ts';
import { guideRoute, type Route } from '../../http/route.ts';
import type { GuideVisit } from '../access/guide-visit.ts';
import { blockHtml } from '../blocks/block-html.ts';
import type { BlockSetting } from '../blocks/block-setting.ts';
import { doneOn } from '../diary/diary.ts';
import { guideAnswer, sayOf } from '../html/guide-answer.ts';
import { type Html, html } from '../html/html.ts';
import { readGuide } from '../read-guide.ts';
import type { Say } from '../words/guide-words.ts';
import { sectionPages } from './sections.ts';

export function sectionOf({ sections }: Guide, id: GuideSection): Section | null {
  return sections.find((section) => section.id === id) ?? null;
}

/** For the blocks of a page that ticking comes back to. */
export async function settingOf(visit: GuideVisit, here: string): Promise<BlockSetting> {
  const { tx, guest, today } = visit;
  const done = await doneOn(tx, guest.person, today);
  return { say: sayOf(visit), path: guest.path, done, here };
}

/** Blocks meant for whoever reads: a carer's own stand first for a carer, and not at all for the patient. */
export function blocksFor(blocks: readonly Block[], forCarer: boolean): readonly Block[] {
  const audience = forCarer ? 'carer' : 'patient';
  return blocks.filter((block) => block.audience.includes(audience));
}

/** What the blocks rest on, how sure that is and from when. */
export function sourcesHtml(blocks: readonly Block[], { sources }: Guide, say: Say): Html | null {
  const cited = [...new Set(blocks.flatMap((block) => block.sources))];
  const titles = cited.flatMap((id) => sources.find((source) => source.id === id) ?? []);
  const sure = [
    ...new Set(blocks.filter(({ sources: own }) => own.length > 0).map((block) => block.certaintyText)),
  ];
  const dates = blocks.flatMap(({ date }) => date ?? []).toSorted();
  if (titles.length === 0) return null;
  return html`<details class="noprint"><summary>${say('sources.where')}</summary>
<ul>${titles.map(
    ({ title, publisher, year, address }) =>
      html`<li>${address === null ? title : html`<a href="${address}" rel="noreferrer">${title}</a>`}${publisher !== '' && html`, ${publisher}`}${year !== null && html` (${year})`}</li>`,
  )}</ul>
<p>${say('sources.sure')}: ${sure.join('; ')}</p>
${dates[0] !== undefined && html`<p>${say('sources.date', { day: dates[0] })}</p>`}
${blocks.some(({ status }) => status === 'draft') && html`<p class="note">${say('draft')}</p>`}</details>`;
}

const withOwnPage: readonly GuideSection[] = [
  'exercises',
  'questions',
  'teach-back',
  'packing-list',
  'complications',
];

/** Sections that are their blocks and nothing more; the others have a page of their own. */
export const sectionRoutes: readonly Route[] = sectionPages
  .filter(([section]) => !withOwnPage.includes(section))
  .map(([section, slug]) =>
    guideRoute({
      method: 'GET',
      url: `/g/:site/:link/${slug}`,
      audit: 'view',
      handle: (visit) => showSection(visit, section, slug),
    }),
  );

/** The decision aid that belongs to a part of the guide. */
const choiceIn: Readonly<Partial<Record<GuideSection, string>>> = {
  'bone-health': 'bone-medicine',
  'day-planner': 'vertebral-brace-cement',
};

/** `own` is what the reader added to this part; with it the page is there also where knowledge says nothing yet. */
export async function showSection(
  visit: GuideVisit,
  id: GuideSection,
  slug: string,
  own: { readonly title: string; readonly after: Html } | null = null,
): Promise<Answer> {
  const { guide } = await readGuide(visit);
  visit.audit({ action: 'view', detail: { page: slug } });
  const section = sectionOf(guide, id);
  if (section === null && own === null) return redirect(`${visit.guest.path}/alles`);
  const setting = await settingOf(visit, `/${slug}`);
  const blocks = blocksFor(section?.blocks ?? [], visit.guest.forCarer);
  const choice = choiceIn[id];
  const aid =
    choice !== undefined &&
    guide.choices.includes(choice) &&
    html`<p><a class="button quiet" href="${setting.path}/keuzes/${choice}">${setting.say('grid.here')}</a></p>`;
  const body = html`${blocks.map((block) => blockHtml(block, setting))}${aid}${own?.after}${sourcesHtml(blocks, guide, setting.say)}`;
  return guideAnswer(visit, { title: section?.title ?? own?.title ?? '', body, back: '/alles' });
}
