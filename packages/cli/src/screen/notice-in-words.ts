// What a reader noticed without losing anything, in a line for the terminal; null when a person need not
// know. Names of columns and counts only, never values.

import { unreachable } from '@breekpunt/core';
import { describePlace, type Notice } from '@breekpunt/integrate';

export function noticeInWords(notice: Notice): string | null {
  switch (notice.kind) {
    case 'format':
      return null;
    case 'columns': {
      const used = Object.entries(notice.used).map(([field, column]) => `${field} from “${column}”`);
      const ignored = notice.ignored.length === 0 ? '' : `; not used: ${notice.ignored.join(', ')}`;
      return `read as ${used.join(', ')}${ignored}`;
    }
    case 'ids-made':
      return `${notice.count} records have no id; one was made from their place`;
    case 'duplicate-ids':
      return `${notice.count} ids occur more than once, first at ${describePlace(notice.first)}`;
    case 'unrecognised-values':
      return `${notice.count} values of ${notice.field} are not known and were left out, first at ${describePlace(notice.first)}`;
    case 'skipped-type':
      return notice.type === 'Patient'
        ? null
        : `${notice.count} × ${notice.type} carries no report and was passed over`;
    case 'patients-not-found':
      return `${notice.count} reports name a patient who is not in the input, first at ${describePlace(notice.first)}`;
    case 'sheets-not-read':
      return `sheets not read: ${notice.sheets.join(', ')}; choose one with --sheet`;
    default:
      return unreachable(notice);
  }
}
