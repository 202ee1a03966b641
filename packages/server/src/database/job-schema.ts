// The tables of the job queue (pg-boss), in a schema of their own, made and upgraded by the owner like our own tables.
// Decision: the program's account may use the queue and not change its tables, so pg-boss never migrates by itself; and
// jobs hold no patient data, because row-level security does not reach them.

import type pg from 'pg';
import { getConstructionPlans, PgBoss } from 'pg-boss';
import { appRole } from './app-role.ts';

export const jobSchema = 'pgboss';

/** Runs as the owner, after the migrations. */
export async function prepareJobSchema(owner: pg.Client): Promise<void> {
  const found = await owner.query<{ there: boolean }>(
    `select exists (select from pg_namespace where nspname = $1) as there`,
    [jobSchema],
  );
  if (found.rows[0]?.there !== true) await owner.query(getConstructionPlans(jobSchema));
  else await upgrade(owner);
  await owner.query(`
    grant usage on schema ${jobSchema} to ${appRole};
    grant select, insert, update, delete on all tables in schema ${jobSchema} to ${appRole};
    grant execute on all functions in schema ${jobSchema} to ${appRole}`);
}

async function upgrade(owner: pg.Client): Promise<void> {
  const boss = new PgBoss({
    schema: jobSchema,
    db: { executeSql: (text, values) => owner.query(text, values) },
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
}
