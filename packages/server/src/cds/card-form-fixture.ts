// The form of a card as CDS Hooks 2.0 describes it, for tests: ours are held to it, and so are another project's.

import { z } from 'zod';

const text = z.string().min(1);
const coding = z.looseObject({ system: text.optional(), code: text, display: text.optional() });

export const anyCard: z.ZodType = z
  .looseObject({
    uuid: text.optional(),
    summary: text.max(139),
    detail: text.optional(),
    indicator: z.enum(['info', 'warning', 'critical']),
    source: z.looseObject({
      label: text,
      url: z.url().optional(),
      icon: z.url().optional(),
      topic: coding.optional(),
    }),
    suggestions: z
      .array(
        z.looseObject({
          label: text,
          uuid: text.optional(),
          actions: z
            .array(z.looseObject({ type: z.enum(['create', 'update', 'delete']), description: text }))
            .optional(),
        }),
      )
      .min(1)
      .optional(),
    selectionBehavior: z.enum(['at-most-one', 'any']).optional(),
    overrideReasons: z.array(coding).min(1).optional(),
    links: z
      .array(
        z.looseObject({
          label: text,
          url: text,
          type: z.enum(['absolute', 'smart']),
          appContext: text.optional(),
        }),
      )
      .min(1)
      .optional(),
  })
  .refine(
    ({ suggestions, selectionBehavior }) => suggestions === undefined || selectionBehavior !== undefined,
  );
