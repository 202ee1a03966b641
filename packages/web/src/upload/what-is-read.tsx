// What would be read and what would stay out, before anything is kept; every row is in one of the numbers.

import type { UploadPreview } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { useSay } from '../words/use-words.tsx';
import { whyLeftOut } from './why-left-out.ts';

interface WhatIsReadProps {
  readonly preview: UploadPreview;
  readonly busy: boolean;
}

export function WhatIsRead({ preview, busy }: WhatIsReadProps): ReactElement {
  const say = useSay();
  const { refusal, items, reports, repeated, leftOut, reasons, unrecognised } = preview;
  return (
    <section className="panel stack" aria-label={say('upload.outcome')} aria-busy={busy}>
      <h2>{say('upload.outcome')}</h2>
      {refusal !== null ? (
        <p className="error-text" role="alert">
          {whyLeftOut({ code: refusal.code, sentence: refusal.sentence, field: null }, say)}
        </p>
      ) : (
        <>
          <p role="status">{say('upload.tally', { items, reports, repeated, leftOut })}</p>
          {unrecognised.map(({ field, count }) => (
            <p key={field}>{say('upload.unrecognised', { n: count, field: say.of('field', field) })}</p>
          ))}
          {reasons.length > 0 && (
            <table className="plain">
              <caption className="hidden-words">{say('upload.leftOut')}</caption>
              <thead>
                <tr>
                  <th scope="col">{say('upload.row')}</th>
                  <th scope="col">{say('upload.whyOut')}</th>
                </tr>
              </thead>
              <tbody>
                {reasons.map((reason) => (
                  <tr key={reason.place}>
                    <td>{reason.line ?? reason.place}</td>
                    <td>{whyLeftOut(reason, say)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {leftOut > reasons.length && (
            <p className="muted">{say('upload.more', { n: leftOut - reasons.length })}</p>
          )}
        </>
      )}
    </section>
  );
}
