// The door of a guide: a page that asks for the PIN, the same for every address, and what happens with what was typed.

import { z } from 'zod';
import { inSite } from '../../database/site-transaction.ts';
import { type Answer, page, redirect } from '../../http/answer.ts';
import { openRoute, type Route } from '../../http/route.ts';
import type { Call } from '../../http/visit.ts';
import { hospitalServices, numberToCall } from '../directory/hospital-services.ts';
import { guideFrame } from '../html/guide-frame.ts';
import { guideHeaders } from '../html/guide-headers.ts';
import { html } from '../html/html.ts';
import { lookFrom } from '../html/look.ts';
import { languageAsked, sayIn } from '../words/guide-words.ts';
import { enterGuide } from './enter-guide.ts';
import { guidePath } from './guide-address.ts';
import { readPin } from './guide-code.ts';
import { guestBy, guideDoorFrom } from './guide-guest.ts';

const params = z.object({ site: z.string(), link: z.string() });

const show = openRoute({
  method: 'GET',
  url: '/g/:site/:link',
  perMinute: 60,
  forPeople: true,
  params,
  handle: async (call, { params: { site, link } }) => {
    const door = guideDoorFrom(site, link);
    // The cookie lies under the code as we write it, not as somebody typed it.
    if (door !== null && door.code !== link) return redirect(guidePath(door.site, door.code));
    const { context, at } = call;
    const guest = door === null ? null : await guestBy(context.database.db, door, call.cookie('guide'), at);
    return guest === null ? doorPage(call, site, link, false) : redirect(`${guest.path}/vandaag`);
  },
});

const tryPin = openRoute({
  method: 'POST',
  url: '/g/:site/:link',
  perMinute: 12,
  forPeople: true,
  params,
  body: z.object({ pin: z.string().max(60).catch('') }),
  handle: async (call, { params: { site, link }, body: { pin } }) => {
    // What cannot be a link is tried as one that is not there, so that it takes as long.
    const door = guideDoorFrom(site, link) ?? { site: '-', code: '' };
    const { context, at, address } = call;
    const cookie = await enterGuide(context, { door, pin: readPin(pin) }, at, address);
    if (cookie === null) return doorPage(call, site, link, true);
    const path = guidePath(door.site, door.code);
    const seconds = 400 * 24 * 60 * 60;
    return redirect(`${path}/vandaag`, [{ name: 'guide', value: cookie, path, seconds }]);
  },
});

/** In German, because it is for who reads nothing else. */
const missingInGerman =
  'Diese Anleitung gibt es noch nicht auf Deutsch. Bitten Sie Ihr Team um Hilfe. Notfall: 112.';

async function doorPage(call: Call, site: string, link: string, refused: boolean): Promise<Answer> {
  const say = sayIn(languageAsked(call.acceptLanguage));
  const german = /^\s*de\b/i.test(call.acceptLanguage);
  const services = /^[a-z0-9-]{1,40}$/.test(site)
    ? await inSite(call.context.database.db, site, hospitalServices)
    : [];
  const body = html`${german && html`<p class="note" lang="de">${missingInGerman}</p>`}
${
  refused &&
  html`<div class="problem" role="alert" id="wrong"><p><strong>${say('door.refused')}</strong></p><p>${say('door.refusedHelp')}</p></div>`
}
<form method="post" action="/g/${encodeURIComponent(site)}/${encodeURIComponent(link)}" class="stack">
<label for="pin">${say('door.pin')}</label>
<p id="pin-hint" class="hint">${say('door.pinHint')}</p>
<input id="pin" name="pin" type="text" inputmode="numeric" autocomplete="off" maxlength="12" required
 aria-describedby="pin-hint${refused && ' wrong'}">
<button type="submit">${say('door.open')}</button>
</form>`;
  const text = guideFrame({
    say,
    look: lookFrom(call.cookie('look')),
    title: say('door.title'),
    body,
    path: null,
    back: null,
    phone: numberToCall(services),
    synthetic: false,
    forCarer: false,
    script: call.context.guideScript,
  });
  return page(text, { status: refused ? 403 : 200, headers: guideHeaders });
}

export const doorRoutes: readonly Route[] = [show, tryPin];
