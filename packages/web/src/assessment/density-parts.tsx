// An examination of bone density: its day, the maker of the device, and the T-scores as printed.

import type { ReactElement } from 'react';
import type { Draft, PartsProps } from './composed-input.tsx';
import { ChoicePart, DayPart, NumberPart } from './part-inputs.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

const makers = ['hologic', 'lunar', 'norland', 'other', 'not-recorded'] as const;
const regions = ['lumbar-spine', 'total-hip', 'femoral-neck'] as const;

export function DensityParts({ draft, label, change }: PartsProps): ReactElement {
  const own = useAssessmentWords();
  const scores = (draft['scores'] ?? {}) as Draft;
  return (
    <>
      <DayPart
        of={label}
        value={draft['on'] as string | undefined}
        change={(on) => change({ ...draft, on })}
      />
      {regions.map((region) => (
        <NumberPart
          key={region}
          of={label}
          label={own(`part.${region}`)}
          value={scores[region] as number | undefined}
          change={(score) => {
            const { [region]: _before, ...others } = scores;
            change({ ...draft, scores: score === undefined ? others : { ...others, [region]: score } });
          }}
        />
      ))}
      <ChoicePart
        of={label}
        label={own('part.maker')}
        value={draft['maker'] as string | undefined}
        change={(maker) => change({ ...draft, maker })}
        choices={makers.map((maker) => [maker, own(`maker.${maker}`)])}
      />
    </>
  );
}
