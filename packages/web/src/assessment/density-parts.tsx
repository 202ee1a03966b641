// An examination of bone density: its day, the device, and of each region the T-score and the density as printed. Decision: a
// device of the hospital is chosen by its name, which brings its serial number with it, because two scans are only compared when
// both say on which device they were made.

import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { densitometersQuery } from '../densitometers/densitometers-query.ts';
import type { Draft, PartsProps } from './composed-input.tsx';
import { ChoicePart, DayPart, NumberPart } from './part-inputs.tsx';
import { useAssessmentWords } from './use-assessment-words.ts';

const makers = ['hologic', 'lunar', 'norland', 'other', 'not-recorded'] as const;
const regions = ['lumbar-spine', 'total-hip', 'femoral-neck'] as const;

export function DensityParts({ draft, label, change }: PartsProps): ReactElement {
  const own = useAssessmentWords();
  const { data } = useQuery(densitometersQuery);
  const devices = [...new Map(data?.studies.map((study) => [study.serial, study])).values()];
  const [scores, densities] = [(draft['scores'] ?? {}) as Draft, (draft['densities'] ?? {}) as Draft];
  const serial = draft['serial'] as string | undefined;
  const ours = devices.some((device) => device.serial === serial);
  const put = (part: 'scores' | 'densities', region: string, value: number | undefined): void => {
    const { [region]: _before, ...others } = (draft[part] ?? {}) as Draft;
    change({ ...draft, [part]: value === undefined ? others : { ...others, [region]: value } });
  };
  const chooseDevice = (chosen: string | undefined): void => {
    const { serial: _before, ...rest } = draft;
    const device = devices.find((each) => each.serial === chosen);
    change(device === undefined ? rest : { ...rest, serial: device.serial, maker: device.maker });
  };
  return (
    <>
      <DayPart
        of={label}
        value={draft['on'] as string | undefined}
        change={(on) => change({ ...draft, on })}
      />
      {regions.map((region) => (
        <span className="density-region" key={region}>
          <NumberPart
            of={label}
            label={own(`part.${region}`)}
            value={scores[region] as number | undefined}
            change={(score) => put('scores', region, score)}
          />
          <NumberPart
            of={label}
            label={own('part.density', { region: own.of('dxaSite', region) })}
            value={densities[region] as number | undefined}
            change={(density) => put('densities', region, density)}
          />
        </span>
      ))}
      <ChoicePart
        of={label}
        label={own('part.hipSide')}
        value={draft['side'] as string | undefined}
        change={(side) => change({ ...draft, side })}
        choices={(['left', 'right'] as const).map((side) => [side, own(`side.${side}`)])}
      />
      {devices.length > 0 && (
        <ChoicePart
          of={label}
          label={own('part.device')}
          value={ours ? serial : undefined}
          change={chooseDevice}
          choices={devices.map((device) => [
            device.serial,
            [own(`maker.${device.maker}`), device.model, device.serial].filter(Boolean).join(' '),
          ])}
        />
      )}
      {!ours && (
        <ChoicePart
          of={label}
          label={own('part.maker')}
          value={draft['maker'] as string | undefined}
          change={(maker) => change({ ...draft, maker })}
          choices={makers.map((maker) => [maker, own(`maker.${maker}`)])}
        />
      )}
    </>
  );
}
