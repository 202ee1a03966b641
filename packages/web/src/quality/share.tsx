// A share as words, "73 % (301/412; 69–77)", and as a bar with its interval. Nothing counted is said, never drawn as zero.

import type { FindingQuality } from '@breekpunt/server';
import type { ReactElement } from 'react';
import { type Say, useSay } from '../words/use-words.tsx';

type Share = FindingQuality['right'];

export function shareInWords({ count, of, share, low, high }: Share, say: Say): string {
  if (share === null || low === null || high === null) return say('share.none');
  const percent = new Intl.NumberFormat(say.language, { maximumFractionDigits: 0 });
  const whole = (value: number): string => percent.format(value * 100);
  return say('share.says', { percent: whole(share), count, of, low: whole(low), high: whole(high) });
}

export function ShareBar({ share }: { readonly share: Share }): ReactElement {
  const say = useSay();
  const { share: value, low, high } = share;
  return (
    <svg viewBox="0 0 200 14" className="share-bar" role="img" aria-label={shareInWords(share, say)}>
      <line x1="0" x2="200" y1="7" y2="7" className={value === null ? 'no-share' : 'axis'} />
      {value !== null && low !== null && high !== null && (
        <>
          <line x1={low * 200} x2={high * 200} y1="7" y2="7" className="interval" />
          <line x1={value * 200} x2={value * 200} y1="1" y2="13" className="value" />
        </>
      )}
    </svg>
  );
}
