// An explanation as text: cues are bracketed as well as coloured, so that it reads the same in a file, on
// a grey screen and in a bug report. [=fracture=], [-denied-], [?doubt?], [what else decided].

import {
  type Cue,
  type CueClass,
  cueClassOf,
  cuesOf,
  type Explanation,
  type Finding,
  piecesOf,
} from '@breekpunt/identify';
import type { UiLanguage } from '../options/commands.ts';
import { type ExplainWords, explainWordsFor } from '../words/explain-words.ts';
import { type UiWords, uiWordsFor } from '../words/ui-words.ts';

const brackets: Readonly<Record<CueClass, readonly [string, string]>> = {
  fracture: ['[=', '=]'],
  negated: ['[-', '-]'],
  doubt: ['[?', '?]'],
  context: ['[', ']'],
};

const colours: Readonly<Record<CueClass, string>> = {
  fracture: '\u001b[1;33m',
  negated: '\u001b[36m',
  doubt: '\u001b[35m',
  context: '\u001b[4m',
};

interface Spoken {
  readonly own: ExplainWords;
  readonly list: UiWords;
}

export function explanationInText(
  text: string,
  explanation: Explanation,
  colour: boolean,
  language: UiLanguage,
): string {
  const { findings, setAside, sentences } = explanation;
  const own = explainWordsFor(language);
  const spoken: Spoken = { own, list: uiWordsFor(language) };
  const cues: Cue[] = [
    ...cuesOf(findings),
    ...setAside.flatMap(({ start, end, evidence }) => [
      { start, end, cue: 'context' as const },
      ...evidence.map((each) => ({ start: each.start, end: each.end, cue: cueClassOf(each) })),
    ]),
  ];
  const wholes = sentences.length > 0 ? sentences : [{ start: 0, end: text.length, section: 'none' }];
  const lines = wholes.map((sentence) => {
    const words = piecesOf(text, sentence, cues).map((piece) =>
      piece.cue === null ? plain(piece.text) : marked(plain(piece.text), piece.cue, colour),
    );
    return `${sectionInWords(sentence.section, own).padEnd(12)} ${words.join('').trim()}`;
  });
  return [
    own.heading(own.language[explanation.language], spoken.list.triage[explanation.triage]),
    '',
    ...lines,
    '',
    findings.length === 0 ? own.none : own.found,
    ...findings.flatMap((finding) => findingLines(finding, text, spoken)),
    ...(setAside.length === 0 ? [] : ['', own.notTaken]),
    ...setAside.map(({ text: words, start, end, reason, evidence }) => {
      const by = evidence.map((each) => cueInWords(each, text, spoken)).join(', ');
      return `  ${own.place(plain(words), start, end)}: ${own.setAside[reason]}${by === '' ? '' : ` ${own.by} ${by}`}`;
    }),
    ...(explanation.limitations.length === 0
      ? []
      : ['', own.limits, ...explanation.limitations.map((each) => `  ${spoken.list.limitation[each]}`)]),
    '',
  ].join('\n');
}

function sectionInWords(section: string, { section: words }: ExplainWords): string {
  return Object.entries(words).find(([each]) => each === section)?.[1] ?? section;
}

function findingLines(finding: Finding, text: string, spoken: Spoken): string[] {
  const { own, list } = spoken;
  const { absentScope, experiencer, genant, heightLossPercent } = finding;
  const facts = [
    own.kind[finding.kind],
    list.presence[finding.presence] +
      (absentScope === null || absentScope === 'any' ? '' : ` (${own.scope[absentScope]})`),
    list.site[finding.site],
    finding.side === null ? null : list.side[finding.side],
    finding.levels.join(' '),
    list.time[finding.time],
    experiencer === 'patient' ? null : own.experiencer[experiencer],
    ...finding.flags.map((flag) => list.flag[flag]),
    genant === null ? null : `Genant ${genant}`,
    heightLossPercent === null ? null : own.heightLoss(heightLossPercent),
    finding.year === null ? null : String(finding.year),
    finding.conflict ? own.conflict : null,
  ].filter((fact) => fact !== null && fact !== '');
  const why = finding.evidence.map((cue) => `      ${cueInWords(cue, text, spoken)}`);
  return [`  ${own.place(plain(finding.text), finding.start, finding.end)}: ${facts.join(', ')}`, ...why];
}

function cueInWords(
  cue: { readonly start: number; readonly end: number; readonly role: string; readonly rule: string },
  text: string,
  { own }: Spoken,
): string {
  return `${own.role[cue.role] ?? cue.role}: “${plain(text.slice(cue.start, cue.end))}” (${cue.rule})`;
}

function marked(words: string, cue: CueClass, colour: boolean): string {
  const [open, close] = brackets[cue];
  return colour ? `${colours[cue]}${open}${words}${close}\u001b[0m` : open + words + close;
}

/** Without control characters, which could repaint the terminal. */
function plain(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
