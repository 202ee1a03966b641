// What an export is asked to hold: which types, since when, in which form. What cannot be done is said, all of it at once.

import { failure, type Result, success } from '@breekpunt/core';
import { mayRead } from '../fhir-caller.ts';
import type { SearchProblem } from '../search/read-search.ts';
import { readSearchValue } from '../search/search-value.ts';
import type { ReadContext } from '../search/source.ts';
import { exportedTypes } from './export-lines.ts';
import type { NewExport } from './export-requests.ts';

export const ndjson = 'application/fhir+ndjson';

const known = '_type, _since, _outputFormat, _format';

export function readExportQuery(
  context: ReadContext,
  level: NewExport['level'],
  list: string | null,
  asked: Readonly<Record<string, string | string[]>>,
): Result<Omit<NewExport, 'by' | 'at'>, readonly SearchProblem[]> {
  const problems: SearchProblem[] = [];
  const refuse = (code: SearchProblem['code'], parameter: string, diagnostics: string): void => {
    problems.push({ code, parameter, diagnostics });
  };
  for (const name of Object.keys(asked))
    if (!known.split(', ').includes(name))
      refuse('not-supported', '', `$export: a parameter is not known. Known are ${known}.`);
  const one = (name: string): string | undefined => [asked[name] ?? []].flat()[0];
  const format = one('_outputFormat');
  if (format !== undefined && !['ndjson', 'application/ndjson', ndjson].includes(format))
    refuse('value', '_outputFormat', `_outputFormat: expected ${ndjson}`);
  const since = one('_since');
  const from = since === undefined ? null : readSearchValue('date', since);
  const instant =
    from?.ok === true && from.value.kind === 'date' && from.value.precision === 'instant'
      ? new Date(from.value.from)
      : null;
  if (since !== undefined && instant === null)
    refuse('value', '_since', '_since: expected an instant such as 2026-11-01T00:00:00Z');
  const allowed = exportedTypes(level).filter((type) => mayRead(context.caller, type));
  const named = [asked['_type'] ?? []].flat().flatMap((text) => text.split(','));
  if (named.some((type) => !allowed.some((each) => each === type)))
    refuse('not-supported', '_type', `_type: here and with your scopes ${allowed.join(', ')}`);
  if (problems.length > 0) return failure(problems);
  // The access log goes out only when it was asked for by name.
  const types =
    named.length === 0
      ? allowed.filter((type) => type !== 'AuditEvent')
      : allowed.filter((type) => named.includes(type));
  return success({ level, list, types, since: instant });
}
