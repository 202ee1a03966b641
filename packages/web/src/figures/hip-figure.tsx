// The upper end of the thigh bone with the kind of fracture. Decision: the kind is what the record states (neck,
// trochanteric, below it) and no more; an implant is named when a procedure was sent, by the name that was sent, and
// otherwise said to be unknown.

import type { CaseFigures } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { dayInWords } from '../format/dates.ts';
import { useSay } from '../words/use-words.tsx';
import { FigureFrame } from './figure-frame.tsx';
import { useFigureWords } from './use-figure-words.ts';

type Hip = CaseFigures['hips'][number];

interface HipFigureProps {
  readonly hip: Hip;
  readonly procedures: CaseFigures['procedures'];
}

/** Where the bone broke, as a line over the drawing; null when the record does not say. */
const breaks: Readonly<Record<string, string>> = {
  'hip.femoral-neck': 'M98 62l10 12-6 10 12 14-4 12',
  'hip.trochanteric': 'M172 58l-14 18 4 14-20 18 4 14-22 24',
  'hip.subtrochanteric': 'M122 172l14 8 8-8 14 10 16-8',
};

export function HipFigure({ hip, procedures }: HipFigureProps): ReactElement {
  const appSay = useSay();
  const say = useFigureWords();
  const after = procedures.filter(({ on }) => hip.on === null || on === null || on >= hip.on);
  const kind = say.of('hip', hip.site);
  const side = hip.side === null ? say('h.noSide') : appSay.of('side', hip.side);
  const implant =
    after.length === 0
      ? say('h.noImplant')
      : after.map(({ name, on }) => `${name} (${dayInWords(on, appSay)})`).join('; ');
  const caption = say('h.caption', {
    kind,
    side,
    doubt: hip.status === 'possible' ? ` (${appSay.of('status', 'possible')})` : '',
    day: dayInWords(hip.on, appSay),
    implant,
  });
  const line = breaks[hip.site];
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
      </g>
    </FigureFrame>
  );
}
