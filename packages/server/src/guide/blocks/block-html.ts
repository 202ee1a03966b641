// A block of the guide as HTML, the same for every page. Decision: what a block needs stands in the block, so this is one
// function for each kind and no knowledge. What ticks, times or shares is a form or a link that works without script.

import { unreachable } from '@breekpunt/core';
import type {
  Block,
  CallAction,
  ChecklistBlock,
  ContactBlock,
  MedicineBlock,
  PlannerBlock,
  TextBlock,
  WarningBlock,
} from '@breekpunt/inform';
import { telephone, unbroken } from '../html/guide-frame.ts';
import { type Html, html } from '../html/html.ts';
import type { Say } from '../words/guide-words.ts';
import { appointmentHtml } from './appointment-html.ts';
import type { BlockSetting } from './block-setting.ts';
import { exerciseHtml } from './exercise-html.ts';
import { homeCheckHtml } from './home-check-html.ts';
import { iconArrayHtml } from './icon-array.ts';
import { opioidHtml } from './opioid-html.ts';
import { spansHtml } from './spans-html.ts';
import { testHtml } from './test-html.ts';
import { tickHtml } from './tick-html.ts';
import { timerHtml } from './timer-html.ts';

export function blockHtml(block: Block, setting: BlockSetting): Html {
  const foreign = block.language !== setting.say.language;
  const body = blockBody(block, setting);
  return foreign
    ? html`<div lang="${block.language}"><p class="note" lang="${setting.say.language}">${setting.say('otherLanguage')}</p>${body}</div>`
    : body;
}

function blockBody(block: Block, setting: BlockSetting): Html {
  switch (block.kind) {
    case 'text':
    case 'list':
    case 'steps':
    case 'questions':
      return textHtml(block);
    case 'checklist':
      return checklistHtml(block, setting);
    case 'warning':
      return warningHtml(block, setting);
    case 'exercise':
      return exerciseHtml(block, setting);
    case 'medicine':
      return medicineHtml(block, setting);
    case 'appointment':
      return appointmentHtml(block, setting);
    case 'contact':
      return contactHtml(block, setting);
    case 'icon-array':
      return iconArrayHtml(block, setting);
    case 'spans':
      return spansHtml(block, setting);
    case 'planner':
      return plannerHtml(block, setting);
    case 'quiz':
      return html`<section class="card keep"><h2>${block.question}</h2><ol>${block.options.map(({ text }) => html`<li>${text}</li>`)}</ol></section>`;
    case 'test':
      return testHtml(block.title, block.text, block, setting.say);
    case 'home-check':
      return homeCheckHtml(block, setting);
    case 'not-known':
      return html`<p class="unknown">${block.text}</p>`;
    default:
      return unreachable(block);
  }
}

function textHtml({ kind, title, text }: TextBlock): Html {
  const items = text.map((item) => html`<li>${item}</li>`);
  const body =
    kind === 'steps'
      ? html`<ol>${items}</ol>`
      : kind === 'list' || kind === 'questions'
        ? html`<ul>${items}</ul>`
        : text.map((paragraph) => html`<p>${paragraph}</p>`);
  return html`<section class="keep">${title !== null && html`<h2>${title}</h2>`}${body}</section>`;
}

function checklistHtml({ id, title, items }: ChecklistBlock, setting: BlockSetting): Html {
  const { say, done } = setting;
  return html`<section>${title !== null && html`<h2>${title}</h2>`}
<ul class="ticks">${items.map((item) => {
    const what = `list:${id}:${item.id}`;
    const ticked = done.has(what);
    const words = html`<span>${item.text}${item.why !== null && html`<br><span class="muted small">${say('why')}: ${item.why}</span>`}</span>`;
    return html`<li class="keep">${tickHtml(what, ticked, words, setting)}</li>`;
  })}</ul></section>`;
}

function warningHtml({ level, title, signs, actions }: WarningBlock, { say }: BlockSetting): Html {
  return html`<section class="care care-${level}"><h2>${title}</h2>
<ul>${signs.map((sign) => html`<li>${sign}</li>`)}</ul>
${actions.map((action) => actionHtml(action, say))}</section>`;
}

/** One thing to do, with its number as a button, and what to say; a heading that says the thing is not said again. */
export function actionHtml(
  { text, phone, hours, say: words }: CallAction,
  say: Say,
  heading: string | null = null,
): Html {
  const told = text === `${heading}.` && hours === null;
  return html`${!told && html`<p>${unbroken(text)}${hours !== null && html` <span class="small">(${hours})</span>`}</p>`}
${phone !== null && html`<p><a class="button" href="${telephone(phone)}">${say('call.button', { phone: unbroken(phone) })}</a></p>`}
${words !== null && html`<p>${words}</p>`}`;
}

function medicineHtml(block: MedicineBlock, setting: BlockSetting): Html {
  const { id, name, dose, times, stopText, advice } = block;
  const { say, done } = setting;
  return html`<section class="card keep"><h2>${unbroken(name)}</h2><p class="dose">${unbroken(dose)}</p>
${stopText !== null && html`<p><strong>${stopText}</strong></p>`}
${block.opioid !== null && opioidHtml(block.opioid, setting)}
${advice.map((line) => html`<p>${line}</p>`)}
${times.map((time) => {
  const what = `${id}:${time}`;
  return tickHtml(what, done.has(what), html`<span>${say('medicine.taken', { time })}</span>`, setting);
})}</section>`;
}

function contactHtml({ name, phone, hours, place, for: purpose }: ContactBlock, { say }: BlockSetting): Html {
  return html`<section class="card keep"><h2>${name}</h2><p>${purpose}</p>
${hours !== null && html`<p>${hours}</p>`}${place !== null && html`<p>${place}</p>`}
${
  phone === null
    ? html`<p class="unknown">${say('number.notKnown')}</p>`
    : html`<p><a class="button" href="${telephone(phone)}">${say('call.button', { phone: unbroken(phone) })}</a></p>`
}</section>`;
}

function plannerHtml({ title, sitAtMostMinutes, slots }: PlannerBlock, { say }: BlockSetting): Html {
  return html`<section><h2>${title}</h2>
<p>${say('sit.most', { minutes: sitAtMostMinutes })}</p>
${timerHtml(sitAtMostMinutes * 60, say('sit.start', { minutes: sitAtMostMinutes }), say('sit.over'), say)}
<table><thead><tr><th scope="col">${say('planner.at')}</th><th scope="col">${say('planner.what')}</th></tr></thead>
<tbody>${slots.map(({ at, text }) => html`<tr><td>${at}</td><td>${text}</td></tr>`)}</tbody></table></section>`;
}
