// The query of a search, checked against what the type documents. Decision: a parameter that is not known here is an error
// with the list of those that are; left out silently, a question about one patient would be answered with everybody.

import { failure, type Result, success } from '@breekpunt/core';
import { type ResourceView, readView, wholeView } from '../resource-view.ts';
import { type PageMark, readPageMark } from './page-mark.ts';
import { type RevInclude, revIncludesTo } from './rev-includes.ts';
import { readSearchValue, type SearchValue } from './search-value.ts';
import type { Parameter, ServedType } from './source.ts';

export interface AskedParameter {
  readonly name: string;
  /** Any of them. */
  readonly values: readonly SearchValue[];
}

export interface Sorting {
  readonly by: 'day' | 'changed';
  readonly descending: boolean;
}

export interface Search {
  /** All of them. */
  readonly asked: readonly AskedParameter[];
  readonly count: number;
  readonly sorting: Sorting | null;
  readonly after: PageMark | null;
  /** Names after the colon. */
  readonly includes: readonly string[];
  readonly revIncludes: readonly RevInclude[];
  /** How much of each match is shown. */
  readonly view: ResourceView;
  readonly total: boolean;
  /** Only the number is asked. */
  readonly countOnly: boolean;
  /** Only what is about the patients of this list (types/measure-types.ts); null: everybody in scope. */
  readonly ofList: string | null;
}

/** A search of our own making: whole resources in the order in which they were recorded. */
export function plainSearch(asked: readonly AskedParameter[], count: number): Search {
  return {
    asked,
    count,
    sorting: null,
    after: null,
    includes: [],
    revIncludes: [],
    view: wholeView,
    total: false,
    countOnly: false,
    ofList: null,
  };
}

export interface SearchProblem {
  readonly code: 'not-supported' | 'value';
  readonly parameter: string;
  readonly diagnostics: string;
}

export const commonParameters: Readonly<Record<string, Parameter>> = {
  _id: { type: 'token', says: 'The id of the resource' },
  _lastUpdated: { type: 'date', says: 'When the resource last changed' },
};

/** Of the result, not of resources. */
const resultParameters: Readonly<Record<string, string>> = {
  _count: 'Resources on a page, 1 to 500; 50 when absent. 0 asks for the number alone',
  _sort: 'date, -date, _lastUpdated or -_lastUpdated; when absent, the order in which they were recorded',
  _include: 'Resources that the results refer to; the paths stand with the type',
  _revinclude:
    'Resources that refer to the results, such as Observation:patient; the paths stand with the type',
  _total: 'accurate: the number of all matches is counted; none is given otherwise',
  _summary: 'true: what R4 marks as summary; text; data; count: the number alone; false',
  _elements: 'Names of elements, parted by commas; what R4 requires comes along. Not beside _summary',
  _format: 'json; any other form is answered with 406',
  _page: 'Where a next page begins, as the link of the page before says it',
};

const mostOnPage = 500;
const usualOnPage = 50;

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export function readSearch(served: ServedType, query: Query): Result<Search, readonly SearchProblem[]> {
  const problems: SearchProblem[] = [];
  const asked: AskedParameter[] = [];
  const parameters = { ...commonParameters, ...served.parameters };
  for (const [name, text] of pairsOf(query)) {
    if (Object.hasOwn(resultParameters, name)) continue;
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
    if (parameter === undefined) {
      problems.push(unknownParameter(served, name));
      continue;
    }
    const values: SearchValue[] = [];
    for (const part of splitValues(text)) {
      const read = readSearchValue(parameter.type, part);
      if (!read.ok) problems.push({ code: 'value', parameter: name, diagnostics: `${name}: ${read.error}` });
      else if (parameter.needsSystem === true && !(read.value.kind === 'token' && read.value.system))
        problems.push({ code: 'value', parameter: name, diagnostics: `${name}: expected system|value` });
      else values.push(read.value);
    }
    asked.push({ name, values });
  }
  const result = readResultParameters(served, query, problems);
  return problems.length > 0 ? failure(problems) : success({ asked, ...result });
}

