// The patient's guide on the page of a case: who may open it and when they did, a new link, and what the guide must know.

import type { GuideLink, GuidePanel as Panel, GuideSheet as Sheet } from '@breekpunt/server';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { request } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { dayInWords, dayOf, moment } from '../format/dates.ts';
import { Failure, failureInWords } from '../shell/failure.tsx';
import { GreyRows } from '../shell/grey-rows.tsx';
import { useSay } from '../words/use-words.tsx';
import { GuideFactsForm } from './guide-facts-form.tsx';
import { GuideLanguage } from './guide-language.tsx';
import { guideQuery } from './guide-queries.ts';
import { GuideSheet } from './guide-sheet.tsx';
import { HandOutForm } from './hand-out-form.tsx';
import { PatientSaidList } from './patient-said.tsx';
import { PrintGuideForm } from './print-guide-form.tsx';
import { useGuideWords } from './use-guide-words.ts';
import './guide.css';

export default function GuidePanel({ caseId }: { readonly caseId: number }): ReactElement {
  const words = useGuideWords();
  const found = useQuery(guideQuery(caseId));
  return (
    <section className="panel stack" aria-label={words('title')}>
      <h2>{words('title')}</h2>
      {found.isPending && <GreyRows rows={2} />}
      {found.isLoadingError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && <OpenPanel caseId={caseId} panel={found.data} />}
    </section>
  );
}

function OpenPanel({ caseId, panel }: { readonly caseId: number; readonly panel: Panel }): ReactElement {
  const words = useGuideWords();
  const [doing, setDoing] = useState<'make' | 'facts' | 'print' | null>(null);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const made = (next: Sheet): void => {
    setSheet(next);
    setDoing(null);
  };
  return (
    <>
      <p className="muted">{words('about')}</p>
      {panel.died && (
        <p>
          <strong>{words('died')}</strong>
        </p>
      )}
      {panel.links.length === 0 && <p>{words('none')}</p>}
      <ul className="plain-list">
        {panel.links.map((link) => (
          <LinkLine key={link.id} caseId={caseId} link={link} panel={panel} made={made} />
        ))}
      </ul>
      <PatientSaidList said={panel.said} />
      {sheet !== null && <GuideSheet sheet={sheet} close={() => setSheet(null)} />}
      {doing === 'make' ? (
        <MakeForm caseId={caseId} asks={panel.asks} made={made} stop={() => setDoing(null)} />
      ) : (
        <p className="line">
          {!panel.died && (
            <Button variant="filled" onClick={() => setDoing('make')}>
              {words('make')}
            </Button>
          )}
          <Button
            aria-expanded={doing === 'facts'}
            onClick={() => setDoing(doing === 'facts' ? null : 'facts')}
          >
            {words('facts')}
          </Button>
          <Button
            aria-expanded={doing === 'print'}
            onClick={() => setDoing(doing === 'print' ? null : 'print')}
          >
            {words('printGuide')}
          </Button>
        </p>
      )}
      {doing === 'print' && <PrintGuideForm caseId={caseId} panel={panel} stop={() => setDoing(null)} />}
      {doing === 'facts' && <GuideFactsForm caseId={caseId} kept={panel} />}
    </>
  );
}

interface MakeProps {
  readonly caseId: number;
  readonly asks: Panel['asks'];
  made(sheet: Sheet): void;
  stop(): void;
}

const months = ['6', '3', '12'] as const;
const readers = ['patient', 'carer-patient', 'carer-representative'] as const;

function MakeForm({ caseId, asks, made, stop }: MakeProps): ReactElement {
  const words = useGuideWords();
  const [language, setLanguage] = useState<string>('nl');
  const [length, setLength] = useState<string>('6');
  const [reader, setReader] = useState<string>('patient');
  return (
    <HandOutForm
      caseId={caseId}
      asks={asks}
      path=""
      button={words('make')}
      more={{
        language,
        months: Number(length),
        carerConsent: reader === 'patient' ? null : reader.replace('carer-', ''),
      }}
      made={made}
      stop={stop}
    >
      <NativeSelect
        label={words('who')}
        value={reader}
        onChange={({ currentTarget: { value } }) => setReader(value)}
        data={readers.map((value) => ({ value, label: words(`who.${value}`) }))}
      />
      <GuideLanguage language={language} choose={setLanguage} />
      <NativeSelect
        label={words('months')}
        value={length}
        onChange={({ currentTarget: { value } }) => setLength(value)}
        data={months.map((value) => ({ value, label: words(`months.${value}`) }))}
      />
    </HandOutForm>
  );
}

interface LinkProps {
  readonly caseId: number;
  readonly link: GuideLink;
  readonly panel: Pick<Panel, 'asks' | 'died'>;
  made(sheet: Sheet): void;
}

function LinkLine({ caseId, link, panel: { asks, died }, made }: LinkProps): ReactElement {
  const say = useSay();
  const words = useGuideWords();
  const { site, today } = useSession();
  const client = useQueryClient();
  const [asking, setAsking] = useState<'pin' | 'sheet' | null>(null);
  const revoke = useMutation({
    mutationFn: () => request('DELETE', `/api/cases/${caseId}/guide/links/${link.id}`),
    onSettled: () => client.invalidateQueries({ queryKey: ['case', caseId, 'guide'] }),
  });
  const day = (at: string | Date): string => dayInWords(dayOf(at, site.timeZone), say);
  const expired = dayOf(link.expiresAt, site.timeZone) < today;
  const ended = link.revokedAt !== null || expired;
  return (
    <li className="guide-link-line">
      <p className="line">
        <strong>{words(link.forCarer ? 'link.carer' : 'link.patient')}</strong>
        <span>
          {link.lastOpenedAt === null
            ? words('neverOpened')
            : words('opened', { at: moment(link.lastOpenedAt, today, site.timeZone, say) })}
        </span>
        <span className="muted small">
          {words('made', { day: day(link.createdAt), name: link.createdByName ?? '' })} ·{' '}
          {link.revokedAt !== null
            ? words('revoked', { day: day(link.revokedAt) })
            : words(expired ? 'expired' : 'until', { day: day(link.expiresAt) })}
        </span>
        {link.shut && !ended && <strong className="error-text">{words('shut')}</strong>}
      </p>
      {!ended && !died && asking === null && (
        <p className="line">
          <Button size="compact-sm" onClick={() => setAsking('sheet')}>
            {words('sheet')}
          </Button>
          <Button size="compact-sm" onClick={() => setAsking('pin')}>
            {words('newPin')}
          </Button>
          <Button size="compact-sm" onClick={() => revoke.mutate()}>
            {words('revoke')}
          </Button>
        </p>
      )}
      {asking !== null && (
        <HandOutForm
          caseId={caseId}
          asks={asks}
          path={`/${link.id}/${asking}`}
          button={words('show')}
          made={(sheet) => {
            setAsking(null);
            made(sheet);
          }}
          stop={() => setAsking(null)}
        />
      )}
      {revoke.isError && (
        <p className="error-text" role="alert">
          {say('notSaved')} {failureInWords(revoke.error, say)}
        </p>
      )}
    </li>
  );
}
