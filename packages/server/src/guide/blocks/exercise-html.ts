// One exercise: the drawing, what to do, how often, and when to stop.

import type { ExerciseBlock } from '@breekpunt/inform';
import { type Html, html, verbatim } from '../html/html.ts';
import type { BlockSetting } from './block-setting.ts';
import { timerHtml } from './timer-html.ts';

/** Shorter is counted under one's breath, sooner than a clock is found on a telephone. */
const leastOnClock = 10;

export function exerciseHtml(block: ExerciseBlock, { say }: BlockSetting): Html {
  const { how, dose, stop, notIf, picture, holdSeconds, minutes } = block;
  const seconds = minutes === null ? holdSeconds : minutes * 60;
  return html`<section class="exercise keep">
<div class="picture">${verbatim(picture.svg)}</div>
<div><ol>${how.map((step) => html`<li>${step}</li>`)}</ol>
<p class="dose">${dose}</p>
${seconds !== null && seconds >= leastOnClock && timerHtml(seconds, say('timer.start', { time: secondsInWords(seconds, say) }), say('timer.over'), say)}
<p><strong>${stop}</strong></p>
${notIf.length > 0 && html`<p>${say('notIf')}</p><ul>${notIf.map((line) => html`<li>${line}</li>`)}</ul>`}</div></section>`;
}

function secondsInWords(seconds: number, say: BlockSetting['say']): string {
  return seconds < 60 ? say('seconds', { n: seconds }) : say('minutes', { n: Math.round(seconds / 60) });
}
