// Two people on one record: the second is told, and nothing is overwritten silently.
// Every row that people edit carries a version; a change names the version it was made on.

/** Why a change was not made. */
export type ChangeRefused =
  | { readonly kind: 'not-found' }
  /** Somebody else was first; `version` is what it is now, so that the screen can show the difference. */
  | {
      readonly kind: 'changed-meanwhile';
      readonly version: number;
      readonly by: number | null;
      readonly at: Date;
    };
