// One line of the audit log, after NEN 7513: what happened, when, to which person's record, by whom and on whose behalf,
// and whether the emergency button was used. Never the content of what was seen or changed.

export const auditActions = [
  'sign-in',
  'sign-out',
  'view',
  'list',
  'search',
  'create',
  'change',
  'withdraw',
  'merge',
  'decide',
  'send',
  'export',
  'import',
  'configure',
  'read-log',
  'verify-log',
] as const;

export type AuditAction = (typeof auditActions)[number];

/** Who acts. Unknown: somebody tried to sign in under a name that nobody has. */
export type Actor =
  | { readonly kind: 'user'; readonly user: number; readonly onBehalfOf: number | null }
  | { readonly kind: 'patient' }
  | { readonly kind: 'system' }
  | { readonly kind: 'unknown' };

export interface AuditEvent {
  readonly at: Date;
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly outcome: 'done' | 'refused' | 'failed';
  /** Whose record; null when it is about nobody, or about several. */
  readonly person: number | null;
  /** Everybody whom a list or search showed. */
  readonly shown: readonly number[];
  readonly object: { readonly type: string; readonly id: string } | null;
  /** Counts, names of fields, rule ids: words of the program, never of a record. */
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  /** Why the emergency button was used; null when it was not. */
  readonly breakGlass: string | null;
  /** Where the request came from. */
  readonly address: string | null;
}

/** An event with its place in the chain of its hospital, from 1. */
export interface RecordedEvent extends AuditEvent {
  readonly sequence: number;
}
