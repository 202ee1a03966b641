// "Wie keek in mijn dossier": who opened this record in the last year, by day, and who reads along by a link of their own.
// Decision: read from the audit log as it stands, names of colleagues included: the log exists for the patient. What the
// program and the patient did is left out of the table, and several looks of one person on one day are one line.

import { z } from 'zod';
import type { RecordedEvent } from '../../audit/audit-event.ts';
import { whoLookedAt } from '../../audit/read-audit.ts';
import { redirect } from '../../http/answer.ts';
import { guideRoute, type Route } from '../../http/route.ts';
import { dayAt } from '../../start/day-at.ts';
import { type GuideLink, guideLinksOf, revokeGuideLink } from '../access/guide-link.ts';
import type { GuideVisit } from '../access/guide-visit.ts';
import { guideAnswer, sayOf } from '../html/guide-answer.ts';
import { type Html, html } from '../html/html.ts';
import { longDay } from '../words/day-words.ts';
import type { GuideWordKey, Say } from '../words/guide-words.ts';

const yearMs = 365 * 24 * 60 * 60 * 1_000;
const mostLines = 500;

const show = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/wie-keek',
  audit: 'read-log',
  handle: async (visit) => {
    const { tx, context, reader, guest, at } = visit;
    const period = { from: new Date(at.getTime() - yearMs), to: at };
    const events = await whoLookedAt(tx, context.keys, reader, guest.person, period, mostLines);
    const people = await peopleOf(visit, events);
    const say = sayOf(visit);
    const lines = linesOf(events, people, guest.timeZone, say);
    const links = await guideLinksOf(tx, { person: guest.person });
    const body = html`<p>${say('seen.intro')}</p>
${
  lines.length === 0
    ? html`<p>${say('seen.none')}</p>`
    : [...new Set(lines.map(({ day }) => day))].map(
        (day) =>
          html`<h2>${day}</h2><ul>${lines.filter((line) => line.day === day).map(({ who, what }) => html`<li><strong>${who}</strong>: ${what.join(', ')}</li>`)}</ul>`,
      )
}
${!guest.forCarer && carersPart(visit, links, say)}`;
    return guideAnswer(visit, { title: say('seen.title'), body, back: '/alles' });
  },
});

const stop = guideRoute({
  method: 'POST',
  url: '/g/:site/:link/meelezen/stop',
  audit: 'withdraw',
  body: z.object({ carer: z.coerce.number().int().positive().catch(0) }),
  handle: async ({ tx, guest, at, audit }, { body: { carer } }) => {
    const done = !guest.forCarer && (await revokeGuideLink(tx, carer, { carerOf: guest.person }, null, at));
    audit({ action: 'withdraw', outcome: done ? 'done' : 'refused', detail: { what: 'guide-link' } });
    return redirect(`${guest.path}/wie-keek`);
  },
});

function carersPart({ guest, at }: GuideVisit, links: readonly GuideLink[], say: Say): Html {
  const open = links.filter(
    ({ forCarer, revokedAt, expiresAt }) => forCarer && revokedAt === null && expiresAt > at,
  );
  const day = (instant: Date): string => longDay(dayAt(instant, guest.timeZone), say);
  return html`<h2>${say('seen.carers')}</h2>
${open.length === 0 && html`<p>${say('seen.noCarers')}</p>`}
${open.map(
  ({
    id,
    createdAt,
    lastOpenedAt,
  }) => html`<div class="card"><p><strong>${say('seen.carer', { day: day(createdAt) })}</strong><br>
${lastOpenedAt === null ? say('seen.neverRead') : say('seen.lastRead', { day: day(lastOpenedAt) })}</p>
<form method="post" action="${guest.path}/meelezen/stop"><input type="hidden" name="carer" value="${id}"><button class="quiet" type="submit">${say('seen.stop')}</button></form></div>`,
)}`;
}

type People = ReadonlyMap<number, { readonly name: string; readonly role: string }>;

async function peopleOf({ tx }: GuideVisit, events: readonly RecordedEvent[]): Promise<People> {
  const ids = [...new Set(events.flatMap(({ actor }) => (actor.kind === 'user' ? [actor.user] : [])))];
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('app_user')
    .select(['app_user_id', 'display_name', 'role'])
    .where('site_id', '=', tx.site)
    .where('app_user_id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.app_user_id, { name: row.display_name, role: row.role }]));
}

const words: Readonly<Partial<Record<RecordedEvent['action'], GuideWordKey>>> = {
  view: 'deed.looked',
  list: 'deed.listed',
  search: 'deed.searched',
  create: 'deed.changed',
  change: 'deed.changed',
  withdraw: 'deed.changed',
  merge: 'deed.changed',
  decide: 'deed.decided',
  send: 'deed.sent',
  export: 'deed.sent',
  'read-log': 'deed.looked',
};

/** Of people; whatever else acts is a program. */
const roleWords: Readonly<Partial<Record<string, GuideWordKey>>> = {
  nurse: 'role.nurse',
  physician: 'role.physician',
  lead: 'role.lead',
  it: 'role.it',
  auditor: 'role.auditor',
};

interface Line {
  readonly day: string;
  readonly who: string;
  readonly what: readonly string[];
}

/** Newest day first; one line for what one person did on one day. */
function linesOf(events: readonly RecordedEvent[], people: People, timeZone: string, say: Say): Line[] {
  const lines = new Map<string, { day: string; who: string; what: Set<string> }>();
  for (const { actor, action, at, outcome } of events) {
    const key = words[action];
    if (actor.kind !== 'user' || key === undefined || outcome !== 'done') continue;
    const person = people.get(actor.user);
    const day = longDay(dayAt(at, timeZone), say);
    const id = `${day} ${actor.user}`;
    const role = roleWords[person?.role ?? ''];
    const who = role === undefined ? say('seen.program') : `${person?.name ?? ''} (${say(role)})`;
    const line = lines.get(id) ?? { day, who, what: new Set() };
    line.what.add(say(key));
    lines.set(id, line);
  }
  return [...lines.values()].map(({ what, ...line }) => ({ ...line, what: [...what] }));
}

export const whoLookedPages: readonly Route[] = [show, stop];
