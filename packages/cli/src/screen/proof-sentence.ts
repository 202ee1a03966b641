// The sentence that proves a patient belongs on the list, as one line of text; the code when there is no
// sentence.

import { sentenceAround } from '@breekpunt/identify';
import type { FoundPatient } from './found-patient.ts';

export function proofSentence({ reports: [report], proof }: FoundPatient): string {
  if (proof === null) return report.codes.join('; ');
  const { start, end } = sentenceAround(report.text, proof);
  return report.text.slice(start, end).replaceAll(/\s+/gu, ' ').trim();
}
