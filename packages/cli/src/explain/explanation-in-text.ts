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

export function explanationInText(text: string, explanation: Explanation, colour: boolean): string {
  const { findings, setAside, sentences } = explanation;
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
    return `${sentence.section.padEnd(10)} ${words.join('').trim()}`;
  });
  return [
    `language ${explanation.language}, triage ${explanation.triage}`,
    '',
    ...lines,
    '',
    findings.length === 0 ? 'No fracture is stated, doubted or denied.' : 'Found',
    ...findings.flatMap((finding) => findingLines(finding, text)),
    ...(setAside.length === 0 ? [] : ['', 'Not taken for a fracture']),
    ...setAside.map(
      ({ text: words, reason, evidence }) =>
        `  “${plain(words)}”: ${reason}${evidence.length === 0 ? '' : ` by ${evidence.map((each) => cueInWords(each, text)).join(', ')}`}`,
    ),
    ...(explanation.limitations.length === 0 ? [] : ['', `Limits: ${explanation.limitations.join(', ')}`]),
    '',
  ].join('\n');
}

function findingLines(finding: Finding, text: string): string[] {
  const facts = [
    finding.kind,
    finding.presence +
      (finding.absentScope === null || finding.absentScope === 'any' ? '' : ` (${finding.absentScope})`),
    finding.site,
    finding.side,
    finding.levels.join(' '),
    finding.time,
    finding.experiencer === 'patient' ? null : finding.experiencer,
    ...finding.flags,
    finding.genant === null ? null : `Genant ${finding.genant}`,
    finding.heightLossPercent === null ? null : `height loss ${finding.heightLossPercent} %`,
    finding.year === null ? null : String(finding.year),
    finding.conflict ? 'contradicted in the report' : null,
  ].filter((fact) => fact !== null && fact !== '');
  const why = finding.evidence.map((cue) => `      ${cueInWords(cue, text)}`);
  return [`  “${plain(finding.text)}” at ${finding.start}–${finding.end}: ${facts.join(', ')}`, ...why];
}

function cueInWords(
  cue: { readonly start: number; readonly end: number; readonly role: string; readonly rule: string },
  text: string,
): string {
  return `${cue.role}: “${plain(text.slice(cue.start, cue.end))}” (${cue.rule})`;
}

function marked(words: string, cue: CueClass, colour: boolean): string {
  const [open, close] = brackets[cue];
  return colour ? `${colours[cue]}${open}${words}${close}\u001b[0m` : open + words + close;
}

/** Without control characters, which could repaint the terminal. */
function plain(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
