// "Hebben wij het goed uitgelegd?": three questions, one a page. Decision: what was answered is kept for the team as
// something to explain again; the reader sees the right answer at once and no score.

import type { QuizBlock } from '@breekpunt/inform';
import { z } from 'zod';
import { redirect } from '../../http/answer.ts';
import { guideRoute, type Route } from '../../http/route.ts';
import { addDiaryRow } from '../diary/diary.ts';
import { guideAnswer, sayOf } from '../html/guide-answer.ts';
import { html } from '../html/html.ts';
import { readGuide } from '../read-guide.ts';
import { sentIdIn } from './diary-page.ts';
import { sectionOf } from './section-page.ts';

const numbered = z.object({ number: z.coerce.number().int().catch(0) });

export function quizzesIn({
  guide,
}: Pick<Awaited<ReturnType<typeof readGuide>>, 'guide'>): readonly QuizBlock[] {
  return (sectionOf(guide, 'teach-back')?.blocks ?? []).filter(
    (block): block is QuizBlock => block.kind === 'quiz',
  );
}

const begin = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/begrepen',
  audit: 'view',
  handle: async (visit) => {
    const quizzes = quizzesIn(await readGuide(visit));
    visit.audit({ action: 'view', detail: { page: 'begrepen' } });
    const say = sayOf(visit);
    const body = html`<p>${say('quiz.intro', { n: quizzes.length })}</p>
${quizzes.length > 0 && html`<p><a class="button" href="${visit.guest.path}/begrepen/1">${say('quiz.start')}</a></p>`}`;
    return guideAnswer(visit, { title: say('quiz.title'), body, back: '/alles' });
  },
});

const ask = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/begrepen/:number',
  audit: 'view',
  params: numbered,
  query: z.object({ keuze: z.coerce.number().int().min(0).optional().catch(undefined) }),
  handle: async (visit, { params: { number }, query: { keuze } }) => {
    const quizzes = quizzesIn(await readGuide(visit));
    visit.audit({ action: 'view', detail: { page: 'begrepen' } });
    const say = sayOf(visit);
    const { path } = visit.guest;
    const one = quizzes[number - 1];
    if (one === undefined) return redirect(`${path}/begrepen`);
    const chosen = keuze === undefined ? undefined : one.options[keuze];
    const next = number < quizzes.length ? `/begrepen/${number + 1}` : '/vandaag';
    const body =
      chosen === undefined
        ? html`<p class="muted">${say('check.place', { n: number, of: quizzes.length })}</p>
<form class="answers" method="post" action="${path}/begrepen/${number}">${one.options.map(({ text }, index) => html`<button type="submit" name="keuze" value="${index}">${text}</button>`)}</form>`
        : html`<p class="dose">${chosen.right ? say('quiz.right') : say('quiz.wrong')}</p>
<p>${one.options.find(({ right }) => right)?.text ?? ''}</p><p>${one.because}</p>
<p><a class="button" href="${path}${next}">${number < quizzes.length ? say('quiz.next') : say('check.toToday')}</a></p>`;
    return guideAnswer(visit, { title: one.question, body, back: '/begrepen' });
  },
});

const answer = guideRoute({
  method: 'POST',
  url: '/g/:site/:link/begrepen/:number',
  audit: 'create',
  params: numbered,
  body: z.record(z.string(), z.string().max(200)),
  handle: async (visit, { params: { number }, body }) => {
    const { tx, guest, today, at } = visit;
    const one = quizzesIn(await readGuide(visit))[number - 1];
    const place = Number(body['keuze'] ?? Number.NaN);
    const chosen = one?.options[place];
    visit.audit({ action: 'create', detail: { what: 'teach-back' } });
    if (one === undefined || chosen === undefined) return redirect(`${guest.path}/begrepen`);
    await addDiaryRow(
      tx,
      { person: guest.person, link: guest.link },
      {
        kind: 'teach-back',
        on: today,
        content: { quiz: one.id, question: one.question, right: chosen.right },
        at,
        sentId: sentIdIn(body),
      },
    );
    return redirect(`${guest.path}/begrepen/${number}?keuze=${place}`);
  },
});

export const teachBackPages: readonly Route[] = [begin, ask, answer];
