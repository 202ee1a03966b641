// What the server tells open screens: that something changed, never what it says. A screen that wants to know asks.

import { z } from 'zod';

export const topics = [
  'case',
  'person',
  'report',
  'task',
  'inbox',
  'settings',
  'emergency',
  'webhook',
] as const;

export interface SiteEvent {
  readonly topic: (typeof topics)[number];
  readonly change: 'added' | 'changed' | 'withdrawn';
  /** Of the case, person …; null when many changed at once. */
  readonly id: number | null;
}

export interface SitedEvent extends SiteEvent {
  readonly site: string;
}

const form = z.object({
  site: z.string(),
  topic: z.enum(topics),
  change: z.enum(['added', 'changed', 'withdrawn']),
  id: z.number().int().nullable(),
});

/** Null when the text is not ours: other programs may use the same channel. */
export function readEvent(text: string): SitedEvent | null {
  try {
    return form.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
