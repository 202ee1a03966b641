// The paper twin of a guide: a page that tells what is on it, and the sheets themselves.

import { file } from '../../http/answer.ts';
import { guideRoute, type Route } from '../../http/route.ts';
import { ownQuestions } from '../diary/diary.ts';
import { hospitalServices, numberToCall } from '../directory/hospital-services.ts';
import { guideAnswer, sayOf } from '../html/guide-answer.ts';
import { html } from '../html/html.ts';
import { guidePdf } from '../paper/guide-pdf.ts';
import { paperGuide } from '../paper/paper-guide.ts';
import { shortNameOf } from '../paper/short-name.ts';
import { readGuide } from '../read-guide.ts';

const paper = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/papier',
  audit: 'none',
  handle: (visit) => {
    const say = sayOf(visit);
    const body = html`<p>${say('paper.about')}</p><p>${say('paper.pin')}</p><p>${say('paper.offline')}</p>
<p><a class="button" href="${visit.guest.path}/papier.pdf">${say('paper.open')}</a></p>`;
    return guideAnswer(visit, { title: say('paper.title'), body, back: '/alles' });
  },
});

const sheets = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/papier.pdf',
  audit: 'export',
  handle: async (visit) => {
    const { tx, guest, context } = visit;
    const { guide } = await readGuide(visit);
    visit.audit({ action: 'export', detail: { what: 'paper' } });
    const { pdf } = guidePdf(
      paperGuide({
        guide,
        say: sayOf(visit),
        hospital: guest.siteName,
        who: await shortNameOf(tx, guest.person),
        call: numberToCall(await hospitalServices(tx)),
        address: `${context.web.address}${guest.path}`,
        questions: (await ownQuestions(tx, guest.person)).map(({ text }) => text),
      }),
    );
    return file('mijn-herstel.pdf', 'application/pdf', pdf);
  },
});

export const paperPages: readonly Route[] = [paper, sheets];
