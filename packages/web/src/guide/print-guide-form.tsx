// The paper guide for this patient, made when somebody asks: at most four sheets, with the QR code of a link or without.

import type { GuidePanel } from '@breekpunt/server';
import { NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { requestFile } from '../api/request.ts';
import { useSession } from '../api/use-session.tsx';
import { dayOf } from '../format/dates.ts';
import { saveFile } from '../format/save-file.ts';
import { ConfirmForm } from './confirm-form.tsx';
import { GuideLanguage, guideLanguages } from './guide-language.tsx';
import { useGuideWords } from './use-guide-words.ts';

interface PrintProps {
  readonly caseId: number;
  readonly panel: GuidePanel;
  stop(): void;
}

export function PrintGuideForm({ caseId, panel, stop }: PrintProps): ReactElement {
  const words = useGuideWords();
  const { site, today } = useSession();
  const open = panel.links.filter(
    ({ revokedAt, expiresAt }) => revokedAt === null && dayOf(expiresAt, site.timeZone) >= today,
  );
  const [link, setLink] = useState(String(open[0]?.id ?? ''));
  const [language, setLanguage] = useState<string>(
    guideLanguages.find((each) => each === open[0]?.language) ?? 'nl',
  );
  const make = useMutation({
    mutationFn: async (confirm: string) => {
      const pdf = await requestFile('POST', `/api/cases/${caseId}/guide/paper`, {
        confirm,
        language,
        link: link === '' ? null : Number(link),
      });
      saveFile(pdf, 'mijn-herstel.pdf');
    },
  });
  return (
    <ConfirmForm
      asks={panel.asks}
      button={words('printGuide.button')}
      hand={make}
      done={words('printGuide.made')}
      stop={stop}
    >
      <GuideLanguage language={language} choose={setLanguage} />
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
    </ConfirmForm>
  );
}
