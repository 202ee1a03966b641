// A test, told in full: what each outcome leads to, what finding too much means, and how far it can be trusted.

import { type Html, html } from '../html/html.ts';
import type { Say } from '../words/guide-words.ts';

export interface ToldTest {
  readonly positive: string;
  readonly negative: string;
  readonly harmless: string;
  readonly accuracy: string;
}

export function testHtml(title: string, text: readonly string[], test: ToldTest, say: Say): Html {
  return html`<section class="keep"><h2>${title}</h2>${text.map((line) => html`<p>${line}</p>`)}
<dl class="compare">${(['positive', 'negative', 'harmless', 'accuracy'] as const).map(
    (key) => html`<dt>${say(`test.${key}`)}</dt><dd>${test[key]}</dd>`,
  )}</dl></section>`;
}
