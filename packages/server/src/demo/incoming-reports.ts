// The invented reports in the shape in which real ones come in, in order of time.

import type { HospitalPatient } from '@breekpunt/synthetic';
import type { IncomingReport } from '../intake/reports/incoming-report.ts';

const syntheticSender = 'SYNTHETIC';

export function incomingReports(
  patients: readonly HospitalPatient[],
  persons: ReadonlyMap<string, number>,
): IncomingReport[] {
  return patients
    .flatMap(({ resident, reports }) => {
      const person = persons.get(resident.number);
      if (person === undefined) throw new Error('An invented person was not registered');
      return reports.map(
        ({ id, on, kind, language, text, codes }): IncomingReport => ({
          person,
          sourceSystem: syntheticSender,
          record: {
            id,
            text,
            date: on,
            language,
            kind,
            codes: codes.map((code) => ({ system: 'icd-10-cm-be', code })),
            place: { kind: 'file' },
          },
        }),
      );
    })
    .toSorted(
      (a, b) => compared(a.record.date ?? '', b.record.date ?? '') || compared(a.record.id, b.record.id),
    );
}

function compared(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
