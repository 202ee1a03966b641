// What a page of the worklist asks for: which list, which cases of it, and in which order.
// Decision: the same filter serves the page, the counts and the export, and is exactly what stands in the page's address.

import { z } from 'zod';

/** The columns of the worklist: what waits for a verdict, the stages after it, and what is out of the way. */
export const worklists = [
  'to-review',
  'investigate',
  'inform',
  'intervene',
  'integrate',
  'follow-up',
  'snoozed',
  'ended',
] as const;

export type Worklist = (typeof worklists)[number];

export const siteGroups = ['hip', 'vertebra', 'hip-vertebra', 'other'] as const;
export type SiteGroup = (typeof siteGroups)[number];

export const worklistOrders = ['urgency', 'due', 'newest'] as const;
export type WorklistOrder = (typeof worklistOrders)[number];

export interface WorklistFilter {
  readonly list: Worklist;
  /** Of the one who asks, of nobody, or of one colleague. */
  readonly owner?: 'me' | 'nobody' | number | undefined;
  readonly late: boolean;
  readonly place?: SiteGroup | undefined;
  /** Only episodes that the sources leave in doubt. */
  readonly doubt: boolean;
  readonly order: WorklistOrder;
}

/** As it stands in the address: text, and what is absent has its default. */
export const worklistFilterShape: {
  list: z.ZodType<Worklist>;
  owner: z.ZodType<WorklistFilter['owner']>;
  late: z.ZodType<boolean>;
  place: z.ZodType<SiteGroup | undefined>;
  doubt: z.ZodType<boolean>;
  order: z.ZodType<WorklistOrder>;
} = {
  list: z.enum(worklists).default('to-review'),
  owner: z.union([z.enum(['me', 'nobody']), z.coerce.number().int().positive()]).optional(),
  late: z.stringbool().default(false),
  place: z.enum(siteGroups).optional(),
  doubt: z.stringbool().default(false),
  order: z.enum(worklistOrders).default('urgency'),
};
