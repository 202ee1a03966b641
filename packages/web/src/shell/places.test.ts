import { describe, expect, test } from 'vitest';
import nl from '../words/nl.json' with { type: 'json' };
import { barPlaces, placeAt, placeGroups, placesOf } from './places.ts';

const roles = ['nurse', 'physician', 'lead', 'it', 'auditor'] as const;
const named = (places: readonly { readonly name: string }[]): string[] =>
  places.map(({ name }) => (nl as Record<string, string>)[name] ?? name);

describe.each(roles)('the bar of %s', (role) => {
  const all = placesOf(role);

  test('shows no more than five places, and one more when it is open', () => {
    expect(all.length).toBeGreaterThan(0);
    expect(barPlaces(all, '/settings').shown.length).toBeLessThanOrEqual(5);
    for (const { path } of all) expect(barPlaces(all, path).shown.length).toBeLessThanOrEqual(6);
  });

  test('always shows the place that is open', () => {
    for (const place of all) {
      expect(barPlaces(all, place.path).shown).toContain(place);
      expect(barPlaces(all, `${place.path}/something`).shown).toContain(place);
    }
  });

  test('leaves no place out of bar and menu', () => {
    const { shown, others } = barPlaces(all, '/settings');
    expect(new Set([...shown, ...others])).toEqual(new Set(all));
    for (const { group } of all) expect(placeGroups).toContain(group);
  });
});

test('a nurse sees worklist, follow-up, tasks and figures; the others are under the menu', () => {
  const { shown, others } = barPlaces(placesOf('nurse'), '/worklist');
  expect(named(shown)).toEqual(['Werklijst', 'Opvolging', 'Taken', 'Cijfers']);
  expect(named(others)).toEqual(['Inkomend', 'Vindkwaliteit', 'Regels', 'Keuzehulpen', 'Folders nakijken']);
});

test('where there is no room, the bar holds the everyday places alone', () => {
  const all = placesOf('lead');
  expect(barPlaces(all, null).shown.map(({ group }) => group)).toEqual(Array(4).fill('everyday'));
  expect(barPlaces(all, null).others.length).toBe(all.length - 4);
});

test('who keeps the accounts, and who reads the log, need no menu', () => {
  expect(barPlaces(placesOf('it'), '/accounts').others).toEqual([]);
  expect(barPlaces(placesOf('auditor'), '/log').others).toEqual([]);
});

test('an address that only begins with the same letters is another place', () => {
  expect(placeAt(placesOf('lead'), '/figures/missing')?.path).toBe('/figures');
  expect(placeAt(placesOf('auditor'), '/logic')).toBeUndefined();
});
