// At the end of a row: the number by which somebody is reached, or why not, and whose the row is.

import type { ContactLine } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { telOf } from './call-phone.tsx';
import { useFollowUpWords } from './use-follow-up-words.ts';

export function WhomToReach({
  of: { phone, phoneWrong, notByPhone, owner },
}: {
  readonly of: Pick<ContactLine, 'phone' | 'phoneWrong' | 'notByPhone' | 'owner'>;
}): ReactElement {
  const own = useFollowUpWords();
  return (
    <div className="small call-end">
      {notByPhone ? (
        <strong>{own('phone.never')}</strong>
      ) : phone === null ? (
        <span className="muted">{own('phone.unknown')}</span>
      ) : phoneWrong ? (
        <strong>{own('phone.wrong', { phone })}</strong>
      ) : (
        <a href={telOf(phone)}>{phone}</a>
      )}
      <br />
      <span className="muted">{owner === null ? own('nobody') : owner.name}</span>
    </div>
  );
}
