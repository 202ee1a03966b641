// Rows into a table by COPY from the client, for filling a database with a generated record. Decision: the few lines that the protocol
// takes, over the client that is there already; it waits whenever the connection has enough to send.

import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type pg from 'pg';

interface CopyConnection {
  readonly stream: Writable;
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
}

/** Lines of tab-separated fields, \N for nothing, without their end. */
export function copyIn(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  lines: Iterable<string>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let failed: Error | null = null;
    const send = async (connection: CopyConnection): Promise<void> => {
      let [chunk, length]: [string[], number] = [[], 0];
      const flush = async (): Promise<void> => {
        connection.sendCopyFromChunk(Buffer.from(`${chunk.join('\n')}\n`));
        [chunk, length] = [[], 0];
        if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
      };
      for (const line of lines) {
        chunk.push(line);
        length += line.length;
        if (length > 60_000) await flush();
      }
      if (chunk.length > 0) await flush();
      connection.endCopyFrom();
    };
    const statement = {
      submit: (connection: CopyConnection) =>
        connection.query(`copy ${table} (${columns.join(', ')}) from stdin`),
      handleCopyInResponse: (connection: CopyConnection) => {
        send(connection).catch((error: unknown) => {
          failed =
            error instanceof Error ? error : new Error('The lines could not be read', { cause: error });
          connection.sendCopyFail('The lines ended early');
        });
      },
      handleRowDescription: () => undefined,
      handleDataRow: () => undefined,
      handleCommandComplete: () => undefined,
      handleError: (error: Error) => reject(failed ?? error),
      handleReadyForQuery: () => resolve(),
    };
    client.query(statement as unknown as pg.Submittable);
  });
}
