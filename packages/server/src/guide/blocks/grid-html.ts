// The options of a decision aid, compared. Decision: one question at a time across all options, because eight options in twelve
// rows are metres of telephone; and of many options a reader may lay a few beside each other. Both are the style sheet's doing
// (which row the address points at, which boxes are ticked), so they work without script and without a network; without a style
// sheet and on paper everything stands there.

import type { ShownGrid } from '@breekpunt/inform';
import { gridRows } from '@breekpunt/knowledge';
import { type Html, html } from '../html/html.ts';
import { choiceWord } from '../words/choice-words.ts';
import type { Say } from '../words/guide-words.ts';

type Option = ShownGrid['options'][number];

/** One question of the grid, and what it says of an option. */
interface Question {
  readonly title: string;
  readonly cell: (option: Option) => Html;
}

/** More than these are picked from; fewer stand beside each other on a narrow screen too. */
const mostBesideEachOther = 3;

/** Where the last question leads on to. */
export const afterQuestions = 'telt';

export function gridHtml(grid: ShownGrid, say: Say): Html {
  const questions = questionsOf(say);
  return html`<div class="grid">
<h2 id="kies" lang="${say.language}">${choiceWord(say, 'compare')}</h2>
${grid.options.length > mostBesideEachOther && picks(grid, say)}
<p lang="${say.language}" class="grid-hint">${choiceWord(say, 'compareHint')}</p>
<p id="alles" class="grid-all" lang="${say.language}"><a class="button quiet" href="#kies">${choiceWord(say, 'oneByOne')}</a></p>
${questions.map((question, place) => row(question, place, questions, grid, say))}
<nav class="grid-menu" lang="${say.language}" aria-label="${choiceWord(say, 'menu')}"><ol class="menu">${questions.map(
    ({ title }, place) => html`<li><a href="#${anchor(place)}">${title}</a></li>`,
  )}</ol><p><a class="button quiet" href="#alles">${choiceWord(say, 'everything')}</a></p></nav>
</div>`;
}

/** Boxes and rows are neighbours, so that the style sheet can tell from a box what a row shows. */
function picks({ options }: ShownGrid, say: Say): Html {
  return html`<h3 lang="${say.language}">${choiceWord(say, 'pick')}</h3><p class="hint" lang="${say.language}">${choiceWord(say, 'pickHint', { n: options.length })}</p>
${options.map(
  ({ name }, place) =>
    html`<input type="checkbox" class="pick pick-${place + 1}" id="pick-${place + 1}" autocomplete="off"><label class="picked" for="pick-${place + 1}">${name}</label>`,
)}`;
}

function row(
  { title, cell }: Question,
  place: number,
  questions: readonly Question[],
  { options }: ShownGrid,
  say: Say,
): Html {
  const next = questions[place + 1];
  const ahead =
    next === undefined
      ? html`<a class="button" href="#${afterQuestions}">${choiceWord(say, 'last')}</a>`
      : html`<a class="button" href="#${anchor(place + 1)}">${choiceWord(say, 'next', { what: next.title })}</a>`;
  return html`<section class="grid-row" id="${anchor(place)}">
<p class="grid-at hint" lang="${say.language}">${choiceWord(say, 'at', { n: place + 1, all: questions.length })}</p>
<h2 lang="${say.language}">${title}</h2>
${answers(options, cell, say)}
<div class="grid-steps" lang="${say.language}">${ahead}<a class="button quiet" href="#kies">${choiceWord(say, 'menu')}</a></div>
</section>`;
}

/** The same thing said of every option; once, where it is the same words. */
function answers(options: readonly Option[], cell: Question['cell'], say: Say): Html {
  const [first, ...others] = options.map(cell);
  if (first !== undefined && others.every(({ text }) => text === first.text))
    return html`<p lang="${say.language}">${say('grid.same')}:</p>${first}`;
  return html`<div class="grid-options">${options.map(
    (option, place) =>
      html`<div class="option option-${place + 1}"><h3>${option.name}</h3>${cell(option)}</div>`,
  )}</div>`;
}

function questionsOf(say: Say): readonly Question[] {
  return [
    ...(['gains', 'harms'] as const).map((key) => ({
      title: say(`grid.${key}`),
      cell: (option: Option) => html`<ul>${option[key].map((line) => html`<li>${line}</li>`)}</ul>`,
    })),
    ...gridRows
      .filter((key) => key !== 'certainty')
      .map((key) => ({
        title: say(`grid.row.${key}`),
        cell: (option: Option) => html`<p>${option.rows[key].text}</p>`,
      })),
    {
      title: say('grid.row.certainty'),
      cell: ({ certainty }) =>
        html`<p><strong lang="${say.language}">${say(`grid.sure.${certainty.word}`)}</strong>: ${certainty.why}</p>`,
    },
  ];
}

function anchor(place: number): string {
  return `vraag-${place + 1}`;
}
