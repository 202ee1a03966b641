// A kept letter as it is printed: the head of today on a draft, and on a signed one what was signed.

import type { CalendarDate } from '@breekpunt/core';
import { partsOf } from '@breekpunt/core';
import { type Letterhead, letterSay } from '@breekpunt/inform';
import { letterPdf } from './letter-pdf.ts';
import type { KeptLetter } from './letter-store.ts';

export function printLetter(
  letter: KeptLetter,
  head: Letterhead,
  day: CalendarDate,
  signer: string | null,
): Buffer {
  const say = letterSay(letter.language);
  const { year, month, day: dayOfMonth } = partsOf(day);
  const { items: _items, ...content } = letter.content;
  return letterPdf({
    ...content,
    language: letter.language,
    head,
    phone: head.phone === null ? null : say('phone', { phone: head.phone }),
    mark: signer === null ? say('draft') : say('signed', { by: signer, day: say.day(day) }),
    signed: signer !== null,
    large: letter.kind === 'patient',
    place: say.day(day),
    page: say('page'),
    day: [year, month, dayOfMonth],
  });
}
