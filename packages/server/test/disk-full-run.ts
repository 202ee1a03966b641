// Fills the disk under the database while messages come in, makes room again, and counts what became of each message: what
// was acknowledged must be there once, and what was refused must be told so. The disk is a small one in memory, which
// only root may mount.

import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startCluster } from '../src/database/embedded/cluster.ts';
import { keepAlive } from '../src/database/embedded/keep-alive.ts';
import { embeddedAccess, prepareEmbedded, withClient } from '../src/database/prepare-embedded.ts';
import { oru } from './hl7-messages.ts';
import { type MllpClient, mllpClient } from './mllp-client.ts';

export interface DiskFullCounts {
  readonly acknowledgedBefore: number;
  /** Refused while the disk was full, each with an answer or an ended connection. */
  readonly refused: number;
  /** The reasons given, each once. */
  readonly reasons: readonly string[];
  /** Of those refused, acknowledged when there was room again. */
  readonly acknowledgedAfter: number;
  /** Acknowledged and not in the inbox: must be none. */
  readonly lost: number;
  /** In the inbox more than once: must be none. */
  readonly twice: number;
}

const site = 'gent';
const diskMegabytes = 320;
/** Long enough that the free space of the tables is soon used. */
const long = `${'Normale bevinding van een andere streek, met veel woorden. '.repeat(4_000)} Geen fractuur.`;

/** Whether this machine lets us make a small disk. */
export function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const tried = join('/tmp', `breekpunt-mount-${process.pid}`);
  try {
    mkdirSync(tried);
    mount(tried, 1);
    execFileSync('umount', [tried], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  } finally {
    rmSync(tried, { recursive: true, force: true });
  }
}

function mount(directory: string, megabytes: number): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', directory], { stdio: 'ignore' });
}

/** `directory` is a new folder; the small disk stands in it and is gone afterwards. */
export async function diskFullRun(directory: string): Promise<DiskFullCounts> {
  mount(directory, diskMegabytes);
  try {
    const cluster = await startCluster({ directory, programs: null, port: null, throwAway: false });
    const life = keepAlive(cluster);
    try {
      await prepareEmbedded(cluster);
      await asOwner(
        embeddedAccess(cluster.owner),
        "insert into site (site_id, name, country, language, key_check) values ($1, 'Gent', 'BE', 'nl', '')",
        [site],
      );
      const listener = await startListener(embeddedAccess(cluster.app));
      try {
        return await fillAndCount(directory, listener.port, embeddedAccess(cluster.owner));
      } finally {
        listener.end();
      }
    } finally {
      life.end();
      await cluster.stop();
    }
  } finally {
    execFileSync('umount', ['--lazy', directory], { stdio: 'ignore' });
  }
}

async function fillAndCount(directory: string, port: number, owner: Access): Promise<DiskFullCounts> {
  const sender = new PatientSender(port);
  const kept: string[] = [];
  while (kept.length < 10) kept.push((await sender.untilKept()).control);
  const before = kept.length;
  const filler = join(directory, 'filler');
  fill(filler);
  const refused: string[] = [];
  const reasons = new Set<string>();
  // What PostgreSQL set aside beforehand takes some messages more; then ten in a row must be refused.
  for (let inARow = 0; inARow < 10; ) {
    const { control, kept: isKept, answer } = await sender.once();
    if (isKept) kept.push(control);
    else {
      refused.push(control);
      reasons.add(/MSA\|\w\w\|[^|]*\|([^\r]*)/.exec(answer)?.[1] ?? 'the connection ended');
    }
    inARow = isKept ? 0 : inARow + 1;
    fill(filler);
  }
  rmSync(filler);
  for (const control of refused) await sender.untilKept(control);
  const all = [...kept, ...refused];
  return {
    acknowledgedBefore: before,
    refused: refused.length,
    reasons: [...reasons],
    acknowledgedAfter: refused.length,
    lost: await asOwner(
      owner,
      'select count(*)::int as n from unnest($1::text[]) as c where not exists (select from inbox_message where control_id = c)',
      [all],
    ),
    twice: await asOwner(
      owner,
      'select count(*)::int as n from (select control_id from inbox_message group by control_id having count(*) > 1) as t',
      [],
    ),
  };
}

/** Writes until there is no room. */
function fill(path: string): void {
  const file = openSync(path, 'a');
  try {
    for (let size = 1 << 20; size >= 4096; )
      try {
        if (writeSync(file, Buffer.alloc(size)) < size) size /= 2;
      } catch {
        size /= 2;
      }
  } finally {
    closeSync(file);
  }
}

class PatientSender {
  readonly #port: number;
  #client: MllpClient | null = null;
  #sent = 0;

  constructor(port: number) {
    this.#port = port;
  }

  async once(control = `FULL-${++this.#sent}`): Promise<{ control: string; kept: boolean; answer: string }> {
    const message = oru({ control, patient: `P${this.#sent}`, sender: 'RIS', text: long });
    try {
      this.#client ??= await mllpClient(this.#port);
      const answer = await this.#client.send(message);
      return { control, kept: /MSA\|AA/.test(answer), answer };
    } catch {
      this.#client?.cut();
      this.#client = null;
      return { control, kept: false, answer: '' };
    }
  }

  async untilKept(control?: string): Promise<{ control: string }> {
    for (let tried = await this.once(control); ; tried = await this.once(tried.control)) {
      if (tried.kept) return tried;
      await pause(100);
    }
  }
}

type Access = Parameters<typeof withClient>[0];

async function asOwner(access: Access, sql: string, values: unknown[]): Promise<number> {
  return withClient(access, async (owner) => (await owner.query<{ n: number }>(sql, values)).rows[0]?.n ?? 0);
}

async function startListener(access: unknown): Promise<{ port: number; end(): void }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'children/intake-child.ts')], {
    env: { ...process.env, INTAKE: JSON.stringify({ role: 'server', access, site, port: 0 }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const port = await new Promise<number>((done) => {
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const told = /ready (\d+)/.exec(text)?.[1];
      if (told !== undefined) done(Number(told));
    });
  });
  return { port, end: () => child.kill('SIGKILL') };
}