function unknownParameter({ type, parameters }: ServedType, name: string): SearchProblem {
  const known = [
    ...Object.keys(commonParameters),
    ...Object.keys(parameters),
    ...Object.keys(resultParameters),
  ];
  const [bare = '', modifier] = name.split(':');
  const what =
    modifier !== undefined && Object.hasOwn(parameters, bare)
      ? 'a modifier of a parameter is not supported'
      : bare.includes('.') || modifier !== undefined
        ? 'chained parameters are not supported'
        : 'a parameter is not known';
  return {
    code: 'not-supported',
    // A name that is none of ours may be anything, also somebody's.
    parameter: '',
    diagnostics: `Search of ${type}: ${what}. Known are ${known.join(', ')}.`,
  };
}

function readResultParameters(
  served: ServedType,
  query: Query,
  problems: SearchProblem[],
): Omit<Search, 'asked'> {
  const refuse = (parameter: string): void => {
    problems.push({ code: 'value', parameter, diagnostics: `${parameter}: ${resultParameters[parameter]}` });
  };
  const one = (name: string): string | undefined => {
    const values = allOf(query, name);
    if (values.length > 1) refuse(name);
    return values[0];
  };
  const countText = one('_count');
  const count = countText === undefined ? usualOnPage : /^\d{1,6}$/.test(countText) ? Number(countText) : -1;
  if (count < 0) refuse('_count');
  const sortText = one('_sort');
  const sorting = sortText === undefined ? null : (sortings[sortText] ?? null);
  if (sortText !== undefined && (sorting === null || served.source.kind === 'list')) refuse('_sort');
  const includes = allOf(query, '_include').map((text) => text.replace(`${served.type}:`, ''));
  for (const name of includes)
    if (!Object.hasOwn(served.includes, name))
      problems.push({
        code: 'not-supported',
        parameter: '_include',
        diagnostics: `_include: of ${served.type} known are ${Object.keys(served.includes)
          .map((known) => `${served.type}:${known}`)
          .join(', ')}`,
      });
  const revIncludes = allOf(query, '_revinclude').flatMap((text) => {
    const found = revIncludesTo(served.type).find(({ of, parameter }) => text === `${of.type}:${parameter}`);
    if (found !== undefined) return [found];
    problems.push({
      code: 'not-supported',
      parameter: '_revinclude',
      diagnostics: `_revinclude: to ${served.type} known are ${revIncludesTo(served.type)
        .map(({ of, parameter }) => `${of.type}:${parameter}`)
        .join(', ')}`,
    });
    return [];
  });
  const totalText = one('_total');
  if (totalText !== undefined && !['accurate', 'none'].includes(totalText)) refuse('_total');
  const summary = one('_summary');
  const view = readView(served.type, { summary, elements: one('_elements') });
  if (!view.ok)
    problems.push({
      code: 'value',
      parameter: view.error.parameter,
      diagnostics: `${view.error.parameter}: expected ${view.error.expected}`,
    });
  const pageText = one('_page');
  const after = pageText === undefined ? null : readPageMark(pageText, sorting);
  if (pageText !== undefined && after === null) refuse('_page');
  return {
    count: Math.min(count, mostOnPage),
    sorting,
    after,
    includes,
    revIncludes,
    view: view.ok ? view.value : wholeView,
    total: totalText === 'accurate' || summary === 'count' || count === 0,
    countOnly: summary === 'count' || count === 0,
    ofList: null,
  };
}

const sortings: Readonly<Record<string, Sorting>> = {
  date: { by: 'day', descending: false },
  '-date': { by: 'day', descending: true },
  _lastUpdated: { by: 'changed', descending: false },
  '-_lastUpdated': { by: 'changed', descending: true },
};

function pairsOf(query: Query): (readonly [string, string])[] {
  return Object.keys(query).flatMap((name) => allOf(query, name).map((text) => [name, text] as const));
}

function allOf(query: Query, name: string): readonly string[] {
  const value = Object.hasOwn(query, name) ? query[name] : undefined;
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** Commas part alternatives, but for those after a backslash. */
function splitValues(text: string): string[] {
  return text.split(/(?<!\\),/).map((part) => part.replaceAll(/\\([,$|\\])/g, '$1'));
}
