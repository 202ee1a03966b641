// What the patient or a carer said in the guide, for the team: which explanation has to be given again, what is not ready
// for going home, what was weighed, what they want to ask. Decision: the team sees what to do, no score of a person.

import { fitsHome } from '@breekpunt/inform';
import type { GuideLanguage } from '@breekpunt/knowledge';
import { guideContent } from '@breekpunt/knowledge';
import { z } from 'zod';
import type { SiteTransaction } from '../../database/site-transaction.ts';
import { doneOn, ownQuestions } from './diary.ts';
import { homeAnswersOf } from './home-answers.ts';

export interface PatientSaid {
  /** Questions of the teach-back that were answered, and those to explain again; null when none was answered. */
  readonly teachBack: { readonly answered: number; readonly again: readonly string[] } | null;
  /** Of the list for going home; null when nothing of it was ticked. */
  readonly goingHome: { readonly ready: number; readonly open: readonly string[] } | null;
  /** What fits at home by the patient's own answers; null when nothing was answered. */
  readonly atHome: readonly string[] | null;
  readonly questions: readonly string[];
  /** Of each decision aid the newest. */
  readonly weighed: readonly { readonly grid: string; readonly on: string; readonly text: string }[];
}

const answered = z.object({ quiz: z.string(), question: z.string(), right: z.boolean() });
const weighing = z.object({ grid: z.string(), text: z.string() });

export async function patientSaid(
  tx: SiteTransaction,
  person: number,
  { today, language }: { readonly today: Parameters<typeof doneOn>[2]; readonly language: GuideLanguage },
): Promise<PatientSaid> {
  const rows = await tx.db
    .selectFrom('diary_entry')
    .select(['kind', 'content', 'entered_for'])
    .where('site_id', '=', tx.site)
    .where('person_id', '=', person)
    .where('kind', 'in', ['teach-back', 'weighed'])
    .orderBy('diary_entry_id')
    .execute();
  const quizzes = new Map<string, z.output<typeof answered>>();
  const weighed = new Map<string, PatientSaid['weighed'][number]>();
  for (const { kind, content, entered_for: on } of rows) {
    const quiz = kind === 'teach-back' ? answered.safeParse(content).data : undefined;
    if (quiz !== undefined) quizzes.set(quiz.quiz, quiz);
    const weight = kind === 'weighed' ? weighing.safeParse(content).data : undefined;
    if (weight !== undefined) weighed.set(weight.grid, { ...weight, on });
  }
  const answers = [...quizzes.values()];
  return {
    teachBack:
      answers.length === 0
        ? null
        : {
            answered: answers.length,
            again: answers.filter(({ right }) => !right).map(({ question }) => question),
          },
    goingHome: goingHomeFrom(await doneOn(tx, person, today), language),
    atHome: atHomeFrom(await homeAnswersOf(tx, person), language),
    questions: (await ownQuestions(tx, person)).map(({ text }) => text),
    weighed: [...weighed.values()],
  };
}

/** Only what an answer asked for: what everybody gets in the first weeks is no news. */
function atHomeFrom(
  answers: Awaited<ReturnType<typeof homeAnswersOf>>,
  language: GuideLanguage,
): PatientSaid['atHome'] {
  if (Object.values(answers).every((answer) => answer === 'not-recorded')) return null;
  return guideContent.home.advice
    .filter(({ because }) => Object.keys(because).length > 0 && fitsHome(because, answers) === 'yes')
    .map(({ texts }) => (texts[language] ?? texts.nl)?.text ?? '');
}

const listForHome = 'discharge.ready';

function goingHomeFrom(done: ReadonlySet<string>, language: GuideLanguage): PatientSaid['goingHome'] {
  const block = guideContent.blocks.find(({ id }) => id === listForHome);
  const lines = (block?.texts[language] ?? block?.texts.nl)?.text ?? [];
  const isTicked = (place: number): boolean => done.has(`list:${listForHome}:${listForHome}.${place + 1}`);
  const ready = lines.filter((_line, place) => isTicked(place)).length;
  return ready === 0 ? null : { ready, open: lines.filter((_line, place) => !isTicked(place)) };
}
