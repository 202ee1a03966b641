// An appointment: what, when, where, what to bring, and a way into one's own calendar.

import type { AppointmentBlock } from '@breekpunt/inform';
import { type Html, html } from '../html/html.ts';
import type { BlockSetting } from './block-setting.ts';

export function appointmentHtml(block: AppointmentBlock, { say, path }: BlockSetting): Html {
  const { appointment, title, when, place, bring } = block;
  return html`<section class="card keep"><h2>${title}</h2><p class="dose">${when}</p><p>${place}</p>
${bring.map((line) => html`<p>${line}</p>`)}
<p><a class="button quiet" href="${path}/afspraken/${encodeURIComponent(appointment)}.ics">${say('calendar.add')}</a></p></section>`;
}
