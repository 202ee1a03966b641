// A case that comes as a file from a hospital of another installation: the file, and the code that a colleague there told. It then
// waits with the others to be taken in.

import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { refusalFrom, request } from '../api/request.ts';
import { failureInWords } from '../shell/failure.tsx';
import { ChooseFile } from '../upload/choose-file.tsx';
import '../upload/upload.css';
import { useSay } from '../words/use-words.tsx';
import { useFollowUpWords } from './use-follow-up-words.ts';

export function BringCase(): ReactElement {
  const own = useFollowUpWords();
  const say = useSay();
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const bring = useMutation({
    mutationFn: (chosen: File) =>
      request('POST', '/api/case-transfers/files', chosen, { 'x-transfer-code': code.trim() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['case-transfers'] }),
  });
  const because = bring.isError ? refusalFrom(bring.error).more['because'] : null;
  return (
    <details className="panel">
      <summary>{own('bring.title')}</summary>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (file !== null && code.trim() !== '') bring.mutate(file);
        }}
      >
        <p>{own('bring.what')}</p>
        <ChooseFile file={file} accept="" kinds={own('bring.kinds')} choose={setFile} />
        <TextInput
          className="middle-wide"
          label={own('bring.code')}
          value={code}
          required
          autoComplete="off"
          onChange={({ currentTarget: { value } }) => setCode(value)}
        />
        {tried && file === null && (
          <p className="error-text" role="alert">
            {own('bring.noFile')}
          </p>
        )}
        {bring.isError && (
          <p className="error-text" role="alert">
            {say('notSaved')}{' '}
            {because === 'does-not-open' || because === 'not-a-case-file'
              ? own(`bring.${because}`)
              : failureInWords(bring.error, say)}
          </p>
        )}
        {bring.isSuccess && <p role="status">{own('bring.done')}</p>}
        <p>
          <Button type="submit" loading={bring.isPending}>
            {own('bring.keep')}
          </Button>
        </p>
      </form>
    </details>
  );
}
