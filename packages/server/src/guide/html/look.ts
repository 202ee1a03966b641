// How somebody likes to read: size of letters and contrast. Decision: kept in a cookie that the page's own script may read,
// so that it holds without script, and also for pages that were kept for offline.

import { z } from 'zod';

export const sizes = ['1', '2', '3'] as const;
export const contrasts = ['auto', 'light', 'dark', 'strong'] as const;

export interface Look {
  /** A, A+, A++. */
  readonly size: (typeof sizes)[number];
  readonly contrast: (typeof contrasts)[number];
}

const form = z.object({ size: z.enum(sizes).catch('1'), contrast: z.enum(contrasts).catch('auto') });

export function lookFrom(cookie: string | null): Look {
  const [size, contrast] = (cookie ?? '').split('.');
  return form.parse({ size, contrast });
}

export function lookText({ size, contrast }: Look): string {
  return `${size}.${contrast}`;
}
