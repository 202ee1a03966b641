// The page that stands where something failed: no reason, no detail, and what to do when it is urgent.

import { guideFrame } from '../html/guide-frame.ts';
import { guideHeaders } from '../html/guide-headers.ts';
import { html } from '../html/html.ts';
import { lookFrom } from '../html/look.ts';
import { sayIn } from '../words/guide-words.ts';

export function guideFailurePage(): { readonly html: string; readonly headers: typeof guideHeaders } {
  const say = sayIn('nl');
  const body = html`<p>${say('failure.text')}</p><p><strong>${say('failure.alarm')}</strong></p>
<p lang="fr">${sayIn('fr')('failure.title')}. ${sayIn('fr')('failure.alarm')}</p>
<p lang="en">${sayIn('en')('failure.title')}. ${sayIn('en')('failure.alarm')}</p>`;
  const page = guideFrame({
    say,
    look: lookFrom(null),
    title: say('failure.title'),
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
