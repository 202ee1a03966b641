// The page that stands where something failed: no reason but that it was asked too often, no detail, and what to do when it is
// urgent. Nobody knows yet which language the reader has, so it says so in three.

import { guideFrame } from '../html/guide-frame.ts';
import { guideHeaders } from '../html/guide-headers.ts';
import { html } from '../html/html.ts';
import { lookFrom } from '../html/look.ts';
import { sayIn } from '../words/guide-words.ts';

export function guideFailurePage(tooOften: boolean): {
  readonly html: string;
  readonly headers: typeof guideHeaders;
} {
  const say = sayIn('nl');
  const [title, text] = tooOften
    ? (['failure.tooOften', 'failure.wait'] as const)
    : (['failure.title', 'failure.text'] as const);
  const also = (['fr', 'en'] as const).map((language) => {
    const words = sayIn(language);
    return html`<p lang="${language}">${words(title)}. ${words(text)} ${words('failure.alarm')}</p>`;
  });
  const body = html`<p>${say(text)}</p><p><strong>${say('failure.alarm')}</strong></p>${also}`;
  const page = guideFrame({
    say,
    look: lookFrom(null),
    title: say(title),
    body,
    path: null,
    back: null,
    phone: null,
    synthetic: false,
    forCarer: false,
    script: null,
  });
  return { html: page, headers: guideHeaders };
}
