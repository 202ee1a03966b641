// The frame of every page of a guide: one heading, what the page is for, and at the foot, always in the same place, whom to
// call. Works without script; the script only adds.

import type { Say } from '../words/guide-words.ts';
import { iconAddress } from './guide-icons.ts';
import { type Html, html, verbatim } from './html.ts';
import type { Look } from './look.ts';
import { frameSheet, styleMark } from './style-sheet.ts';

export interface FrameOf {
  readonly say: Say;
  readonly look: Look;
  /** Of the page; says nothing about the person. */
  readonly title: string;
  readonly body: Html;
  /** Where this guide lies; null before its door. */
  readonly path: string | null;
  /** Where "back" goes, under `path`; null on the first page. */
  readonly back: string | null;
  readonly phone: Phone | null;
  readonly synthetic: boolean;
  readonly forCarer: boolean;
  /** Address of the script, which runs behind the door alone; null when it is not built. */
  readonly script: string | null;
  /** Pages of the alarm check show no other way out than their answers and the telephone. */
  readonly plain?: boolean;
}

export interface Phone {
  readonly number: string;
  readonly hours: string | null;
}

/** For href: a telephone number as people write it, as a dialler takes it. */
export function telephone(number: string): string {
  return `tel:${number.replaceAll(/[^\d+]/g, '')}`;
}

/** A telephone number is read in one piece, alone or in a sentence, and so is a dose: no line ends within them. */
export function unbroken(text: string): string {
  return text.replaceAll(/(?<=\d) (?=\d|(?:g|mg|µg|mcg|ml|mL|IE|IU|UI)(?!\p{L}))/gu, '\u00a0');
}

export const stylePath = '/guide/guide.css';
export const styleAddress: string = `${stylePath}?${styleMark}`;

export function guideFrame(frame: FrameOf): string {
  const { say, look, title, body, path, back, synthetic, forCarer, script } = frame;
  return html`<!doctype html>
<html lang="${say.language}" data-size="${look.size}" data-contrast="${look.contrast}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · ${say('app.name')}</title>
<link rel="icon" href="/guide/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="${iconAddress(180)}">
<meta name="apple-mobile-web-app-title" content="${say('app.name')}">
${path === null ? atTheDoor(script) : inside(path, script)}
</head>
<body${path !== null && html` data-guide="${path}"`}>
<a class="skip" href="#text">${say('skip')}</a>
${top(frame, path, back)}
<main id="text" tabindex="-1">
${synthetic && html`<p class="note">${say('synthetic')}</p>`}
${forCarer && html`<p class="note">${say('carer')}</p>`}
<h1>${title}</h1>
${body}
</main>
${foot(frame)}
</body>
</html>
`.text;
}

/**
 * The first page that anybody sees brings its style along; what the next ones need is fetched while somebody types. The sheet as
 * one for no medium: every browser fetches that without waiting for it, and an iPhone knows no prefetch.
 */
function atTheDoor(script: string | null): Html {
  return html`<style>${verbatim(frameSheet)}</style>
<link rel="stylesheet" href="${styleAddress}" media="not all">
${script !== null && html`<link rel="prefetch" href="${script}" as="script">`}`;
}

function inside(path: string, script: string | null): Html {
  return html`<link rel="stylesheet" href="${styleAddress}">
<link rel="manifest" href="${path}/app.webmanifest" crossorigin="use-credentials">
${script !== null && html`<script src="${script}" defer></script>`}`;
}

function top({ say, plain }: FrameOf, path: string | null, back: string | null): Html | null {
  if (path === null) return null;
  return html`<header class="top"><nav aria-label="${say('app.name')}">
${back !== null && html`<a class="back" href="${path}${back}">‹ ${say('back')}</a>`}
${plain !== true && html`<a href="${path}/vandaag">${say('home')}</a><a href="${path}/alles">${say('nav.all')}</a>`}
</nav></header>`;
}

/** WCAG 3.2.6: help stands in the same place on every page. Without a number of the hospital there is one way: 112. */
function foot({ say, phone }: FrameOf): Html {
  if (phone === null)
    return html`<footer class="call"><p><a class="ambulance" href="tel:112">${say('call.noNumber')}</a></p></footer>`;
  return html`<footer class="call"><p><a href="${telephone(phone.number)}">${say('call.us', { phone: unbroken(phone.number) })}</a>${
    phone.hours !== null && html` <span class="hours">${phone.hours}</span>`
  }</p><p><a class="ambulance" href="tel:112">${say('call.ambulance')}</a></p></footer>`;
}
