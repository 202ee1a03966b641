// Fills an empty data folder with a large invented record, by COPY, for measurements. Decision: as the owner of the cluster and
// without checking foreign keys row by row, because forty million rows would otherwise take an hour; the rows keep to them.
// Run: node packages/server/scripts/fill-record.ts --directory DIR --people 1000000 --cases 100000

import { parseArgs } from 'node:util';
import { knownDate } from '@breekpunt/core';
import { listOn, loadKnowledge } from '@breekpunt/knowledge';
import { startCluster } from '../src/database/embedded/cluster.ts';
import { embeddedAccess, withClient } from '../src/database/prepare-embedded.ts';
import { ensureDemoPeople } from '../src/demo/ensure-demo-people.ts';
import { openRecords } from '../src/open-records.ts';
import { readSettings } from '../src/settings/read-settings.ts';
import { copyIn } from './copy-in.ts';
import { inventedTables } from './invented-record.ts';

const { values } = parseArgs({
  options: {
    directory: { type: 'string' },
    people: { type: 'string', default: '10000' },
    cases: { type: 'string', default: '3500' },
  },
});
const directory = values.directory ?? '';
if (directory === '') throw new Error('Expected --directory, an empty folder');
const [people, cases] = [Number(values.people), Number(values.cases)];
if (!(cases <= people)) throw new Error('Expected at most as many --cases as --people');
const panel = listOn(loadKnowledge(), 'labs.be-panel', knownDate('2026-11-20'));
if (!panel.ok) throw new Error('Knowledge has no panel of laboratory tests');

const settings = readSettings({ BREEKPUNT_DATA: directory });
if (!settings.ok) throw new Error('The settings are wrong');
const records = await openRecords(settings.value);
if (!records.ok) throw new Error(records.error.message);
const site = await ensureDemoPeople(records.value);
if (!site.ok) throw new Error(site.error.message);
await records.value.database.close();

const cluster = await startCluster({ directory, programs: null, port: null, throwAway: false });
try {
  await withClient(embeddedAccess(cluster.owner), async (client) => {
    const begun = performance.now();
    await client.query('set session_replication_role = replica');
    await client.query('set synchronous_commit = off');
    const found = await client.query<{ id: number }>(
      "select app_user_id as id from app_user where site_id = $1 and role = 'physician' order by 1 limit 1",
      [site.value],
    );
    const physician = found.rows[0]?.id ?? 0;
    const asked = { site: site.value, people, cases, panel: panel.value.map(String), physician };
    for (const { table, columns, lines } of inventedTables(asked)) {
      await copyIn(client, table, columns, lines());
      console.log(`${table} after ${Math.round((performance.now() - begun) / 1000)} s`);
    }
    for (const [table, column] of [
      ['person', 'person_id'],
      ['fls_case', 'fls_case_id'],
      ['fracture_episode', 'fracture_episode_id'],
    ] as const)
      await client.query(
        `select setval(pg_get_serial_sequence('${table}', '${column}'), (select max(${column}) from ${table}))`,
      );
    await client.query('vacuum (analyze)');
    await client.query('checkpoint');
    const size = await client.query<{ size: string; rows: string }>(
      `select pg_size_pretty(pg_database_size(current_database())) as size,
              (select sum(reltuples)::bigint from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace) as rows`,
    );
    console.log(
      `Filled: ${size.rows[0]?.rows} rows, ${size.rows[0]?.size}, ${Math.round((performance.now() - begun) / 1000)} s`,
    );
  });
} finally {
  await cluster.stop();
}
