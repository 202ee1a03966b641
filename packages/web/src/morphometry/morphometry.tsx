// Vertebrae measured on an image: who it is stays in sight, images come in, one is read.

import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { request } from '../api/request.ts';
import { dayInWords } from '../format/dates.ts';
import { Failure } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { CompareImages } from './compared-images.tsx';
import { ImageReader } from './image-reader.tsx';
import { imagesQuery } from './morphometry-queries.ts';
import { UploadForm } from './upload-form.tsx';
import { useMorphometryWords } from './use-morphometry-words.ts';
import './morphometry.css';

export default function Morphometry({ caseId }: { readonly caseId: number }): ReactElement {
  const appSay = useSay();
  const say = useMorphometryWords();
  const found = useQuery(imagesQuery(caseId));
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => {
    document.title = `${say('title')} · Breekpunt`;
    return () => {
      document.title = 'Breekpunt';
    };
  }, [say]);
  if (found.isPending) return <GreyRows rows={8} />;
  if (found.isLoadingError) return <Failure error={found.error} retry={() => void found.refetch()} />;
  const { patient, images, levels } = found.data;
  const image = images.find(({ id }) => id === chosen) ?? images[0];
  const name = [patient.familyName?.toLocaleUpperCase(), patient.givenName].filter(Boolean).join(', ');
  return (
    <article className="stack morphometry">
      <p>
        <Link href={`/cases/${caseId}`}>{say('back')}</Link>
      </p>
      <div>
        <h1>{say('title')}</h1>
        <p>
          <strong>{name === '' ? appSay('unknown') : name}</strong>{' '}
          {say('born', { day: dayInWords(patient.birthDate, appSay) })}
        </p>
      </div>
      {images.length > 0 && (
        <ul className="image-list" aria-label={say('images')}>
          {images.map((each) => (
            <li key={each.id}>
              <button type="button" aria-pressed={each.id === image?.id} onClick={() => setChosen(each.id)}>
                {say.of('imaging', each.imaging)}, {dayInWords(each.takenOn, appSay)}{' '}
                <span className="muted small">
                  {each.readings.length === 0
                    ? say('image.unread')
                    : say('image.read', { n: each.readings.length })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {image === undefined ? (
        <p>{say('images.none')}</p>
      ) : (
        <>
          <ImageReader key={image.id} caseId={caseId} image={image} levels={levels} />
          <WithdrawImage caseId={caseId} image={image.id} />
        </>
      )}
      <CompareImages caseId={caseId} />
      <UploadForm caseId={caseId} added={setChosen} />
    </article>
  );
}

function WithdrawImage({ caseId, image }: { readonly caseId: number; readonly image: number }): ReactElement {
  const say = useMorphometryWords();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => request('DELETE', `/api/cases/${caseId}/spine-images/${image}`),
    onSuccess: async () => {
      setAsking(false);
      await client.invalidateQueries({ queryKey: ['spine-images', caseId] });
      await client.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
  return (
    <div className="stack">
      {asking ? (
        <p className="line">
          {say('withdraw.sure')}
          <Button onClick={() => withdraw.mutate()}>{say('withdraw.yes')}</Button>
          <Button onClick={() => setAsking(false)}>{say('withdraw.no')}</Button>
        </p>
      ) : (
        <p>
          <Button size="compact-sm" onClick={() => setAsking(true)}>
            {say('withdraw')}
          </Button>
        </p>
      )}
      {withdraw.isError && <Failure error={withdraw.error} />}
    </div>
  );
}
