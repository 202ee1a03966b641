// What a phone needs to work without a connection: the pages to keep, the manifest of an app on the home screen, and a way to
// hand in the checks that were made meanwhile.

import { alarmLevels } from '@breekpunt/intervene';
import { z } from 'zod';
import { json, jsonAs, nothing } from '../../http/answer.ts';
import { guideRoute, type Route } from '../../http/route.ts';
import { takeCheck } from '../diary/take-check.ts';
import { sayOf } from '../html/guide-answer.ts';
import { styleAddress } from '../html/guide-frame.ts';
import { iconAddress, iconSizes } from '../html/guide-icons.ts';
import { readGuide } from '../read-guide.ts';
import { exercisesIn } from './exercise-pages.ts';
import { followUpToKeep } from './follow-up-pages.ts';
import { sectionOf } from './section-page.ts';
import { sectionPages } from './sections.ts';
import { quizzesIn } from './teach-back-pages.ts';

const manifest = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/app.webmanifest',
  audit: 'none',
  handle: async (visit) => {
    const { path } = visit.guest;
    const say = sayOf(visit);
    return jsonAs('application/manifest+json', 200, {
      name: say('app.name'),
      short_name: say('app.name'),
      lang: say.language,
      start_url: `${path}/vandaag`,
      scope: `${path}/`,
      display: 'standalone',
      background_color: '#ffffff',
      theme_color: '#0a58a6',
      icons: [
        { src: '/guide/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        ...iconSizes.map((size) => ({
          src: iconAddress(size),
          sizes: `${size}x${size}`,
          type: 'image/png',
          // The drawing stays inside the circle that a home screen may cut out.
          purpose: size === 512 ? 'any maskable' : 'any',
        })),
      ],
    });
  },
});

/** Every page but those that show who looked, or that ask something of the moment. */
const toKeep = guideRoute({
  method: 'GET',
  url: '/g/:site/:link/bewaar.json',
  audit: 'view',
  handle: async (visit) => {
    const read = await readGuide(visit);
    visit.audit({ action: 'view', detail: { page: 'bewaar' } });
    const { path } = visit.guest;
    const followUp = await followUpToKeep(visit);
    const pages = [
      'vandaag',
      'alles',
      'dagboek',
      'check',
      'papier',
      'letters',
      'check.json',
      ...read.check.questions.flatMap(({ again }, index) => [
        `check/${index + 1}`,
        ...(again === null ? [] : [`check/${index + 1}/nog`]),
      ]),
      ...alarmLevels.flatMap((level) => [`check/uitslag/${level}`, `check/uitslag/${level}/twijfel`]),
      ...exercisesIn(read).map((_block, index) => `oefeningen/${index + 1}`),
      ...quizzesIn(read).map((_block, index) => `begrepen/${index + 1}`),
      'keuzes',
      ...read.guide.choices.map((id) => `keuzes/${id}`),
      ...followUp.pages,
      ...sectionPages.flatMap(([id, slug]) => (sectionOf(read.guide, id) === null ? [] : [slug])),
    ];
    const { guideScript } = visit.context;
    return json({
      // Kept anew each day, when the reader chose another language, and when questions come or were answered.
      day: [visit.today, visit.guest.language, followUp.contact ?? ''].join(' ').trim(),
      // By it the telephone knows how long "today" lasts, wherever it is.
      timeZone: visit.guest.timeZone,
      pages: pages.map((page) => `${path}/${page}`),
      files: [styleAddress, '/guide/icon.svg', ...(guideScript === null ? [] : [guideScript])],
    });
  },
});

const replies = z.record(z.string().max(80), z.enum(['yes', 'no', 'unknown']));

/** A check that was made without a connection. Its number keeps it from being taken twice. */
const lateCheck = guideRoute({
  method: 'POST',
  url: '/g/:site/:link/check/nagekomen',
  audit: 'create',
  body: z.object({
    sentId: z.string().regex(/^[\w-]{8,60}$/),
    at: z.coerce.date(),
    replies: z.string().max(8_000),
  }),
  handle: async (visit, { body }) => {
    const { check } = await readGuide(visit);
    const answered = replies.catch({}).parse(parsed(body.replies));
    // A phone's clock may be wrong; nothing was answered after it arrived.
    const at = new Date(Math.min(body.at.getTime(), visit.at.getTime()));
    await takeCheck(visit, check, answered, { id: body.sentId, at });
    return nothing();
  },
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const offlinePages: readonly Route[] = [manifest, toKeep, lateCheck];
