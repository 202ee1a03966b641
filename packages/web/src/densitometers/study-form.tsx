// A precision study is written down: of which device, which region, how great the error, and when it was made.

import type { DensitometerList } from '@breekpunt/server';
import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Refusal, request } from '../api/request.ts';
import { numberFrom } from '../assessment/simple-input.tsx';
import { numberFormat } from '../format/formatters.ts';
import { failureInWords } from '../shell/failure.tsx';
import { type Say, useSay } from '../words/use-words.tsx';
import { densitometersQuery } from './densitometers-query.ts';
import { useDensitometerWords } from './use-densitometer-words.ts';

const makers = ['hologic', 'lunar', 'norland', 'other'] as const;
const sites = ['lumbar-spine', 'total-hip', 'femoral-neck', 'forearm-33'] as const;
const units = ['g/cm2', 'percent'] as const;
const levels = ['L1', 'L2', 'L3', 'L4'] as const;

const empty = { maker: '', model: '', serial: '', site: '', error: '', unit: 'g/cm2', studiedOn: '' };
type Typed = typeof empty;

export function StudyForm({ known }: { readonly known: DensitometerList['studies'] }): ReactElement {
  const say = useSay();
  const words = useDensitometerWords();
  const client = useQueryClient();
  const [typed, setTyped] = useState<Typed>(empty);
  const [vertebrae, setVertebrae] = useState<readonly string[]>(levels);
  const put = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const field = (name: keyof Typed) => ({
    label: words(name),
    required: true,
    withAsterisk: false,
    value: typed[name],
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      put({ [name]: currentTarget.value }),
  });
  const add = useMutation({
    mutationFn: () => {
      const error = numberFrom(typed.error);
      if (error === null) throw new Refusal('not-a-number', 'The precision error is no number.');
      return request('POST', '/api/site/densitometers/studies', {
        ...typed,
        error,
        vertebrae: typed.site === 'lumbar-spine' ? vertebrae : [],
      });
    },
    onSuccess: async () => {
      // The next study is mostly of another region of the same device.
      put({ site: '', error: '' });
      await client.invalidateQueries({ queryKey: densitometersQuery.queryKey });
    },
  });
  const devices = [...new Map(known.map((each) => [each.serial, each])).values()];
  const chosen = (list: readonly string[], of: 'maker' | 'site') => [
    { value: '', label: words('choose') },
    ...list.map((value) => ({ value, label: words.of(of, value) })),
  ];
  return (
    <form
      className="panel stack"
      aria-label={words('new')}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <h2>{words('new')}</h2>
      <div className="study-fields">
        <TextInput
          {...field('serial')}
          list="known-devices"
          autoComplete="off"
          maxLength={60}
          onBlur={() => {
            const device = devices.find(({ serial }) => serial === typed.serial.trim());
            if (device !== undefined) put({ maker: device.maker, model: device.model ?? '' });
          }}
        />
        <datalist id="known-devices">
          {devices.map(({ serial }) => (
            <option key={serial} value={serial} />
          ))}
        </datalist>
        <NativeSelect {...field('maker')} data={chosen(makers, 'maker')} />
        <TextInput {...field('model')} required={false} maxLength={60} autoComplete="off" />
        <NativeSelect {...field('site')} data={chosen(sites, 'site')} />
        <TextInput {...field('error')} inputMode="decimal" autoComplete="off" />
        <NativeSelect
          {...field('unit')}
          data={units.map((value) => ({ value, label: words.of('unitChoice', value) }))}
        />
        <TextInput {...field('studiedOn')} type="date" />
      </div>
      {typed.site === 'lumbar-spine' && (
        <Checkbox.Group
          label={words('vertebrae')}
          value={[...vertebrae]}
          onChange={(next: string[]) => setVertebrae(levels.filter((level) => next.includes(level)))}
        >
          <div className="study-levels">
            {levels.map((level) => (
              <Checkbox key={level} value={level} label={level} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {typed.unit === 'percent' && <p className="muted">{words('percentNote')}</p>}
      {add.isError && (
        <p className="error-text" role="alert">
          {say('notSaved')} {refusalInWords(add.error, words, say)}
        </p>
      )}
      {add.isSuccess && <p role="status">{words('added')}</p>}
      <p>
        <Button type="submit" variant="filled" aria-busy={add.isPending}>
          {words('add')}
        </Button>
      </p>
    </form>
  );
}

interface Refused {
  readonly kind?: string;
  readonly range?: { readonly least: number; readonly most: number; readonly unit: string };
  readonly least?: number;
}

/** What was expected; the words of the app when it was not about what was typed. */
function refusalInWords(error: unknown, words: ReturnType<typeof useDensitometerWords>, say: Say): string {
  if (!(error instanceof Refusal)) return failureInWords(error, say);
  if (error.code === 'not-a-number') return words('refused.not-a-number');
  const refused = error.more['refused'] as Refused | undefined;
  const number = (value = 0): string =>
    numberFormat(words.language, { maximumFractionDigits: 4 }).format(value);
  switch (refused?.kind) {
    case 'out-of-range':
      return words('refused.range', {
        least: number(refused.range?.least),
        most: number(refused.range?.most),
        unit: words.of('unit', refused.range?.unit ?? ''),
      });
    case 'studied-in-the-future':
      return words('refused.future');
    case 'wrong-vertebrae':
      return words('refused.vertebrae', { least: number(refused.least) });
    default:
      return failureInWords(error, say);
  }
}
