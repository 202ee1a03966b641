// The upper end of the thigh bone with the kind of fracture and the implant. Decision: both are what the record states and no more:
// an implant that the team stated is drawn, one that only a procedure of another system names is named as that system does, and
// otherwise it is said to be unknown.

import type { CaseFigures } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { dayInWords } from '../format/dates.ts';
import { type Say, useSay } from '../words/use-words.tsx';
import { FigureFrame } from './figure-frame.tsx';
import { HipImplant } from './hip-implant.tsx';
import { type FigureSay, useFigureWords } from './use-figure-words.ts';

type Hip = CaseFigures['hips'][number];

interface HipFigureProps {
  readonly hip: Hip;
  readonly procedures: CaseFigures['procedures'];
}

/** Where the bone broke, as a line over the drawing: by what the assessment states, else by the report. */
const breaks: Readonly<Record<string, string>> = {
  neck: 'M118 46l-6 14 10 12-8 14 6 14-8 12',
  'trochanteric-a1-a2': 'M176 60l-14 18 4 14-20 18 4 14-24 22',
  'trochanteric-a3': 'M118 108l18 6 6 14 16 4 14 12',
  subtrochanteric: 'M120 172l14 8 8-8 12 10 10-8',
};
const partOf: Readonly<Record<string, keyof typeof breaks>> = {
  'hip.femoral-neck': 'neck',
  'hip.trochanteric': 'trochanteric-a1-a2',
  'hip.subtrochanteric': 'subtrochanteric',
};

export function HipFigure({ hip, procedures }: HipFigureProps): ReactElement {
  const appSay = useSay();
  const say = useFigureWords();
  const kind = [
    hip.part === null ? say.of('hip', hip.site) : say.of('part', hip.part),
    ...(hip.garden === null ? [] : [say('h.garden', { type: hip.garden })]),
  ].join(', ');
  const side = hip.side === null ? say('h.noSide') : appSay.of('side', hip.side);
  const implant = implantInWords(hip, procedures, say, appSay);
  const caption = say('h.caption', {
    kind,
    side,
    doubt: hip.status === 'possible' ? ` (${appSay.of('status', 'possible')})` : '',
    day: dayInWords(hip.on, appSay),
    implant,
  });
  const line = breaks[hip.part ?? partOf[hip.site] ?? ''];
  return (
    <FigureFrame
      title={say('h.title')}
      caption={caption}
      viewBox="0 0 260 260"
      className="hip-figure"
      head={[say('h.kind'), say('h.side'), say('h.day'), say('h.implant')]}
      rows={[[kind, side, dayInWords(hip.on, appSay), implant]]}
    >
      {/* Drawn as the left hip; the right one is its mirror image. */}
      <g transform={hip.side === 'right' ? 'translate(260 0) scale(-1 1)' : undefined}>
        <path
          className="bone"
          d="M44 62c0-24 20-40 42-38 18 2 28 14 30 28 10 4 20 4 30-2 10-8 24-8 32 2 8 12 4 28-2 42-4 14-6 30-8 52l-8 106h-40l-6-96c-2-18-10-32-24-44-10-4-22-4-30-12-10-10-16-22-16-38z"
        />
        <path className="socket" d="M30 84c-14-34 10-76 52-74 20 0 34 10 42 24" />
        {line === undefined ? (
          <path className="unknown-break" d="M96 40h72v140h-72z" />
        ) : (
          <path className="break" d={line} data-doubt={hip.status === 'possible' || undefined} />
        )}
        {hip.implant !== null && <HipImplant kind={hip.implant.kind} />}
      </g>
      {/* Not in the mirror: words stay readable. */}
      {hip.side !== null && hip.side !== 'both' && (
        <text x={hip.side === 'right' ? 8 : 252} y="250" textAnchor={hip.side === 'right' ? 'start' : 'end'}>
          {side}
        </text>
      )}
    </FigureFrame>
  );
}

function implantInWords(
  hip: Hip,
  procedures: HipFigureProps['procedures'],
  say: FigureSay,
  appSay: Say,
): string {
  if (hip.implant !== null) {
    const { kind, on } = hip.implant;
    return on === null ? say.of('op', kind) : `${say.of('op', kind)} (${dayInWords(on, appSay)})`;
  }
  const after = procedures.filter(({ on }) => hip.on === null || on === null || on >= hip.on);
  return after.length === 0
    ? say('h.noImplant')
    : after.map(({ name, on }) => `${name} (${dayInWords(on, appSay)})`).join('; ');
}
