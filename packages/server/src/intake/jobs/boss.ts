// pg-boss over our own connections, with its tables already made by the owner (database/job-schema.ts).

import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import { jobSchema } from '../../database/job-schema.ts';

/** `schedule`: whether this one also keeps the clock of the planned jobs. */
export async function startBoss(
  pool: pg.Pool,
  troubled: (error: Error) => void,
  { schedule }: { readonly schedule: boolean },
): Promise<PgBoss> {
  const boss = new PgBoss({
    schema: jobSchema,
    db: { executeSql: (text, values) => pool.query(text, values) },
    migrate: false,
    createSchema: false,
    schedule,
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', troubled);
  await boss.start();
  return boss;
}
