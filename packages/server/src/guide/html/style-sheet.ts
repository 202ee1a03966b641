// The style sheets of the guide: of the frame alone, which comes along inside the page that asks for the PIN, and of everything,
// which the pages behind it fetch once. Decision: the dark colours are data here and written twice, for who chose them and for
// a telephone that is set to dark; browsers of ten years ago know no way to say that once.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const dark = {
  ink: '#e9eef3',
  bg: '#11171d',
  surface: '#1a222a',
  muted: '#a7b3be',
  edge: '#788592',
  accent: '#7fb8f5',
  'on-accent': '#11171d',
  error: '#ff9a94',
  now: '#c8252c',
  'now-edge': '#ffffff',
  'today-ink': '#11171d',
  'today-edge': '#ffffff',
  week: '#1e3f5e',
  'week-ink': '#ffffff',
  'week-edge': '#7fb8f5',
  'usual-edge': '#4ec48e',
  chart: '#5fb3e6',
} as const;

const darkColours = `${Object.entries(dark)
  .map(([name, colour]) => `--${name}: ${colour};`)
  .join(' ')} color-scheme: dark;`;

/** Without comments and without the space between rules. */
function smaller(sheet: string): string {
  return sheet
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(';}', '}')
    .trim();
}

function fileBeside(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8');
}

const darkRules = `@media screen and (prefers-color-scheme: dark) { :root[data-contrast="auto"] { ${darkColours} } }
@media screen { :root[data-contrast="dark"] { ${darkColours} } }`;

/** All that the page asking for the PIN is drawn with. */
export const frameSheet: string = smaller(`${fileBeside('frame.css')}${darkRules}`);

export const styleSheet: string = `${frameSheet}${smaller(fileBeside('guide.css'))}`;

/** Changes with the sheet, so that a browser may keep it for ever. */
export const styleMark: string = createHash('sha256').update(styleSheet).digest('hex').slice(0, 10);
