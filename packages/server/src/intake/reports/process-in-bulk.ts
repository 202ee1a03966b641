// Thousands of reports in one go, as when a hospital's past years are loaded: the same work in transactions of a few
// hundred, so that a mistake in one batch does not undo the others and nobody waits long for a lock.

import type { Kysely } from 'kysely';
import type { Tables } from '../../database/generated/tables.ts';
import { inSite } from '../../database/site-transaction.ts';
import type { CaseFinding } from './case-finding.ts';
import type { IncomingReport } from './incoming-report.ts';
import type { Moment } from './keep-cases.ts';
import { type ProcessedReports, processReports } from './process-reports.ts';

const reportsAtOnce = 250;

export interface BulkOptions {
  readonly site: string;
  /**
   * When each report is taken to arrive: that day judges it and opens its case. For a history given in order of time,
   * each its own day; otherwise the same moment for all, which is quicker.
   */
  readonly momentOf: (report: IncomingReport) => Moment;
}

/** In the order of the reports. What a batch did is kept even when a later one throws. */
export async function processInBulk(
  db: Kysely<Tables>,
  finding: CaseFinding,
  reports: readonly IncomingReport[],
  { site, momentOf }: BulkOptions,
): Promise<ProcessedReports> {
  const fates: ProcessedReports['fates'][number][] = [];
  const events: ProcessedReports['events'][number][] = [];
  for (let from = 0; from < reports.length; ) {
    const moment = momentOf(reports[from] as IncomingReport);
    let end = from + 1;
    while (end < reports.length && end - from < reportsAtOnce) {
      if (momentOf(reports[end] as IncomingReport).today !== moment.today) break;
      end += 1;
    }
    const batch = reports.slice(from, end);
    const done = await inSite(db, site, (tx) => processReports(tx, finding, batch, moment));
    fates.push(...done.fates);
    events.push(...done.events);
    from = end;
  }
  return { fates, events };
}
