// Something to tick off: a form with one large button, so that it works without script; the script only spares the new page.

import { type Html, html } from '../html/html.ts';
import type { BlockSetting } from './block-setting.ts';

export function tickHtml(what: string, ticked: boolean, words: Html, { path, here }: BlockSetting): Html {
  return html`<form method="post" action="${path}/gedaan" data-tick="${what}"><input type="hidden" name="what" value="${what}"><input type="hidden" name="here" value="${here}">${
    ticked && html`<input type="hidden" name="undone" value="1">`
  }<button class="tick" type="submit" aria-pressed="${ticked ? 'true' : 'false'}"><span class="tick-mark" aria-hidden="true"></span>${words}</button></form>`;
}
