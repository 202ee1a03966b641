// A look into an uploaded table before it is taken: its columns, what each is taken for, and what could not be read.

import {
  type ColumnMapping,
  describePlace,
  describeRefusal,
  describeReject,
  type Notice,
} from '@breekpunt/integrate';
import { eventsOf } from './upload-reading.ts';

export interface Preview {
  readonly format: string | null;
  readonly headers: readonly string[];
  /** Field to header, as detected or as mapped. */
  readonly columns: Readonly<Record<string, string>>;
  readonly items: number;
  readonly reports: number;
  readonly rejects: number;
  /** The first ones, each with its place. */
  readonly reasons: readonly string[];
  /** Why nothing can be read at all; null when something can. */
  readonly refusal: string | null;
}

const reasonsShown = 20;

export async function previewOf(
  raw: Uint8Array,
  name: string,
  mapping: ColumnMapping | null,
): Promise<Preview> {
  const reasons: string[] = [];
  let seen: Pick<Preview, 'format' | 'headers' | 'columns' | 'refusal'> = {
    format: null,
    headers: [],
    columns: {},
    refusal: null,
  };
  let tally = { items: 0, reports: 0, rejects: 0 };
  for await (const event of eventsOf(raw, { name, mapping })) {
    switch (event.kind) {
      case 'notice':
        seen = { ...seen, ...noticed(event.notice) };
        break;
      case 'refused': {
        const { reason } = event.refusal;
        const headers = 'headers' in reason ? reason.headers : seen.headers;
        seen = { ...seen, headers, refusal: describeRefusal(reason) };
        break;
      }
      case 'reject':
        if (reasons.length < reasonsShown)
          reasons.push(`${describePlace(event.reject.place)}: ${describeReject(event.reject.reason)}`);
        break;
      case 'report':
        break;
      case 'end':
        tally = event.tally;
    }
  }
  return { ...seen, items: tally.items, reports: tally.reports, rejects: tally.rejects, reasons };
}

function noticed(notice: Notice): Partial<Pick<Preview, 'format' | 'headers' | 'columns'>> {
  if (notice.kind === 'format') return { format: notice.format };
  if (notice.kind !== 'columns') return {};
  return { columns: notice.used, headers: [...Object.values(notice.used), ...notice.ignored] };
}
