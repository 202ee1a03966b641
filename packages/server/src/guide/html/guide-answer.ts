// A page of somebody's guide as an answer: the frame around a body, with the number to call of the hospital.

import { type Answer, page } from '../../http/answer.ts';
import type { GuideVisit } from '../access/guide-visit.ts';
import { hospitalServices, numberToCall } from '../directory/hospital-services.ts';
import { type Say, sayIn } from '../words/guide-words.ts';
import { guideFrame } from './guide-frame.ts';
import { guideHeaders } from './guide-headers.ts';
import type { Html } from './html.ts';
import { lookFrom } from './look.ts';

export interface GuideBody {
  readonly title: string;
  readonly body: Html;
  /** Where "back" goes; the first page when absent, nowhere when null. */
  readonly back?: string | null;
  readonly plain?: boolean;
  readonly status?: number;
}

export async function guideAnswer(
  visit: GuideVisit,
  { title, body, back = '/vandaag', plain = false, status = 200 }: GuideBody,
): Promise<Answer> {
  const { tx, guest, context } = visit;
  const html = guideFrame({
    say: sayOf(visit),
    look: lookFrom(visit.cookie('look')),
    title,
    body,
    path: guest.path,
    back,
    phone: numberToCall(await hospitalServices(tx)),
    synthetic: guest.synthetic,
    forCarer: guest.forCarer,
    script: context.guideScript,
    plain,
  });
  return page(html, { status, headers: guideHeaders });
}

export function sayOf({ guest }: GuideVisit): Say {
  return sayIn(guest.language);
}
