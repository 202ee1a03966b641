// What the guide must know and the record does not hold. Decision: every field begins at "not known", and goes back there.

import type { GuideFacts, GuideMedicine, GuidePanel } from '@breekpunt/server';
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { request } from '../api/request.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import {
  choiceFields,
  medicineKinds,
  newMedicine,
  operations,
  treatmentFrom,
  treatmentWord,
} from './guide-facts.ts';
import { useGuideWords } from './use-guide-words.ts';

interface FactsProps {
  readonly caseId: number;
  readonly kept: Pick<GuidePanel, 'facts' | 'version'>;
}

export function GuideFactsForm({ caseId, kept }: FactsProps): ReactElement {
  const say = useSay();
  const words = useGuideWords();
  const client = useQueryClient();
  const [facts, setFacts] = useState<GuideFacts>(kept.facts);
  const save = useMutation({
    mutationFn: () => request('PUT', `/api/cases/${caseId}/guide`, { onVersion: kept.version, facts }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case', caseId, 'guide'] }),
  });
  const put = (change: Partial<GuideFacts>): void => setFacts((known) => ({ ...known, ...change }));
  const { treatment, medication } = facts;
  const operated = treatment !== 'not-recorded' && treatment.kind === 'operation' ? treatment : null;
  return (
    <form
      className="guide-facts"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p className="wide muted">{words('facts.about')}</p>
      <NativeSelect
        label={words('fact.treatment')}
        value={treatmentWord(treatment)}
        onChange={({ currentTarget: { value } }) => put({ treatment: treatmentFrom(value, treatment) })}
        data={['not-recorded', 'conservative', ...operations].map((value) => ({
          value,
          label: words.of('value', value),
        }))}
      />
      {operated !== null && (
        <TextInput
          type="date"
          label={words('fact.operationOn')}
          value={operated.on === 'not-recorded' ? '' : operated.on}
          onChange={({ currentTarget: { value } }) => put({ treatment: { ...operated, on: dayFrom(value) } })}
        />
      )}
      {choiceFields.map(([field, values]) => (
        <NativeSelect
          key={field}
          label={words(`fact.${field}`)}
          value={facts[field]}
          onChange={({ currentTarget: { value } }) => put({ [field]: value })}
          data={['not-recorded', ...values].map((value) => ({ value, label: words.of('value', value) }))}
        />
      ))}
      <Textarea
        className="wide"
        label={words('fact.precautions')}
        value={facts.precautions.join('\n')}
        rows={2}
        onChange={({ currentTarget: { value } }) =>
          put({ precautions: value === '' ? [] : value.split('\n') })
        }
      />
      <fieldset className="wide stack">
        <legend>{words('fact.medication')}</legend>
        <Checkbox
          label={words('fact.medicationKnown')}
          checked={medication !== 'not-recorded'}
          onChange={({ currentTarget: { checked } }) => put({ medication: checked ? [] : 'not-recorded' })}
        />
        {medication !== 'not-recorded' && (
          <Medicines medicines={medication} change={(next) => put({ medication: next })} />
        )}
      </fieldset>
      <p className="line wide">
        <Button type="submit">{words('facts.save')}</Button>
        <span role="status" className="muted">
          {save.isSuccess && words('facts.saved')}
        </span>
      </p>
      {save.isError && (
        <p className="error-text wide" role="alert">
          {say('notSaved')} {failureInWords(save.error, say)}
        </p>
      )}
    </form>
  );
}

interface MedicinesProps {
  readonly medicines: readonly GuideMedicine[];
  change(next: readonly GuideMedicine[]): void;
}

function Medicines({ medicines, change }: MedicinesProps): ReactElement {
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
        </div>
      ))}
      <p>
        <Button onClick={() => change([...medicines, newMedicine])}>{words('fact.addMedicine')}</Button>
      </p>
    </>
  );
}

function textOf(value: string): string {
  return value === 'not-recorded' ? '' : value;
}

function orNot(value: string): string {
  return value.trim() === '' ? 'not-recorded' : value;
}

/** The server checks the day; an empty field is a day nobody knows. */
function dayFrom(value: string): GuideMedicine['stopOn'] {
  return (value === '' ? 'not-recorded' : value) as GuideMedicine['stopOn'];
}
