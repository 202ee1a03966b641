// Which maker a device names itself after. Decision: makers and their lines are recognised by the words they print, and a word
// that is none of them is another maker, never the commonest one.

import type { DxaMaker } from './dxa-scan.ts';

const words: readonly (readonly [RegExp, DxaMaker])[] = [
  [/hologic|\b(qdr|horizon|discovery|explorer|delphi)\b/i, 'hologic'],
  [/lunar|\b(ge|general electric|dpx|prodigy|idxa)\b/i, 'lunar'],
  [/norland|\b(xr-?\d+|excell)\b/i, 'norland'],
];

/** Of the words with which a device names its maker and model; nothing said is not recorded. */
export function dxaMakerFrom(text: string | null): DxaMaker {
  if (text === null || text.trim() === '' || text === 'not-recorded') return 'not-recorded';
  return words.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}
