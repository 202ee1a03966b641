// The paper guide as a PDF of at most four sheets. Decision: the letters are as large as four sheets allow, and never smaller
// than clear print; when even that is too much, steps run on in one paragraph and what stands on the phone as well makes
// room. The size to begin with is guessed from how much there is to print, because every size tried costs time.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SetPages, typeset } from '../../print/typeset.ts';
import type { PaperGuide } from './paper-guide.ts';

const template = readFileSync(join(import.meta.dirname, 'guide-paper.typ'), 'utf8');

export const mostSheets = 4;

/** Points: GOV.UK's size for print, and the RNIB's range for clear print below it. */
const sizes = [14, 13, 12] as const;

/** Up to how many exercises a size has been seen to fit. */
const exercisesAt: Readonly<Record<(typeof sizes)[number], number>> = { 14: 6, 13: 10, 12: 12 };

export interface PrintedGuide {
  readonly sheets: number;
  readonly pdf: Buffer;
}

export function guidePdf(paper: PaperGuide): PrintedGuide {
  const count = paper.exercises.length;
  const full = sizes.filter((size) => exercisesAt[size] >= count);
  const short = shortened(paper);
  let set: SetPages | undefined;
  for (const data of [...full.map((size) => ({ ...paper, size, compact: false })), short, bare(short)]) {
    set = typeset(template, data);
    if (set.pages <= mostSheets) break;
  }
  if (set === undefined) throw new Error('No size of letters is given');
  return { sheets: set.pages, pdf: set.pdf() };
}

interface ShortPaper extends PaperGuide {
  readonly size: 12;
  readonly compact: true;
}

function shortened(paper: PaperGuide): ShortPaper {
  return {
    ...paper,
    size: 12,
    compact: true,
    exercises: paper.exercises.map((each) => ({ ...each, notIf: [] })),
    appointmentParts: paper.appointmentParts.filter(({ kind }) => kind === 'unknown'),
  };
}

/** Only what is of this reader: general advice about medicines stays on the phone. */
function bare(paper: ShortPaper): ShortPaper {
  const unknown = ({ kind }: PaperGuide['today'][number]): boolean => kind === 'unknown';
  return {
    ...paper,
    medicineParts: paper.medicineParts.filter(unknown),
    questions: paper.questions.slice(0, 3),
  };
}
