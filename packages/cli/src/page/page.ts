// The page a nurse opens: one file, no network, readable without script. Who was found stands first and
// most urgent first, each with the sentence that proves it. The page's policy forbids everything but its
// own style and script, so that nothing a report contains could run or fetch.

import { createHash } from 'node:crypto';
import type { PatientList } from '../screen/patient-list.ts';
import type { ScreenSummary } from '../screen/summary.ts';
import { dateInWords } from '../words/in-words.ts';
import type { UiWords } from '../words/ui-words.ts';
import { escapeText, Html, html } from './escape.ts';
import { patientCard } from './patient-card.ts';
import { script } from './script.ts';
import { siteGroups } from './site-group.ts';
import { style } from './style.ts';

/** More patients than this make a page that no browser opens with ease. */
const patientsOnPage = 5000;

/** The page in pieces, so that a list of thousands is written without ever being one string. */
export function* pageParts(
  list: PatientList,
  summary: ScreenSummary,
  words: UiWords,
): Generator<string, void, undefined> {
  yield `<!doctype html>\n<html lang="${words.language}">\n${headOf(words).markup}\n<body>\n`;
  yield headerOf(list, summary, words).markup;
  yield filtersOf(words).markup;
  yield html`<main><h2 id="list">${words.sheet.patients}, ${words.mostUrgentFirst}</h2>
<ul class="legend"><li class="muted">${words.legend}:</li>${(['fracture', 'negated', 'doubt', 'context'] as const).map((cue) => html`<li><mark class="${cue}">${words.cue[cue]}</mark></li>`)}</ul>
<p id="nothing" hidden>${words.nothingShown}</p>
<ol class="patients">
`.markup;
  let place = 0;
  for (const patient of list.first(patientsOnPage)) {
    place += 1;
    yield `${patientCard(patient, place, words).markup}
`;
  }
  yield html`</ol></main>
<footer><p class="muted">Breekpunt ${summary.version}</p></footer>
`.markup;
  yield `<script>${script}</script>\n</body>\n</html>\n`;
}

function headOf(words: UiWords): Html {
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
  return new Html(`<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escapeText(words.title)}</title>
<style>${style}</style>
</head>`);
}

function hashOf(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`;
}

function headerOf(list: PatientList, summary: ScreenSummary, words: UiWords): Html {
  const { refusedFiles, rejects, reports, files } = summary;
  return html`<header>
${summary.synthetic ? html`<p class="banner wide">${words.synthetic}</p>` : ''}
<h1 class="wide">${words.title}</h1>
<div><p>${list.length === 0 ? words.nobodyFound(reports) : words.found(list.length, reports)}</p>
<ul class="counts">${(['fracture', 'prevalent-vertebral', 'possible'] as const).map((triage) => html`<li><b>${list.triage[triage]}</b> ${words.triage[triage]}</li>`)}</ul>
<p class="muted">${words.reportsRead(reports, files)}${rejects > 0 ? `, ${words.rejected(rejects)}` : ''}. ${words.made(dateInWords(summary.today, words), summary.country)}.</p>
${refusedFiles > 0 ? html`<p class="warn">${words.refused(refusedFiles)}.</p>` : ''}
${list.length > patientsOnPage ? html`<p class="warn">${words.pageFull(patientsOnPage, list.length)}</p>` : ''}
${summary.synthetic ? '' : html`<p class="private">${words.holdsPatientData}</p>`}</div>
<section class="limits" aria-labelledby="limits"><h2 id="limits">${words.limitsTitle}</h2>${words.limits.map((limit) => html`<p>${limit}</p>`)}</section>
</header>
`;
}

function filtersOf(words: UiWords): Html {
  const options = (entries: readonly (readonly [string, string])[]): Html[] =>
    entries.map(([value, label]) => html`<option value="${value}">${label}</option>`);
  const triages = (['fracture', 'prevalent-vertebral', 'possible'] as const).map(
    (each) => [each, words.triage[each]] as const,
  );
  return html`<form class="filters" id="filters" hidden aria-label="${words.filters}" data-shown="${words.shown('{n}', '{all}')}"><div>
<label class="grow">${words.search}<input type="search" name="q" autocomplete="off"></label>
<label>${words.triageFilter}<select name="triage"><option value="">${words.all}</option>${options(triages)}</select></label>
<label>${words.siteFilter}<select name="site"><option value="">${words.allSites}</option>${options(siteGroups.map((group) => [group, words.siteGroup[group]] as const))}</select></label>
<label class="tick"><input type="checkbox" name="eligible">${words.onlyEligible}</label>
<label class="tick keys" title="${words.shortcutsHelp}"><input type="checkbox" name="keys" checked>${words.shortcuts}</label>
<button type="button" id="print">${words.print}</button>
<output name="count" aria-live="polite"></output>
<span class="keys help">${words.shortcutsHelp}</span>
</div></form>
`;
}
