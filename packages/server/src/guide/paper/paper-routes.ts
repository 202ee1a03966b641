// The paper guide printed by the team from the page of a case: with the QR code of a link of this case, or without one for
// who reads on paper alone. Asks for the birth date again, as a link does: a guide in the wrong hands is a wrong treatment.

import { z } from 'zod';
import { noSuchCase } from '../../case/no-such-case.ts';
import { file, refuse } from '../../http/answer.ts';
import { type Route, siteRoute } from '../../http/route.ts';
import { carers } from '../../people/role.ts';
import { guidePath } from '../access/guide-address.ts';
import { guideCodeOf } from '../access/guide-link.ts';
import { personToConfirm } from '../access/same-person.ts';
import { ownQuestions } from '../diary/diary.ts';
import { hospitalServices, numberToCall } from '../directory/hospital-services.ts';
import { readGuide } from '../read-guide.ts';
import { sayIn } from '../words/guide-words.ts';
import { guidePdf } from './guide-pdf.ts';
import { paperGuide } from './paper-guide.ts';
import { shortNameOf } from './short-name.ts';

const print = siteRoute({
  method: 'POST',
  url: '/api/cases/:case/guide/paper',
  roles: carers,
  audit: 'export',
  params: z.strictObject({ case: z.coerce.number().int().positive() }),
  body: z.strictObject({
    confirm: z.string().max(200),
    language: z.enum(['nl', 'fr', 'en']),
    /** Of which link the QR code is; null: none. */
    link: z.number().int().positive().nullable(),
  }),
  handle: async ({ tx, context, at, today, audit }, { params, body }) => {
    const person = await personToConfirm(tx, params.case);
    if (person === null) return noSuchCase();
    if (!person.isConfirmedBy(body.confirm))
      return refuse('refused', 'What was typed is not that of this patient. Look whom you have before you.', {
        at: 'body.confirm',
        asks: person.asks,
      });
    const code =
      body.link === null
        ? null
        : await guideCodeOf(tx, context.keys, { case: params.case, link: body.link }, at);
    if (body.link !== null && code === null)
      return refuse('not-found', 'This case has no such link, or it does not open any more.');
    const site = await tx.db
      .selectFrom('site')
      .select(['name', 'time_zone', 'country'])
      .where('site_id', '=', tx.site)
      .executeTakeFirstOrThrow();
    const { guide } = await readGuide({
      tx,
      today,
      guest: {
        person: person.id,
        case: params.case,
        language: body.language,
        country: site.country,
        siteName: site.name,
        timeZone: site.time_zone,
      },
    });
    const { pdf, sheets } = guidePdf(
      paperGuide({
        guide,
        say: sayIn(body.language),
        hospital: site.name,
        who: await shortNameOf(tx, person.id),
        call: numberToCall(await hospitalServices(tx)),
        address: code === null ? null : `${context.web.address}${guidePath(tx.site, code)}`,
        questions: (await ownQuestions(tx, person.id)).map(({ text }) => text),
      }),
    );
    audit({
      action: 'export',
      person: person.id,
      object: { type: 'case', id: String(params.case) },
      detail: { what: 'guide-paper', language: body.language, sheets, withLink: code !== null },
    });
    return file('mijn-herstel.pdf', 'application/pdf', pdf);
  },
});

export const paperRoutes: readonly Route[] = [print];
