// A server on its own for the intake benchmark, with a durable embedded database in the folder of BREEKPUNT_DATA. Says on
// its first line where it is; ends with its input.

import { success } from '@breekpunt/core';
import { ensureDemoPeople, readSettings, startServer } from '@breekpunt/server';

const settings = readSettings(process.env);
if (!settings.ok) throw new Error(JSON.stringify(settings.error));
const running = await startServer(settings.value, {
  say: () => undefined,
  async prepare(records) {
    const ready = await ensureDemoPeople(records);
    return ready.ok ? success(undefined) : ready;
  },
});
if (!running.ok) throw new Error(running.error.message);
const { address, stop } = running.value;
console.log(address);
process.stdin.on('end', () => void stop().then(() => process.exit(0)));
process.stdin.resume();
