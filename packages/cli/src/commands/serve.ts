// breekpunt serve: the server, until a signal ends it.

import {
  addDemoFigures,
  demoHospitals,
  demoPassword,
  demoSignIns,
  describeSettingError,
  loadDemo,
  readSettings,
  safeError,
  startServer,
} from '@breekpunt/server';
import { beforeEnd } from '../before-end.ts';
import type { ExitCode } from '../exit-code.ts';
import type { ServeValues } from '../options/commands.ts';
import type { Terminal } from '../terminal.ts';
import { localToday } from '../today.ts';

export async function serve(
  _operands: readonly string[],
  values: Partial<ServeValues>,
  terminal: Terminal,
): Promise<ExitCode> {
  const demo = values.demo === true;
  const say = (line: string): void => terminal.out(`${line}\n`);
  const settings = readSettings(process.env);
  if (!settings.ok) {
    for (const error of settings.error) terminal.error(`breekpunt: ${describeSettingError(error)}\n`);
    return 2;
  }
  const { value } = settings;
  // Somebody who tries it out reads the terminal; a line for each request would hide the address.
  const quiet = demo && value.web.logLevel === 'info';
  const started = await startServer(quiet ? { ...value, web: { ...value.web, logLevel: 'warn' } } : value, {
    say,
    ...(demo
      ? {
          prepare: async (records) => {
            const on = { today: localToday(), now: () => new Date() };
            const loaded = await loadDemo(records, { ...on, say });
            if (loaded.ok) await addDemoFigures(records, on);
            return loaded;
          },
        }
      : {}),
  });
  if (!started.ok) {
    terminal.error(`breekpunt: ${started.error.message}\n`);
    return 2;
  }
  const { address, setUpCode, stop } = started.value;
  // The words of a mistake may be words of a record, and what standard error takes is often kept: kind and place only.
  process.on('uncaughtException', (thrown) => {
    terminal.error(`breekpunt: stopped by a mistake of the program: ${JSON.stringify(safeError(thrown))}\n`);
    process.exit(2);
  });
  say(`\nBreekpunt runs at ${address}`);
  if (setUpCode !== null) say(`There is no hospital yet. Set it up with this code: ${setUpCode}`);
  if (demo) for (const line of demoLines()) say(line);
  say('Stop it with Ctrl+C.');
  await new Promise<void>((ended) =>
    beforeEnd(async () => {
      say('Stopping …');
      await stop();
      ended();
    }),
  );
  return 0;
}

function demoLines(): string[] {
  return [
    `${demoHospitals.map(({ name }) => name).join(' and ')} are synthetic: no patient in them is real. Sign in to either as`,
    ...demoSignIns.map(
      ({ login, role, displayName }) => `  ${login.padEnd(9)} ${role.padEnd(10)} ${displayName}`,
    ),
    `all with the password ${demoPassword}`,
  ];
}
