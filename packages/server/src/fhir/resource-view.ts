// How much of a resource is asked for: _summary and _elements. Decision: what R4 requires and what changes the meaning of the
// rest is always there, so that a part of a resource can never say something else than the whole; a part is marked SUBSETTED.

import { failure, type Result, success } from '@breekpunt/core';
import type { Resource } from '@medplum/fhirtypes';
import { type R4Elements, r4Elements } from './r4-elements.ts';

export type ResourceView =
  | { readonly kind: 'whole' }
  /** What R4 marks as summary. */
  | { readonly kind: 'summary' }
  /** The text for people, and what must be there. */
  | { readonly kind: 'text' }
  /** All but the text for people. */
  | { readonly kind: 'data' }
  | { readonly kind: 'elements'; readonly names: readonly string[] };

export const wholeView: ResourceView = { kind: 'whole' };

const ofEveryResource = ['resourceType', 'id', 'meta'];

/** `error`: what was expected. */
export function readView(
  type: string,
  { summary, elements }: { readonly summary: string | undefined; readonly elements: string | undefined },
): Result<ResourceView, { readonly parameter: '_summary' | '_elements'; readonly expected: string }> {
  if (elements !== undefined) {
    const names = elements.split(',').map((name) => name.trim());
    const known = namesIn(r4Elements[type]?.all ?? '').map(base);
    if (summary !== undefined && summary !== 'false')
      return failure({ parameter: '_elements', expected: 'not beside _summary' });
    if (!names.every((name) => known.includes(name) || common.includes(name)))
      return failure({ parameter: '_elements', expected: `elements of ${type}: ${known.join(', ')}` });
    return success({ kind: 'elements', names });
  }
  switch (summary) {
    case undefined:
    case 'false':
    case 'count':
      return success(wholeView);
    case 'true':
      return success({ kind: 'summary' });
    case 'text':
    case 'data':
      return success({ kind: summary });
    default:
      return failure({ parameter: '_summary', expected: 'true, text, data, count or false' });
  }
}

const common = ['id', 'meta', 'text', 'language', 'extension', 'implicitRules'];

export function viewed(resource: Resource, view: ResourceView): Resource {
  const table = r4Elements[resource.resourceType];
  if (view.kind === 'whole' || table === undefined) return resource;
  const { meta, ...rest } = resource as unknown as Record<string, unknown> & { readonly meta?: object };
  const isShown = shownBy(view, table);
  const part = Object.fromEntries(Object.entries(rest).filter(([name]) => isShown(name.replace(/^_/, ''))));
  return { ...part, meta: { ...meta, tag: [subsetted] } } as unknown as Resource;
}

const subsetted = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  code: 'SUBSETTED',
} as const;

function shownBy(view: ResourceView, { summary, kept }: R4Elements): (name: string) => boolean {
  switch (view.kind) {
    case 'whole':
      return () => true;
    case 'data':
      return (name) => name !== 'text';
    case 'summary':
      return among([...namesIn(summary), ...namesIn(kept)]);
    case 'text':
      return among(['text', ...namesIn(kept)]);
    case 'elements':
      return among([...view.names.map((name) => `${name}[x]`), ...view.names, ...namesIn(kept)]);
  }
}

/** A choice such as value[x] stands in a resource as valueQuantity. */
function among(names: readonly string[]): (name: string) => boolean {
  const exact = new Set([...ofEveryResource, ...names]);
  const choices = names.filter((name) => name.endsWith('[x]')).map(base);
  return (name) =>
    exact.has(name) ||
    choices.some((choice) => name.startsWith(choice) && /^[A-Z]/.test(name.slice(choice.length)));
}

function base(name: string): string {
  return name.replace('[x]', '');
}

function namesIn(list: string): readonly string[] {
  return list.split(/\s+/).filter((name) => name !== '');
}
