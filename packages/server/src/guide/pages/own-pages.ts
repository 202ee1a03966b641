// What the reader arranges for themselves: size and colours, the language, and closing the guide on this device.
// Decision: a language that is not there yet stands in the list as missing, so that nobody keeps looking for it.

import { guideLanguages } from '@breekpunt/knowledge';
import { z } from 'zod';
import { redirect } from '../../http/answer.ts';
import { guideRoute, type Route } from '../../http/route.ts';
import { endGuideSession } from '../access/guide-guest.ts';
import { changeGuideLanguage } from '../access/guide-link.ts';
import { guideAnswer, sayOf } from '../html/guide-answer.ts';
import { type Html, html } from '../html/html.ts';
import { contrasts, lookFrom, lookText, sizes } from '../html/look.ts';

const yearSeconds = 365 * 24 * 60 * 60;

/** Each in itself: who does not read Dutch must find their own. */
const languageNames = { nl: 'Nederlands', fr: 'Français', en: 'English' } as const;

const look = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/letters',
  audit: 'none',
  handle: (visit) => {
    const say = sayOf(visit);
    const now = lookFrom(visit.cookie('look'));
    const choice = (name: string, value: string, words: string, chosen: boolean): Html =>
      html`<label class="choice"><input type="radio" name="${name}" value="${value}"${chosen && ' checked'}><span>${words}</span></label>`;
    const body = html`<form method="post" action="${visit.guest.path}/letters">
<fieldset><legend>${say('look.size')}</legend>
${sizes.map((size) => choice('size', size, say(`look.size${size}`), size === now.size))}</fieldset>
<fieldset><legend>${say('look.contrast')}</legend>
${contrasts.map((contrast) => choice('contrast', contrast, say(`look.${contrast}`), contrast === now.contrast))}</fieldset>
<fieldset><legend>${say('look.language')}</legend>
${guideLanguages.map((language) => html`<div lang="${language}">${choice('language', language, languageNames[language], language === say.language)}</div>`)}
<p class="unknown">${say('look.missing')}</p></fieldset>
<button type="submit">${say('look.save')}</button></form>`;
    return guideAnswer(visit, { title: say('look.title'), body });
  },
});

const keepLook = guideRoute({
  method: 'POST',
  url: '/g/:site/:link/letters',
  audit: 'none',
  body: z.object({
    size: z.string().catch(''),
    contrast: z.string().catch(''),
    language: z.enum(guideLanguages).optional().catch(undefined),
  }),
  handle: async ({ tx, guest }, { body: { size, contrast, language } }) => {
    if (language !== undefined && language !== guest.language)
      await changeGuideLanguage(tx, guest.link, language);
    const value = lookText(lookFrom(`${size}.${contrast}`));
    return redirect(`${guest.path}/vandaag`, [{ name: 'look', value, path: '/g', seconds: yearSeconds }]);
  },
});

const close = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/sluit',
  audit: 'none',
  handle: (visit) => {
    const say = sayOf(visit);
    const body = html`<p>${say('close.text')}</p>
<form method="post" action="${visit.guest.path}/sluit" data-closes><button type="submit">${say('close.button')}</button></form>`;
    return guideAnswer(visit, { title: say('close.title'), body });
  },
});

const closed = guideRoute({
  method: 'POST',
  url: '/g/:site/:link/sluit',
  audit: 'sign-out',
  handle: async ({ tx, guest, at, audit }) => {
    await endGuideSession(tx, guest.session, at);
    audit({ action: 'sign-out', detail: { door: 'guide' } });
    return redirect(guest.path, [{ name: 'guide', value: null, path: guest.path }]);
  },
});

export const ownPages: readonly Route[] = [look, keepLook, close, closed];
