// The settings PostgreSQL is started with: no network, every commit on disk, nothing of a patient in its log.

export interface ClusterPlace {
  /** Where the Unix socket stands; null on Windows. */
  readonly socketFolder: string | null;
  readonly port: number | null;
  /** For tests: a crash of the machine may lose it, which makes it faster. */
  readonly throwAway: boolean;
}

/** Names the socket's file when nothing listens on a port. */
export const socketPort = 5432;

export function clusterConfig({ socketFolder, port, throwAway }: ClusterPlace): string {
  const values: Record<string, string | number> = {
    listen_addresses: port === null ? '' : '127.0.0.1',
    port: port ?? socketPort,
    ...(socketFolder === null
      ? {}
      : { unix_socket_directories: `"${socketFolder}"`, unix_socket_permissions: '0700' }),
    max_connections: 100,
    password_encryption: 'scram-sha-256',
    TimeZone: 'UTC',
    log_timezone: 'UTC',
    // Statements, their values and the DETAIL of an error can hold names and report text.
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length: 0,
    log_parameter_max_length_on_error: 0,
    log_min_messages: 'warning',
    ...(throwAway ? { fsync: 'off', full_page_writes: 'off' } : {}),
  };
  const lines = Object.entries(values).map(([name, value]) => `${name} = ${quoted(String(value))}`);
  return `# Written at every start; changes here are lost.\n${lines.join('\n')}\n`;
}

function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
