// The stop-date card of a strong painkiller: how many days are left, and what the reader can say about it: the day that was
// agreed, that it is over, or that it is still taken. What is still taken after its last day comes before the team.

import { unreachable } from '@breekpunt/core';
import type { OpioidStanding } from '@breekpunt/inform';
import { type Html, html } from '../html/html.ts';
import type { BlockSetting } from './block-setting.ts';

/** What is kept among the things ticked today. */
export const stillTaken = 'opioid:still';

export function opioidHtml(standing: OpioidStanding, { say, path, here, done }: BlockSetting): Html {
  const form = (body: Html): Html =>
    html`<form method="post" action="${path}/sterke-pijnstiller" data-queued><input type="hidden" name="here" value="${here}">${body}</form>`;
  const stopped = html`<button class="quiet" type="submit" name="said" value="stopped">${say('opioid.stopped')}</button>`;
  switch (standing.kind) {
    case 'no-day':
      return form(html`<label for="stop-on">${say('opioid.ask')}</label><p class="hint" id="stop-hint">${say('opioid.askHint')}</p>
<input id="stop-on" type="date" name="stopOn" aria-describedby="stop-hint"><button type="submit" name="said" value="day">${say('opioid.keep')}</button>${stopped}`);
    case 'days-left':
      return form(stopped);
    case 'over':
      return done.has(stillTaken)
        ? html`<p class="saved">${say('diary.teamTold')}</p>${form(stopped)}`
        : form(
            html`<button type="submit" name="said" value="still">${say('opioid.still')}</button>${stopped}`,
          );
    case 'stopped':
      return html`<p class="saved">${say('opioid.wasStopped')}</p>`;
    default:
      return unreachable(standing);
  }
}
