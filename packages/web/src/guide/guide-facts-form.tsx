// What the guide must know and the record does not hold. Decision: every field begins at "not known", and goes back there.

import { operationKinds } from '@breekpunt/inform';
import type { GuideAppointment, GuideFacts, GuidePanel } from '@breekpunt/server';
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { request } from '../api/request.ts';
import { useEdits } from '../api/use-edits.ts';
import { useSession } from '../api/use-session.tsx';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { AppointmentFields } from './appointment-fields.tsx';
import {
  aboutWords,
  choiceFields,
  dayFrom,
  sideWords,
  stageWords,
  textOf,
  treatmentFrom,
  treatmentWord,
} from './guide-facts.ts';
import { MedicineFields } from './medicine-fields.tsx';
import { useGuideWords } from './use-guide-words.ts';

interface FactsProps {
  readonly caseId: number;
  readonly kept: Pick<GuidePanel, 'facts' | 'version'>;
}

export function GuideFactsForm({ caseId, kept }: FactsProps): ReactElement {
  const say = useSay();
  const words = useGuideWords();
  const client = useQueryClient();
  const { today } = useSession();
  const { now: facts, put, ...edits } = useEdits<GuideFacts>(kept.facts, kept.version);
  const again = (): Promise<void> => client.invalidateQueries({ queryKey: ['case', caseId, 'guide'] });
  const save = useMutation({
    mutationFn: (_said: Partial<GuideFacts>) =>
      request('PUT', `/api/cases/${caseId}/guide`, { onVersion: kept.version, facts }),
    onError: again,
    onSuccess: async (_answer, said) => {
      await again();
      edits.clear(said);
    },
  });
  const { treatment, medication, lastHipInjection: injection } = facts;
  const operated = treatment !== 'not-recorded' && treatment.kind === 'operation' ? treatment : null;
  return (
    <form
      className="guide-facts"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(edits.said);
      }}
    >
      <p className="wide muted">{words('facts.about')}</p>
      <NativeSelect
        label={words('fact.about')}
        value={facts.about}
        onChange={({ currentTarget: { value } }) => put({ about: value as GuideFacts['about'] })}
        data={aboutWords.map((value) => ({ value, label: words.of('about', value) }))}
      />
      {facts.about === 'avascular-necrosis' && (
        <NativeSelect
          label={words('fact.necrosisStage')}
          value={facts.necrosisStage}
          onChange={({ currentTarget: { value } }) =>
            put({ necrosisStage: value as GuideFacts['necrosisStage'] })
          }
          data={stageWords.map((value) => ({ value, label: words.of('stage', value) }))}
        />
      )}
      {facts.about !== 'fracture' && (
        <NativeSelect
          label={words('fact.diseasedSide')}
          value={facts.diseasedSide}
          onChange={({ currentTarget: { value } }) =>
            put({ diseasedSide: value as GuideFacts['diseasedSide'] })
          }
          data={sideWords.map((value) => ({ value, label: words.of('side', value) }))}
        />
      )}
      {facts.about !== 'fracture' && (
        <TextInput
          type="date"
          label={words('fact.diagnosedOn')}
          value={textOf(facts.diagnosedOn)}
          onChange={({ currentTarget: { value } }) => put({ diagnosedOn: dayFrom(value) })}
        />
      )}
      <NativeSelect
        label={words('fact.treatment')}
        value={treatmentWord(treatment)}
        onChange={({ currentTarget: { value } }) => put({ treatment: treatmentFrom(value, treatment) })}
        data={['not-recorded', 'conservative', ...operationKinds].map((value) => ({
          value,
          label: words.of('value', value),
        }))}
      />
      {operated !== null && (
        <TextInput
          type="date"
          label={words('fact.operationOn')}
          value={textOf(operated.on)}
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
          <MedicineFields medicines={medication} change={(next) => put({ medication: next })} />
        )}
      </fieldset>
      <fieldset className="wide stack">
        <legend>{words('fact.appointments')}</legend>
        <AppointmentFields
          appointments={facts.appointments}
          today={today as GuideAppointment['on']}
          change={(appointments) => put({ appointments })}
        />
      </fieldset>
      <NativeSelect
        label={words('fact.hipInjection')}
        value={injection === 'never' || injection === 'not-recorded' ? injection : 'day'}
        onChange={({ currentTarget: { value } }) =>
          put({
            lastHipInjection: value === 'day' ? dayFrom(today) : value === 'never' ? value : 'not-recorded',
          })
        }
        data={['not-recorded', 'never', 'day'].map((value) => ({
          value,
          label: words.of('injection', value),
        }))}
      />
      {injection !== 'never' && injection !== 'not-recorded' && (
        <TextInput
          type="date"
          label={words('fact.hipInjectionOn')}
          value={injection}
          onChange={({ currentTarget: { value } }) => put({ lastHipInjection: dayFrom(value) })}
        />
      )}
      <p className="line wide">
        <Button type="submit">{words('facts.save')}</Button>
        <span role="status" className="muted">
          {save.isSuccess && !edits.isDirty && words('facts.saved')}
        </span>
      </p>
      {edits.changedMeanwhile && !save.isPending && (
        <p className="wide" role="status">
          {say('edits.meanwhile')}
        </p>
      )}
      {save.isError && (
        <p className="error-text wide" role="alert">
          {say('notSaved')} {failureInWords(save.error, say)}
        </p>
      )}
    </form>
  );
}
