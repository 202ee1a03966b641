// Verifies the audit log of a hospital, with the settings of the environment, and prints an anchor to keep elsewhere:
//   npx node packages/server/scripts/verify-audit.ts SITE [SEQUENCE SEAL]
// Exit code 0 when the log is whole, 1 when it is not, 2 when it could not be read.

import { describeAuditProblem, verifyAudit } from '../src/audit/verify-audit.ts';
import { inSite } from '../src/database/site-transaction.ts';
import { openRecords } from '../src/open-records.ts';
import { readSettings } from '../src/settings/read-settings.ts';
import { describeSettingError } from '../src/settings/setting.ts';

const [, , site, sequence, seal] = process.argv;
process.exitCode = await main();

async function main(): Promise<number> {
  if (site === undefined || (sequence === undefined) !== (seal === undefined)) {
    console.error('Give the site, and an anchor of two parts if you kept one: SITE [SEQUENCE SEAL]');
    return 2;
  }
  const settings = readSettings(process.env);
  if (!settings.ok) {
    for (const error of settings.error) console.error(describeSettingError(error));
    return 2;
  }
  const records = await openRecords(settings.value);
  if (!records.ok) {
    console.error(records.error.message);
    return 2;
  }
  const { database, keys } = records.value;
  const kept = sequence === undefined || seal === undefined ? null : { sequence: Number(sequence), seal };
  const verified = await inSite(database.db, site, (tx) => verifyAudit(tx, keys, kept));
  await database.close();
  if (!verified.whole) {
    console.error(describeAuditProblem(verified.problem));
    return 1;
  }
  console.log(`${verified.events} events, whole. Keep: ${verified.anchor.sequence} ${verified.anchor.seal}`);
  return 0;
}
