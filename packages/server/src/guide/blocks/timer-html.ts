// A clock that counts down, for who has a script; the time itself stands in words for all.

import { type Html, html } from '../html/html.ts';
import type { Say } from '../words/guide-words.ts';

export function timerHtml(seconds: number, start: string, over: string, say: Say): Html {
  return html`<div class="with-script timer-box" data-timer="${seconds}" data-over="${over}"><button type="button" data-start>${start}</button><p class="timer" role="timer" aria-live="off"></p><button type="button" class="quiet" data-stop hidden>${say('timer.stop')}</button><p role="status"></p></div>`;
}
