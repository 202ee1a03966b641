// One patient on the page: outcome, fractures, eligibility with its reasons, the sentence that proves it
// with its cues marked, and every report kept, folded. Long reports are complete: nothing is cut by "…".

import { cuesOf, type Finding, type Piece, piecesOf, type Span, sentenceAround } from '@breekpunt/identify';
import type { FoundPatient, FoundReport } from '../screen/found-patient.ts';
import {
  dateInWords,
  episodeInWords,
  firstMentioned,
  missingBesides,
  personInWords,
  reasonInWords,
} from '../words/in-words.ts';
import type { UiWords } from '../words/ui-words.ts';
import { type Html, html } from './escape.ts';
import { siteGroupOf } from './site-group.ts';

export function patientCard(patient: FoundPatient, place: number, words: UiWords): Html {
  const groups = new Set(patient.episodes.map((episode) => siteGroupOf(episode.site)));
  const [first] = patient.reports;
  return html`<li><article id="p${place}" tabindex="-1" aria-labelledby="h${place}" data-triage="${patient.triage}" data-eligibility="${patient.eligibility.outcome}" data-sites="${[...groups].join(' ')}">
<div class="head"><h3 id="h${place}">${place}. ${patient.number === null ? words.patientUnknown : `${words.patient} ${patient.number}`}</h3>
<span>${personInWords(patient, words)}</span></div>
<p><span class="tag ${patient.triage}">${words.triage[patient.triage]}</span> <span class="tag ${patient.eligibility.outcome}">${words.eligibility[patient.eligibility.outcome]}</span></p>
<ul class="episodes" aria-label="${words.episodes}">${patient.episodes.map((episode) => episodeLine(episode, words))}</ul>
${proofOf(first, patient.proof, words)}
${eligibilityOf(patient, words)}
${reportsOf(patient.reports, words)}
</article></li>`;
}

function episodeLine(episode: FoundPatient['episodes'][number], words: UiWords): Html {
  const flags = episode.flags.map((flag) => words.flag[flag]);
  return html`<li><strong>${episodeInWords(episode, words)}</strong> · ${firstMentioned(episode.date, words)}${flags.length === 0 ? '' : ` · ${flags.join(', ')}`}${episode.notes.map((note) => html` · <span class="note">${words.note[note]}</span>`)}</li>`;
}

function proofOf(report: FoundReport, proof: Finding | null, words: UiWords): Html | '' {
  if (proof === null)
    return report.codes.length === 0
      ? ''
      : html`<blockquote>${words.code} ${report.codes.join('; ')}<br><cite>${captionOf(report, words)}</cite></blockquote>`;
  const range = sentenceAround(report.text, proof);
  return html`<blockquote>${marked(report.text, range, [proof], words)}<br><cite>${captionOf(report, words)}</cite></blockquote>`;
}

function eligibilityOf({ eligibility }: FoundPatient, words: UiWords): Html | '' {
  const { reasons } = eligibility;
  const missing = missingBesides(eligibility);
  if (reasons.length + missing.length === 0) return '';
  return html`<p class="why"><b>${words.why}:</b> ${reasons.map(({ rule }) => html`${reasonInWords(rule, words)} <span class="rule">${rule}</span> `)}${missing.length === 0 ? '' : `${words.missing}: ${missing.map((fact) => words.fact[fact]).join(', ')}.`}</p>`;
}

/** The report that proves it, and one line that opens into all the others. */
function reportsOf([first, ...others]: FoundPatient['reports'], words: UiWords): Html {
  const rest = others.map((report) => reportOf(report, words.report, words));
  return html`${reportOf(first, words.fullReport, words)}${rest.length < 2 ? rest : html`<details class="others"><summary>${words.otherReports(rest.length)}</summary>${rest}</details>`}`;
}

function reportOf(report: FoundReport, title: string, words: UiWords): Html {
  return html`<details><summary>${title}: ${captionOf(report, words)}</summary>
<div class="text">${marked(report.text, { start: 0, end: report.text.length }, report.findings, words)}</div>${report.codes.map((code) => html`<p>${words.code} ${code}</p>`)}${report.limitations.map((limitation) => html`<p class="muted">${words.limitation[limitation]}</p>`)}</details>`;
}

function captionOf(report: FoundReport, words: UiWords): string {
  const kind = report.kind === null ? '' : `, ${report.kind}`;
  return `${report.id}${kind}, ${dateInWords(report.date, words)}`;
}

function marked(text: string, range: Span, findings: readonly Finding[], words: UiWords): Html[] {
  return piecesOf(text, range, cuesOf(findings)).map((piece) => pieceOf(piece, words));
}

function pieceOf({ text, cue }: Piece, words: UiWords): Html {
  if (cue === null) return html`${text}`;
  return html`<mark class="${cue}" title="${words.cue[cue]}">${text}</mark>`;
}
