// The services of the hospital and their numbers: kept by the lead and by IT, shown in every guide.

import { serviceRoles } from '@breekpunt/inform';
import type { HospitalServiceRow } from '@breekpunt/server';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { request } from '../api/request.ts';
import { Failure, failureInWords } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { servicesQuery } from './guide-queries.ts';
import { useGuideWords } from './use-guide-words.ts';
import './guide.css';

export default function Services(): ReactElement {
  const words = useGuideWords();
  const found = useQuery(servicesQuery);
  return (
    <div className="stack">
      <h1>{words('services.title')}</h1>
      <p>{words('services.about')}</p>
      {found.isPending && <GreyRows rows={4} />}
      {found.isLoadingError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && <ServiceList kept={found.data.services} />}
    </div>
  );
}

const fields = ['phone', 'hours', 'place'] as const;

function ServiceList({ kept }: { readonly kept: readonly HospitalServiceRow[] }): ReactElement {
  const say = useSay();
  const words = useGuideWords();
  const client = useQueryClient();
  const [rows, setRows] = useState(kept);
  const save = useMutation({
    mutationFn: () => request('PUT', '/api/site/services', { services: rows }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['services'] }),
  });
  const change = (next: readonly HospitalServiceRow[]): void => {
    save.reset();
    setRows(next);
  };
  const put = (place: number, part: Partial<HospitalServiceRow>): void =>
    change(rows.map((each, index) => (index === place ? { ...each, ...part } : each)));
  const add = (): void => {
    const kind = serviceRoles.find((each) => !rows.some((row) => row.kind === each)) ?? 'ward';
    change([...rows, { kind, name: words.of('service', kind), phone: null, hours: null, place: null }]);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      {rows.length === 0 && <p className="muted">{words('services.none')}</p>}
      {rows.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
        <div className="services-line" key={place}>
          <NativeSelect
            label={words('services.kind')}
            value={row.kind}
            onChange={({ currentTarget: { value } }) =>
              put(place, { kind: value as HospitalServiceRow['kind'] })
            }
            data={serviceRoles.map((value) => ({ value, label: words.of('service', value) }))}
          />
          <TextInput
            label={words('services.name')}
            required
            withAsterisk={false}
            value={row.name}
            onChange={({ currentTarget: { value } }) => put(place, { name: value })}
          />
          {fields.map((field) => (
            <TextInput
              key={field}
              label={words(`services.${field}`)}
              value={row[field] ?? ''}
              onChange={({ currentTarget: { value } }) =>
                put(place, { [field]: value === '' ? null : value })
              }
            />
          ))}
          <Button variant="subtle" onClick={() => change(rows.filter((_each, index) => index !== place))}>
            {words('services.remove')}
          </Button>
        </div>
      ))}
      <p className="line">
        <Button onClick={add}>{words('services.add')}</Button>
        <Button type="submit" variant="filled">
          {words('services.save')}
        </Button>
        <span role="status" className="muted">
          {save.isSuccess && words('facts.saved')}
        </span>
      </p>
      {save.isError && (
        <p className="error-text" role="alert">
          {say('notSaved')} {failureInWords(save.error, say)}
        </p>
      )}
    </form>
  );
}
