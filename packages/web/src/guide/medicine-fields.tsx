// The medicines of the guide, one line each: as prescribed, with the hours and the day it ends.

import { medicineKinds } from '@breekpunt/inform';
import type { GuideMedicine } from '@breekpunt/server';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ReactElement } from 'react';
import { dayFrom, newMedicine, orNot, textOf } from './guide-facts.ts';
import { useGuideWords } from './use-guide-words.ts';

interface MedicinesProps {
  readonly medicines: readonly GuideMedicine[];
  change(next: readonly GuideMedicine[]): void;
}

export function MedicineFields({ medicines, change }: MedicinesProps): ReactElement {
  const words = useGuideWords();
  const put = (place: number, part: Partial<GuideMedicine>): void =>
    change(medicines.map((each, index) => (index === place ? { ...each, ...part } : each)));
  return (
    <>
      {medicines.map((medicine, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
        <div className="services-line" key={place}>
          <NativeSelect
            label={words('fact.kind')}
            value={medicine.kind}
            onChange={({ currentTarget: { value } }) => put(place, { kind: value as GuideMedicine['kind'] })}
            data={medicineKinds.map((value) => ({ value, label: words.of('medicine', value) }))}
          />
          <TextInput
            label={words('fact.name')}
            value={textOf(medicine.name)}
            onChange={({ currentTarget: { value } }) => put(place, { name: orNot(value) })}
          />
          <TextInput
            label={words('fact.dose')}
            value={textOf(medicine.dose)}
            onChange={({ currentTarget: { value } }) => put(place, { dose: orNot(value) })}
          />
          <TextInput
            label={words('fact.times')}
            defaultValue={medicine.times.join(' ')}
            onBlur={({ currentTarget: { value } }) =>
              put(place, { times: value.match(/([01]\d|2[0-3]):[0-5]\d/g) ?? [] })
            }
          />
          <TextInput
            type="date"
            label={words('fact.stopOn')}
            value={textOf(medicine.stopOn)}
            onChange={({ currentTarget: { value } }) => put(place, { stopOn: dayFrom(value) })}
          />
          <TextInput
            type="date"
            label={words('fact.nextOn')}
            value={textOf(medicine.nextOn)}
            onChange={({ currentTarget: { value } }) => put(place, { nextOn: dayFrom(value) })}
          />
          <Button
            variant="subtle"
            onClick={() => change(medicines.filter((_each, index) => index !== place))}
          >
            {words('fact.removeMedicine')}
          </Button>
          {medicine.kind === 'opioid' && medicine.stopOn === 'not-recorded' && (
            <p className="unknown wide">{words('fact.opioidNoStop')}</p>
          )}
        </div>
      ))}
      <p>
        <Button onClick={() => change([...medicines, newMedicine])}>{words('fact.addMedicine')}</Button>
      </p>
    </>
  );
}
