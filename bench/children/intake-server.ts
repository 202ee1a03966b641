// A server on its own for the intake benchmark, with a durable embedded database in the folder of BREEKPUNT_DATA. Says on
// its first line where it is and which code opens the set-up; ends with its input.

import { readSettings, startServer } from '@breekpunt/server';

const settings = readSettings(process.env);
if (!settings.ok) throw new Error(JSON.stringify(settings.error));
const running = await startServer(settings.value, { say: () => undefined });
if (!running.ok) throw new Error(running.error.message);
const { address, setUpCode, stop } = running.value;
console.log(JSON.stringify({ address, setUpCode }));
process.stdin.on('end', () => void stop().then(() => process.exit(0)));
process.stdin.resume();
