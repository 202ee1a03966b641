// What a hospital chose about signing in, kept in site.choices; whatever else stands there is left alone.

import { z } from 'zod';

export interface SiteChoices {
  /** Whether everybody with a password needs a second factor, or may have one. */
  readonly secondFactor: 'required' | 'offered';
}

const form = z.object({ secondFactor: z.enum(['required', 'offered']).catch('required') });

/** Strict where nothing, or nonsense, was kept. */
export function siteChoicesFrom(kept: unknown): SiteChoices {
  const read = form.safeParse(kept);
  return read.success ? read.data : { secondFactor: 'required' };
}
