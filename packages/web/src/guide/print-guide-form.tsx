// The paper guide for this patient, made when somebody asks: at most four sheets, with the QR code of a link or without.

import type { GuidePanel } from '@breekpunt/server';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { refusalFrom, requestFile } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { dayOf } from '../format/dates.ts';
import { saveFile } from '../format/save-file.ts';
import { failureInWords } from '../shell/failure.tsx';
import { useSay } from '../words/use-words.tsx';
import { useGuideWords } from './use-guide-words.ts';

const languages = ['nl', 'fr', 'en'] as const;

interface PrintProps {
  readonly caseId: number;
  readonly panel: GuidePanel;
  stop(): void;
}

export function PrintGuideForm({ caseId, panel, stop }: PrintProps): ReactElement {
  const say = useSay();
  const words = useGuideWords();
  const { site, today } = useSession();
  const open = panel.links.filter(
    ({ revokedAt, expiresAt }) => revokedAt === null && dayOf(expiresAt, site.timeZone) >= today,
  );
  const [link, setLink] = useState(String(open[0]?.id ?? ''));
  const [language, setLanguage] = useState<string>(
    languages.find((each) => each === open[0]?.language) ?? 'nl',
  );
  const [typed, setTyped] = useState('');
  const make = useMutation({
    mutationFn: async () => {
      const pdf = await requestFile('POST', `/api/cases/${caseId}/guide/paper`, {
        confirm: typed,
        language,
        link: link === '' ? null : Number(link),
      });
      saveFile(pdf, 'mijn-herstel.pdf');
    },
  });
  const wrong = make.isError && refusalFrom(make.error).more['at'] === 'body.confirm';
  return (
    <form
      className="guide-facts"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <NativeSelect
        label={words('language')}
        value={language}
        onChange={({ currentTarget: { value } }) => setLanguage(value)}
        data={[
          ...languages.map((value) => ({ value, label: words(`lang.${value}`) })),
          { value: 'de', label: words('lang.de'), disabled: true },
        ]}
      />
      <NativeSelect
        label={words('printGuide.link')}
        value={link}
        onChange={({ currentTarget: { value } }) => setLink(value)}
        data={[
          ...open.map(({ id, forCarer }) => ({
            value: String(id),
            label: words(forCarer ? 'link.carer' : 'link.patient'),
          })),
          { value: '', label: words('printGuide.noLink') },
        ]}
      />
      <TextInput
        type={panel.asks === 'birth-date' ? 'date' : 'text'}
        label={words(`confirm.${panel.asks}`)}
        description={words('confirm.why')}
        required
        withAsterisk={false}
        value={typed}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
        error={wrong ? words('confirm.wrong') : undefined}
      />
      <p className="line wide">
        <Button type="submit">{words('printGuide.button')}</Button>
        <Button variant="subtle" onClick={stop}>
          {words('cancel')}
        </Button>
        <span role="status" className="muted">
          {make.isSuccess && words('printGuide.made')}
        </span>
      </p>
      {make.isError && !wrong && (
        <p className="error-text wide" role="alert">
          {failureInWords(make.error, say)}
        </p>
      )}
    </form>
  );
}
