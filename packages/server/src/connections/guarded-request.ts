// The only way by which this server asks another one on somebody's word. Decision: a request goes to a host that a person of
// the hospital registered and to no other; the address behind the name is judged when the connection is made; a redirect
// is not followed; what comes back is cut off at a limit. Whoever names an address in a request can therefore not make the
// server knock on doors of its own network.

import { lookup as resolve } from 'node:dns';
import { request as askHttp } from 'node:http';
import { request as askHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { failure, type Result, success } from '@breekpunt/core';
import { mayBeAsked, type Network } from './public-address.ts';

/** Where requests may go. */
export interface Reach {
  /** host or host:port, lower case, as in an address. */
  readonly hosts: readonly string[];
  readonly network: Network;
}

export interface GuardedRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly mostBytes?: number;
  readonly patienceMs?: number;
}

export interface GuardedAnswer {
  readonly status: number;
  readonly text: string;
}

/** not-allowed: the address is none that this system may be asked at. */
export type GuardedProblem =
  | 'not-an-address'
  | 'not-allowed'
  | 'unreachable'
  | 'too-slow'
  | 'too-large'
  | 'redirected';

const usualBytes = 2_000_000;
const usualPatienceMs = 5_000;

export async function guardedRequest(
  address: string,
  reach: Reach,
  { method = 'GET', headers = {}, body, ...limits }: GuardedRequest = {},
): Promise<Result<GuardedAnswer, GuardedProblem>> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) return failure('not-an-address');
  if (!isWithinReach(url, reach)) return failure('not-allowed');
  const { mostBytes = usualBytes, patienceMs = usualPatienceMs } = limits;
  return new Promise((done) => {
    const ask = url.protocol === 'https:' ? askHttps : askHttp;
    const signal = AbortSignal.timeout(patienceMs);
    const request = ask(
      url,
      {
        method,
        headers: { accept: 'application/json', ...headers },
        agent: false,
        signal,
        lookup: guarding(reach),
      },
      (response) => {
        const status = response.statusCode ?? 0;
        if (status >= 300 && status < 400) {
          response.destroy();
          done(failure('redirected'));
          return;
        }
        const parts: Buffer[] = [];
        let bytes = 0;
        response.on('data', (part: Buffer) => {
          bytes += part.length;
          if (bytes <= mostBytes) parts.push(part);
          else {
            response.destroy();
            done(failure('too-large'));
          }
        });
        response.on('end', () => done(success({ status, text: Buffer.concat(parts).toString('utf8') })));
        response.on('error', () => done(failure(signal.aborted ? 'too-slow' : 'unreachable')));
      },
    );
    request.on('error', (error) =>
      done(
        failure(error instanceof NotAllowed ? 'not-allowed' : signal.aborted ? 'too-slow' : 'unreachable'),
      ),
    );
    request.end(body);
  });
}

/** The answer's JSON; undefined when it holds none, or its status is not 200. */
export async function guardedJson(
  address: string,
  reach: Reach,
  request: GuardedRequest = {},
): Promise<unknown> {
  const answer = await guardedRequest(address, reach, request);
  if (!answer.ok || answer.value.status !== 200) return undefined;
  try {
    return JSON.parse(answer.value.text) as unknown;
  } catch {
    return undefined;
  }
}

/** Whether an address may be registered or asked at all, as far as can be said before its name is looked up. */
export function isWithinReach(url: URL, { hosts, network }: Reach): boolean {
  if (url.username !== '' || url.password !== '') return false;
  // In the hospital's own network a server may speak http; over the internet everything is https.
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && network === 'own')) return false;
  if (!hosts.includes(url.host)) return false;
  const literal = url.hostname.replaceAll(/[[\]]/g, '');
  return isIP(literal) === 0 || mayBeAsked(literal, network);
}

class NotAllowed extends Error {}

function guarding({ network }: Reach): LookupFunction {
  return (hostname, options, callback) =>
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const addresses = Array.isArray(found) ? found : [];
      const [first] = addresses;
      if (error !== null || first === undefined) callback(error ?? new Error('no address'), '', 0);
      else if (!addresses.every(({ address }) => mayBeAsked(address, network)))
        callback(new NotAllowed('an address of another network'), '', 0);
      else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
}
