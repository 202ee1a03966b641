// knowledge/sources.yaml → sources.json: every citation once, and how far its text was read.
// Decision: a source nobody here has read (quoted by others, or only known to exist) is never confirmed.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Source, sourceBases, sourceKinds } from '../src/source.ts';
import { type FieldReader, readFields } from './field-reader.ts';
import type { Compiled, Problem } from './problem.ts';
import { readYaml } from './yaml-file.ts';

const file = 'sources.yaml';

export function compileSources(knowledgeDir: string): Compiled {
  const problems: Problem[] = [];
  const sources = [...readSources(knowledgeDir, problems).values()];
  return { problems, files: { 'sources.json': sources } };
}

/** For the topics that cite: the sources by id. Their own problems are compileSources' to report. */
export function sourceIndex(knowledgeDir: string): ReadonlyMap<string, Source> {
  return readSources(knowledgeDir, []);
}

function readSources(knowledgeDir: string, problems: Problem[]): ReadonlyMap<string, Source> {
  const byId = new Map<string, Source>();
  if (!existsSync(join(knowledgeDir, file))) {
    problems.push({ file, place: '', message: 'missing; every citation needs its source listed here' });
    return byId;
  }
  const yaml = readYaml(knowledgeDir, file, problems);
  if (yaml.data === undefined) return byId;
  const top = readFields(yaml, yaml.data, [], problems);
  if (top === undefined) return byId;
  top.list('sources').forEach((row, index) => {
    const fields = readFields(yaml, row, ['sources', index], problems);
    if (fields === undefined) return;
    const source = readSource(fields);
    if (source === undefined) return;
    if (byId.has(source.id)) fields.problem('id', `"${source.id}" stands twice; list every source once`);
    byId.set(source.id, source);
  });
  top.done();
  return byId;
}

function readSource(fields: FieldReader): Source | undefined {
  const id = fields.text('id');
  if (id !== undefined && !/^[a-z0-9][a-z0-9.-]*$/.test(id)) {
    fields.problem('id', 'expected small letters, digits, dots and hyphens');
  }
  const title = fields.text('title');
  const publisher = fields.text('publisher');
  const kind = fields.word('kind', sourceKinds);
  const basis = fields.word('basis', sourceBases);
  const readOn = fields.date('read-on');
  const confirmed = fields.yesNo('confirmed', true);
  const where = readAddress(fields);
  const year = fields.raw('year');
  if (year !== undefined && !(Number.isInteger(year) && Number(year) > 1900 && Number(year) < 2100)) {
    fields.problem('year', 'expected a year of four digits');
  }
  if ((basis === 'secondary' || basis === 'unread') && confirmed) {
    fields.problem('confirmed', `a source whose basis is "${basis}" needs "confirmed: no"`);
  }
  fields.done();
  if (id === undefined || title === undefined || publisher === undefined) return undefined;
  if (kind === undefined || basis === undefined || readOn === undefined) return undefined;
  return {
    id,
    title,
    publisher,
    ...(typeof year === 'number' ? { year } : {}),
    ...where,
    kind,
    basis,
    readOn,
    confirmed,
  };
}

/** Where a reader finds it: a DOI, an address, or the reason why there is neither. */
function readAddress(fields: FieldReader): Pick<Source, 'doi' | 'url' | 'unlinked'> {
  const doi = fields.optionalText('doi');
  const url = fields.optionalText('url');
  const unlinked = fields.optionalText('unlinked');
  if (doi !== undefined && !/^10\.\d{4,9}\/\S+$/.test(doi)) {
    fields.problem('doi', 'expected a DOI such as 10.1007/s00198-013-2348-z, without https://');
  }
  if (url !== undefined && !URL.canParse(url))
    fields.problem('url', 'expected a whole address with http(s)://');
  if (doi === undefined && url === undefined && unlinked === undefined) {
    fields.problem('url', 'expected "doi" or "url", or "unlinked" with the reason why there is neither');
  }
  return {
    ...(doi === undefined ? {} : { doi }),
    ...(url === undefined ? {} : { url }),
    ...(unlinked === undefined ? {} : { unlinked }),
  };
}
