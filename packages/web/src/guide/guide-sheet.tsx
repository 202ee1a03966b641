// What is handed out: the link with its QR code, and the PIN, each on a sheet of its own. Neither sheet names the patient
// or the illness.

import type { GuideSheet as Sheet } from '@breekpunt/server';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { servicesQuery } from './guide-queries.ts';
import { useGuideWords } from './use-guide-words.ts';

export function GuideSheet({ sheet, close }: { readonly sheet: Sheet; close(): void }): ReactElement {
  const words = useGuideWords();
  const [printing, setPrinting] = useState<'link' | 'pin' | null>(null);
  const services = useQuery(servicesQuery);
  useEffect(() => {
    if (printing === null) return;
    print();
    setPrinting(null);
  }, [printing]);
  const own = services.data?.services.find(
    ({ kind, phone }) => kind === 'fracture-service' && phone !== null,
  );
  const call =
    own?.phone === undefined || own.phone === null
      ? words('paper.noCall')
      : words('paper.call', { name: own.name, phone: own.phone });
  const qr = <img src={`data:image/svg+xml,${encodeURIComponent(sheet.qr)}`} alt="QR" />;
  return (
    <section className="guide-sheet" aria-live="polite">
      <p>
        {words('address')}: <span className="typed">{sheet.address}</span>
      </p>
      <div className="qr">{qr}</div>
      {sheet.pin !== null && (
        <p>
          {words('pin')}: <strong className="guide-pin">{sheet.pin}</strong>
          <br />
          {words('pinOnce')}
        </p>
      )}
      <p className="line">
        <Button onClick={() => setPrinting('link')}>{words('printLink')}</Button>
        {sheet.pin !== null && <Button onClick={() => setPrinting('pin')}>{words('printPin')}</Button>}
        <Button variant="subtle" onClick={close}>
          {words('cancel')}
        </Button>
      </p>
      <div className="on-paper" data-printing={printing === 'link' || undefined} aria-hidden="true">
        <h1>{words('paper.title')}</h1>
        <p>{words('paper.scan')}</p>
        <div className="qr">{qr}</div>
        <p className="typed">{sheet.address}</p>
        <p>{words('paper.pinApart')}</p>
        <p>{call}</p>
      </div>
      {sheet.pin !== null && (
        <div className="on-paper" data-printing={printing === 'pin' || undefined} aria-hidden="true">
          <h1>{words('paper.pin')}</h1>
          <p className="guide-pin">{sheet.pin}</p>
          <p>{words('paper.keep')}</p>
          <p>{call}</p>
        </div>
      )}
    </section>
  );
}
