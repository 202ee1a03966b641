// An element's text as the small word lists are written: in lower case.

import type { Element } from '../reading/report-view.ts';
import type { Scan } from '../scan/scan.ts';

export function wordOf(scan: Scan, element: Element): string {
  return scan.text.slice(element.start, element.end).toLowerCase();
}
