// The hospital's list of services over HTTP: everybody of the team reads it, the lead and IT keep it.

import { serviceRoles } from '@breekpunt/inform';
import { z } from 'zod';
import { json, nothing } from '../../http/answer.ts';
import { type Route, siteRoute } from '../../http/route.ts';
import { roles } from '../../people/role.ts';
import { hospitalServices, keepHospitalServices } from './hospital-services.ts';

const show = siteRoute({
  method: 'GET',
  url: '/api/site/services',
  roles,
  audit: 'none',
  handle: async ({ tx }) => json({ services: await hospitalServices(tx) }),
});

const line = z.string().trim().max(200);
/** An empty field is a number nobody gave. */
const orNull = line.nullable().transform((text) => (text === null || text === '' ? null : text));

const services = z
  .array(
    z.strictObject({
      kind: z.enum(serviceRoles),
      name: line.min(1),
      phone: orNull.refine((phone) => phone === null || /^[+\d][\d\s()./-]{1,30}$/.test(phone), {
        message: 'a telephone number: digits, spaces, + ( ) . / -',
      }),
      hours: orNull,
      place: orNull,
    }),
  )
  .max(60);

const change = siteRoute({
  method: 'PUT',
  url: '/api/site/services',
  roles: ['lead', 'it'],
  audit: 'configure',
  body: z.strictObject({ services }),
  handle: async ({ tx, at, audit }, { body }) => {
    await keepHospitalServices(tx, body.services, at);
    audit({
      action: 'configure',
      object: { type: 'site', id: tx.site },
      detail: { services: body.services.length },
    });
    return nothing();
  },
});

export const directoryRoutes: readonly Route[] = [show, change];
