// docs/settings.md, written from the list of settings.

import { settingsFileName, settingTable } from './settings.ts';

export function settingsPage(): string {
  const sections = Object.values(settingTable).map(
    ({ name, meaning, expected, whenAbsent }) =>
      `## ${name}\n\n${meaning}\n\n- Expected: ${expected}\n- When not set: ${whenAbsent}\n`,
  );
  return `<!-- Written by packages/server/scripts/write-pages.ts; change the list of settings, not this page. -->

# Settings

Nothing needs to be set to try Breekpunt on one machine. A setting is read from the environment, or from the file that
\`${settingsFileName}\` names, with one \`NAME=value\` on each line; the environment wins. An empty value counts as not set.
A wrong value or an unknown name stops the start, with the name of the setting, what was expected and what came.

${sections.join('\n')}`;
}
