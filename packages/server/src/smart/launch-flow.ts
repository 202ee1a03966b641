// This app opened from another system (SMART App Launch 2.2): the way there and back. Decision: the code flow with PKCE, state
// and nonce, and every address of the other side asked through the guard; what must be remembered meanwhile travels in a
// sealed cookie, so no process keeps anything. The other system's token is used once, to read who the patient is.

import { createHash, randomBytes } from 'node:crypto';
import { failure, type Result, success } from '@breekpunt/core';
import type { PatientDetails } from '@breekpunt/integrate';
import { createLocalJWKSet, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { type ConnectedSystem, reachOf } from '../connections/connected-system.ts';
import { guardedJson, guardedRequest, isWithinReach } from '../connections/guarded-request.ts';
import { patientFrom } from '../connections/patient-meant.ts';
import { readKeySet, signingAlgorithms } from '../connections/public-keys.ts';
import { openText, sealText } from '../secrets/sealed-text.ts';
import type { SystemPerson } from './system-account.ts';

/** What the other system says of its own sign-in. */
const configurationForm = z.looseObject({
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  issuer: z.string().optional(),
  jwks_uri: z.url().optional(),
});

export interface LaunchMemory {
  readonly site: string;
  readonly system: number;
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE. */
  readonly verifier: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const memoryForm: z.ZodType<LaunchMemory> = z.object({
  site: z.string(),
  system: z.number(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  until: z.number(),
});

const tokenForm = z.looseObject({
  access_token: z.string(),
  id_token: z.string(),
  patient: z
    .string()
    .regex(/^[A-Za-z0-9.-]{1,64}$/)
    .optional(),
});

export type LaunchProblem = 'unreachable' | 'refused';

const place = ['smart launch'];
const patienceMs = 10 * 60_000;

export interface LaunchWay {
  readonly to: string;
  /** For the flow cookie. */
  readonly memory: string;
}

/** `launch`: the handle that came with an EHR launch; null when the person began here. */
export async function wayThere(
  system: ConnectedSystem,
  {
    site,
    launch,
    returnTo,
  }: { readonly site: string; readonly launch: string | null; readonly returnTo: string },
  sealing: Buffer,
  at: Date,
): Promise<Result<LaunchWay, LaunchProblem>> {
  const configuration = await configurationOf(system);
  if (configuration === null) return failure('unreachable');
  const memory: LaunchMemory = {
    site,
    system: system.id,
    state: random(),
    nonce: random(),
    verifier: random(),
    until: at.getTime() + patienceMs,
  };
  const to = new URL(configuration.authorization_endpoint);
  const query = {
    response_type: 'code',
    client_id: system.launchClient ?? '',
    redirect_uri: returnTo,
    scope: `openid fhirUser profile ${launch === null ? 'launch/patient' : 'launch'} patient/Patient.read`,
    state: memory.state,
    nonce: memory.nonce,
    aud: system.fhirBase ?? '',
    code_challenge: createHash('sha256').update(memory.verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(launch === null ? {} : { launch }),
  };
  for (const [name, value] of Object.entries(query)) to.searchParams.set(name, value);
  return success({
    to: to.href,
    memory: sealText(sealing, place, JSON.stringify(memory)).toString('base64url'),
  });
}

/** Null when it is not of our making, or too old. */
export function launchMemory(sealing: Buffer, cookie: string | null, at: Date): LaunchMemory | null {
  if (cookie === null) return null;
  try {
    const memory = memoryForm.parse(JSON.parse(openText(sealing, place, Buffer.from(cookie, 'base64url'))));
    return memory.until < at.getTime() ? null : memory;
  } catch {
    return null;
  }
}

export interface Arrived {
  readonly person: SystemPerson;
  /** Null when the other system named no patient, or did not show the one it named. */
  readonly patient: PatientDetails | null;
}

export interface Back {
  readonly code: string;
  readonly memory: LaunchMemory;
  readonly returnTo: string;
  /** Of this app at the other system; null when it has none. */
  readonly secret: string | null;
}

export async function wayBack(
  system: ConnectedSystem,
  { code, memory, returnTo, secret }: Back,
  at: Date,
): Promise<Result<Arrived, LaunchProblem>> {
  const configuration = await configurationOf(system);
  if (configuration === null) return failure('unreachable');
  const client = system.launchClient ?? '';
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: returnTo,
    code_verifier: memory.verifier,
    ...(secret === null ? { client_id: client } : {}),
  }).toString();
  const basic = Buffer.from(`${encodeURIComponent(client)}:${encodeURIComponent(secret ?? '')}`).toString(
    'base64',
  );
  const answer = await guardedRequest(configuration.token_endpoint, reachOf(system), {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      ...(secret === null ? {} : { authorization: `Basic ${basic}` }),
    },
  });
  if (!answer.ok) return failure('unreachable');
  const tokens = tokenForm.safeParse(jsonIn(answer.value.text));
  if (answer.value.status !== 200 || !tokens.success) return failure('refused');
  const claims = await identityIn(system, configuration, tokens.data.id_token, memory.nonce, at);
  if (claims === null) return failure('refused');
  const { patient, access_token: token } = tokens.data;
  return success({
    person: personIn(system, claims),
    patient: patient === undefined ? null : await patientAt(system, patient, token),
  });
}

type Configuration = z.infer<typeof configurationForm>;

/** Null when it cannot be read, or names an address that this system may not be asked at. */
async function configurationOf(system: ConnectedSystem): Promise<Configuration | null> {
  const reach = reachOf(system);
  const found = await guardedJson(`${system.fhirBase ?? ''}/.well-known/smart-configuration`, reach);
  const read = configurationForm.safeParse(found);
  if (!read.success) return null;
  const { token_endpoint: tokens, authorization_endpoint: there } = read.data;
  return [tokens, there].every((address) => isWithinReach(new URL(address), reach)) ? read.data : null;
}

/** The claims of the ID token when it is the other system's, for this app and this trip. */
async function identityIn(
  system: ConnectedSystem,
  { issuer, jwks_uri: keysAddress }: Configuration,
  token: string,
  nonce: string,
  at: Date,
): Promise<JWTPayload | null> {
  const found = keysAddress === undefined ? undefined : await guardedJson(keysAddress, reachOf(system));
  const keys = readKeySet(found);
  if (!keys.ok) return null;
  try {
    const { payload } = await jwtVerify(token, createLocalJWKSet(keys.value), {
      algorithms: [...signingAlgorithms],
      issuer: issuer ?? system.fhirBase ?? '',
      audience: system.launchClient ?? '',
      requiredClaims: ['exp', 'sub', 'nonce'],
      clockTolerance: 60,
      currentDate: at,
    });
    return payload['nonce'] === nonce ? payload : null;
  } catch {
    return null;
  }
}

function personIn({ loginClaim }: ConnectedSystem, claims: JWTPayload): SystemPerson {
  const login = claims[loginClaim];
  return {
    subject: `${claims.iss} ${claims.sub}`,
    login: typeof login === 'string' && login !== '' ? login : null,
  };
}

async function patientAt(system: ConnectedSystem, id: string, token: string): Promise<PatientDetails | null> {
  const headers = { accept: 'application/fhir+json', authorization: `Bearer ${token}` };
  return patientFrom(
    await guardedJson(`${system.fhirBase ?? ''}/Patient/${id}`, reachOf(system), { headers }),
  );
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function random(): string {
  return randomBytes(32).toString('base64url');
}
