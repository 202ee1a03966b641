// What a report is called on the screen: its title or kind, and its day.

import type { MarkedReport } from '@breekpunt/server';
import { dayInWords } from '../format/dates.ts';
import type { Say } from '../words/use-words.tsx';

export function reportName({ kind, title, reportedOn }: MarkedReport, say: Say): string {
  const what = title ?? (kind === null ? say('report.title') : say.of('kind', kind));
  return `${what}, ${dayInWords(reportedOn, say)}`;
}
