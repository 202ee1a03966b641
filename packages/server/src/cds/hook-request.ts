// What another system sends when it asks for cards. Decision: what the specification requires is checked and the rest is let
// be, because systems add members of their own; the context of each hook is checked for what that hook promises.

import { z } from 'zod';
import type { HookName } from './hook-services.ts';

const id = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/, 'an id of a FHIR resource');
const bundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  entry: z
    .array(z.looseObject({ resource: z.unknown() }))
    .max(500)
    .optional(),
});

const common = z.looseObject({ userId: z.string().max(200), patientId: id });

const contexts = {
  'patient-view': common,
  'encounter-discharge': common.extend({ encounterId: id }),
  'order-select': common.extend({ selections: z.array(z.string().max(200)).max(500), draftOrders: bundle }),
  'order-sign': common.extend({ draftOrders: bundle }),
  'problem-list-item-create': common.extend({ conditions: bundle }),
} as const satisfies Readonly<Record<HookName, z.ZodType>>;

export interface HookRequest {
  readonly hook: string;
  readonly hookInstance: string;
  readonly fhirServer?: string | undefined;
  readonly fhirAuthorization?: { readonly access_token: string; readonly token_type: string } | undefined;
  /** By the keys of discovery; null where there was nothing to send. */
  readonly prefetch?: Readonly<Record<string, unknown>> | null | undefined;
  readonly context: Readonly<Record<string, unknown>>;
}

export const hookRequest: z.ZodType<HookRequest> = z
  .looseObject({
    hook: z.string().max(100),
    hookInstance: z.guid(),
    fhirServer: z.string().max(500).optional(),
    fhirAuthorization: z
      .looseObject({ access_token: z.string().min(1).max(8_000), token_type: z.string().max(20) })
      .optional(),
    prefetch: z.record(z.string(), z.unknown()).nullable().optional(),
    context: z.looseObject({}),
  })
  .refine(
    ({ fhirServer, fhirAuthorization }) => fhirAuthorization === undefined || fhirServer !== undefined,
    { path: ['fhirServer'], message: 'the server that fhirAuthorization is for' },
  );

export interface HookContext {
  readonly userId: string;
  readonly patientId: string;
  /** Of order-select: the drafts that were just chosen, as Type/id. */
  readonly selections: readonly string[] | null;
  /** Draft orders, or problems that are being added. */
  readonly drafts: readonly unknown[];
}

export type ContextRead =
  | { readonly ok: true; readonly context: HookContext }
  | { readonly ok: false; readonly fields: readonly { readonly at: string; readonly expected: string }[] };

export function readContext(hook: HookName, context: unknown): ContextRead {
  const read = contexts[hook].safeParse(context);
  if (!read.success)
    return {
      ok: false,
      fields: read.error.issues.map(({ path, message }) => ({
        at: ['body', 'context', ...path.map(String)].join('.'),
        expected: message,
      })),
    };
  const given: {
    readonly userId: string;
    readonly patientId: string;
    readonly selections?: readonly string[];
    readonly draftOrders?: unknown;
    readonly conditions?: unknown;
  } = read.data;
  return {
    ok: true,
    context: {
      userId: given.userId,
      patientId: given.patientId,
      selections: given.selections ?? null,
      drafts: resourcesIn(given.draftOrders ?? given.conditions),
    },
  };
}

export function resourcesIn(value: unknown): readonly unknown[] {
  const read = bundle.safeParse(value);
  return (read.data?.entry ?? []).flatMap(({ resource }) => (resource === undefined ? [] : [resource]));
}
