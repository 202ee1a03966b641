// Two promises about rows with a version, asked of the program itself. Whoever raises a version keeps how the row was, so that an
// earlier version can be shown; and whoever changes a row that people edit raises its version, so that nobody saves over what they
// never saw. Exceptions stand here, each with its reason, and one that no statement needs any more fails.

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isCopied } from '../src/records/keep-copies.ts';

/** Without the demonstration, whose rows are invented in one go. */
const folder = `${import.meta.dirname}/../src`;

/** Tables of which no copies are kept when their version rises. */
const withoutCopies: Readonly<Record<string, string>> = {
  app_user: 'an account with its secrets; the log tells who changed what of it',
  connected_system: 'settings with a secret; the log tells who changed what of them',
  assessment: 'each answer is a row of its own (assessment_entry) and is never changed',
  letter: 'a draft; what was signed does not change any more',
  quality_choice: 'a choice of the lead; the log tells who made it',
};

/** Statements that raise no version, by file and table. */
const raisesNone: Readonly<Record<string, string>> = {
  'case/case-routes.ts fls_case': 'that the news was read is nobody’s edit',
  'case/give-verdict.ts fls_case': 'beside changeCase, which kept the row and raised its version',
  'case/undo-verdict.ts fls_case': 'beside changeCase, which kept the row and raised its version',
  'connections/connected-system.ts app_user': 'the account of a program, which nobody edits',
  'follow-up/change-phone.ts contact': 'asked for by whoever has the sheet open',
  'follow-up/plan-contacts.ts contact': 'planned again: a nurse who has the sheet open has lost nothing',
  'intake/jobs/refresh-urgency.ts fls_case': 'the order of the worklist, which nobody edits',
  'intake/people/keep-phone.ts person': 'of somebody who was added just now',
  'intake/people/merge-persons.ts fracture_episode': 'a name within the record, which nobody sees',
  'intake/people/person-details.ts person': 'when the details were sent, which nobody edits',
  'intake/reports/keep-cases.ts fracture_episode': 'in the saving that kept the row and raised its version',
  'intake/reports/save-episodes.ts fracture_episode':
    'in the saving that kept the row and raised its version',
  'letters/letter-store.ts letter': 'that it was sent; what was signed does not change',
  'people/account-routes.ts app_user': 'one’s own password, which no other page shows',
  'people/provider-account.ts app_user': 'what the provider says at each sign-in',
  'people/sign-in.ts app_user': 'counts tries to sign in',
  'people/user-routes.ts app_user': 'a secret, which no page shows',
};

/** From the generated types: those that have a version of their own, counted from 1. */
function versionedTables(): readonly string[] {
  const types = readFileSync(`${folder}/database/generated/tables.ts`, 'utf8');
  const forms = [...types.matchAll(/export interface (\w+Table) \{\n([^}]*)\}/g)];
  const names = new Map(
    [...types.matchAll(/readonly (\w+): (\w+Table);/g)].map(([, name, form]) => [form, name]),
  );
  return forms.flatMap(([, form = '', columns = '']) =>
    /readonly version: Generated<number>/.test(columns) ? [names.get(form) ?? ''] : [],
  );
}

interface Change {
  readonly file: string;
  readonly table: string;
  readonly raises: boolean;
  readonly keeps: boolean;
}

const oneStatement = /\.updateTable\('(\w+)'\)\s*\.set\(([\s\S]*?)\n? *\.where\(/g;
const inSql = /\bupdate (\w+)(?: \w+)?\s+set ([\s\S]*?)(?:\bwhere\b|\bfrom\b)/g;
const upsert = /\.insertInto\('(\w+)'\)((?:(?!\.insertInto|\.execute)[\s\S])*?doUpdateSet[\s\S]*?)\.execute/g;

/** The functions and routes of a file, each with what stands above it. */
function partsOf(text: string): readonly string[] {
  return text.split(/^(?=(?:export )?(?:async )?function |(?:export )?const \w+ = )/m);
}

function changesIn(file: string, versioned: ReadonlySet<string>): readonly Change[] {
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  return partsOf(text).flatMap((part) =>
    [oneStatement, inSql, upsert].flatMap((form) =>
      [...part.matchAll(form)].flatMap(([, table = '', set = '']): Change[] =>
        versioned.has(table)
          ? [
              {
                file,
                table,
                raises: /\bversion\b/.test(set),
                keeps: new RegExp(`(keepCopyOf|keepCopies|copiesKept)\\(\\s*tx,\\s*'${table}'`).test(part),
              },
            ]
          : [],
      ),
    ),
  );
}

const versioned = versionedTables();
const changes = globSync('**/*.ts', {
  cwd: folder,
  exclude: ['**/generated/**', '**/*.test.ts', 'demo/**'],
}).flatMap((file) => changesIn(file.replaceAll('\\', '/'), new Set(versioned)));

test('the changes of rows with a version are found at all', () => {
  expect(versioned).toEqual(expect.arrayContaining(['person', 'fls_case', 'task', 'contact', 'injection']));
  expect(changes.length).toBeGreaterThan(50);
  expect(changes.filter(({ raises }) => raises).length).toBeGreaterThan(25);
});

test('whoever raises a version keeps how the row was', () => {
  const unkept = changes.filter(
    ({ table, raises, keeps }) => raises && !keeps && withoutCopies[table] === undefined,
  );
  expect(unkept).toEqual([]);
});

test('a table of which copies are kept is not among those without', () => {
  expect(Object.keys(withoutCopies).filter(isCopied)).toEqual([]);
  expect(Object.keys(withoutCopies).filter((table) => !versioned.includes(table))).toEqual([]);
});

test('whoever changes a row that people edit raises its version', () => {
  const nameOf = ({ file, table }: Change): string => `${file} ${table}`;
  const silent = [...new Set(changes.filter(({ raises }) => !raises).map(nameOf))];
  expect(silent.toSorted()).toEqual(Object.keys(raisesNone).toSorted());
});
