// The check of home and aids: questions on one page, and under them what fits by the answers. Decision: every advice stands on
// the page and is hidden when it does not fit, so that the script shows at once, and without a connection, what the server
// shows after saving (fitsHome of inform decides in both).

import type { HomeCheckAdvice, HomeCheckBlock } from '@breekpunt/inform';
import { type Html, html } from '../html/html.ts';
import type { BlockSetting } from './block-setting.ts';
import { tickHtml } from './tick-html.ts';

const answers = ['yes', 'no', 'not-recorded'] as const;

export function homeCheckHtml(block: HomeCheckBlock, setting: BlockSetting): Html {
  const { say, path } = setting;
  const { answered, questions, advice } = block;
  const open = questions.filter(({ answer }) => answer === 'not-recorded').length;
  const form = html`<form method="post" action="${path}/thuis" data-queued data-home>
${questions.map(
  ({ id, text, answer: given }) => html`<fieldset class="answers"><legend>${text}</legend>
${answers.map(
  (each) =>
    html`<label class="choice"><input type="radio" name="${id}" value="${each}"${answered && each === given && ' checked'}><span>${say(`answer.${each}`)}</span></label>`,
)}</fieldset>`,
)}
<button type="submit">${say('home.keep')}</button></form>`;
  return html`${answered ? html`<details><summary>${say('home.again')}</summary>${form}</details>` : html`<p>${say('home.intro', { n: questions.length })}</p>${form}`}
<section id="past" aria-live="polite"><h2>${say('home.fits')}</h2>
<p class="hint">${say('home.tick')}</p>
<ul class="ticks">${advice.map((each) => adviceHtml(each, setting))}</ul>
<p class="unknown" data-home-open${open === 0 && ' hidden'}>${say('home.open')}</p></section>`;
}

function adviceHtml({ id, text, why, because, fits }: HomeCheckAdvice, setting: BlockSetting): Html {
  const what = `list:home:${id}`;
  const words = html`<span>${text}<br><span class="muted small">${setting.say('why')}: ${why}</span></span>`;
  const needs = Object.entries(because).map(([question, answer]) => `${question}=${answer}`);
  return html`<li class="keep"${needs.length > 0 && html` data-because="${needs.join(' ')}"`}${fits !== 'yes' && ' hidden'}>${tickHtml(what, setting.done.has(what), words, setting)}</li>`;
}
