// The promises of the schema, asked of the database itself, so that a new table cannot forget them.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Kept by the migrations themselves; the program's account may not even read it. */
const withoutSite = ['schema_migration'];

const tables = `select c.oid, c.relname as name from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  where c.relkind in ('r', 'p') and c.relname <> all ($1)`;

async function names(sql: string, values: readonly unknown[] = [withoutSite]): Promise<string[]> {
  const found = await database.asOwner((client) => client.query<{ name: string }>(sql, [...values]));
  return found.rows.map(({ name }) => name);
}

test('all tables of the design are there', async () => {
  expect((await names(tables)).toSorted()).toEqual([
    'access_token',
    'acute_hip_care',
    'app_user',
    'appointment',
    'assessment',
    'assessment_entry',
    'audit_event',
    'audit_head',
    'calendar_feed',
    'care_event',
    'case_event',
    'case_note',
    'case_transfer',
    'column_mapping',
    'connected_system',
    'contact',
    'contact_attempt',
    'contact_reply',
    'counting_failure',
    'decision',
    'demo_load',
    'diary_entry',
    'dxa_scan',
    'emergency_access',
    'falls_assessment',
    'fhir_export',
    'finding',
    'fls_case',
    'fracture_episode',
    'guide_facts',
    'guide_link',
    'guide_session',
    'hip_care_code',
    'hook_card',
    'hospital_service',
    'inbox_message',
    'indicator_case',
    'indicator_mix',
    'indicator_month',
    'indicator_path',
    'indicator_run',
    'injection',
    'knowledge_signoff',
    'lab_result',
    'letter',
    'letter_sending',
    'letterhead',
    'machine_key',
    'person',
    'person_identifier',
    'person_merge',
    'person_merge_row',
    'precision_study',
    'quality_choice',
    'report',
    'risk_result',
    'row_copy',
    'saved_view',
    'session',
    'simulation',
    'site',
    'spine_image',
    'system_account',
    'task',
    'treatment_stop',
    'used_token',
    'verdict',
    'vertebra_reading',
    'webhook',
    'webhook_delivery',
    'webhook_event',
  ]);
});

describe('of every table', () => {
  test('the primary key begins with the hospital', async () => {
    const without = await names(`select t.name from (${tables}) t left join pg_constraint k
      on k.conrelid = t.oid and k.contype = 'p' left join pg_attribute a
      on a.attrelid = t.oid and a.attnum = k.conkey[1] where a.attname is distinct from 'site_id'`);
    expect(without).toEqual([]);
  });

  test('every unique key and index holds the hospital first', async () => {
    const without = await names(`select i.indexrelid::regclass::text as name from pg_index i
      join (${tables}) t on t.oid = i.indrelid
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where i.indisunique and a.attname is distinct from 'site_id'`);
    expect(without).toEqual([]);
  });

  test('every foreign key begins with the hospital on both sides', async () => {
    const keys = await database.asOwner((client) =>
      client.query<{ here: string; there: string }>(
        `select a.attname as here, b.attname as there from pg_constraint k
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
          join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
         where k.contype = 'f' and k.connamespace = 'public'::regnamespace`,
      ),
    );
    expect(keys.rows.length).toBeGreaterThan(50);
    expect(keys.rows.filter(({ here, there }) => here !== 'site_id' || there !== 'site_id')).toEqual([]);
  });

  test('row-level security is on, also for the owner, with a policy for reading and writing', async () => {
    const open = await names(`select t.name from (${tables}) t join pg_class c on c.oid = t.oid
      where not (c.relrowsecurity and c.relforcerowsecurity) or not exists
        (select from pg_policies p where p.tablename = t.name and p.cmd = 'ALL'
           and p.qual like '%site_id = current_setting(%breekpunt.site%'
           and p.with_check like '%site_id = current_setting(%breekpunt.site%')`);
    expect(open).toEqual([]);
  });

  test('no second policy widens the first, but for the list of names where one signs in', async () => {
    const further = await names(
      "select tablename || ' ' || policyname as name from pg_policies where policyname <> 'own_site'",
      [],
    );
    expect(further).toEqual(['site directory']);
  });

  test('nothing runs with the rights of its owner, which would pass by the policies', async () => {
    const views = await names(
      `select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and relkind in ('v', 'm')
       union all select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'public' and prosecdef`,
      [],
    );
    expect(views).toEqual([]);
  });

  test('a yes or no is never a boolean where it is clinical: booleans are our own administration', async () => {
    const booleans = await names(`select t.name || '.' || a.attname as name from (${tables}) t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and a.atttypid = 'bool'::regtype`);
    expect(booleans.toSorted()).toEqual([
      'app_user.active',
      'app_user.must_change_password',
      'finding.conflict',
      'fracture_episode.aftercare_only',
      'guide_link.for_carer',
      // How the hospital reaches somebody.
      'person.not_by_phone',
      'person.phone_wrong',
      'quality_choice.share_figures',
      'report.superseded',
      'simulation.failed',
      'site.synthetic',
      // The half step of the scale of Genant, which has no whole number.
      'vertebra_reading.suspected',
    ]);
  });

  test('an answer that nobody gave reads as not recorded', async () => {
    const otherwise = await names(`select t.name || '.' || a.attname as name from (${tables}) t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and a.atttypid = 'answer'::regtype
      left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
      where not a.attnotnull or pg_get_expr(d.adbin, d.adrelid) not like '%not-recorded%'`);
    expect(otherwise).toEqual([]);
  });

  test('a business day is a date and an instant knows its zone', async () => {
    const wrong = await names(`select t.name || '.' || a.attname as name from (${tables}) t
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
      where (a.attname like '%\\_on' and a.atttypid <> 'date'::regtype)
         or (a.attname ~ '(^|_)at$' and a.atttypid <> 'timestamptz'::regtype)
         or a.atttypid = 'timestamp'::regtype`);
    expect(wrong).toEqual([]);
  });

  test('every foreign key has an index, so that nothing waits for a scan', async () => {
    const without = await names(
      `select k.conrelid::regclass || ': ' || k.conname as name from pg_constraint k
        where k.contype = 'f' and k.confrelid not in ('app_user'::regclass, 'site'::regclass)
          and array_length(k.conkey, 1) > 1 and not exists (
          select from pg_index i where i.indrelid = k.conrelid
             and (string_to_array(i.indkey::text, ' ')::int2[])[1:2] = k.conkey[1:2])`,
      [],
    );
    expect(without).toEqual([]);
  });
});
