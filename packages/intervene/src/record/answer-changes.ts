// What differs between two answers, as a list of places with before and after. Decision: parts of a list are compared by
// what they are about (a drug, an option, a score), not by their place, so that a new order is not a hundred changes; the
// version of the knowledge and the day are no answer.

export interface AnswerChange {
  /** Where, as in "options/alendronate/safety/outcome". */
  readonly place: string;
  /** JSON of a leaf; null: not there. */
  readonly before: string | null;
  readonly after: string | null;
}

const notAnAnswer: ReadonlySet<string> = new Set(['knowledgeVersion', 'on']);
const names = ['drug', 'option', 'substance', 'score', 'definition'] as const;

export function answerChanges(before: unknown, after: unknown): readonly AnswerChange[] {
  const [old, now] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((place) => old.get(place) !== now.get(place))
    .map((place) => ({ place, before: old.get(place) ?? null, after: now.get(place) ?? null }));
}

/** Every rule id under a `reasons`, `rule` or `also`, sorted. */
export function rulesIn(answer: unknown): readonly string[] {
  const found = new Set<string>();
  walk(answer, '', (place, leaf) => {
    if (/(?:^|\/)(?:reasons|rule|also)(?:\/\d+)?$/.test(place) && typeof leaf === 'string') found.add(leaf);
  });
  return [...found].toSorted();
}

function leavesOf(answer: unknown): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  walk(answer, '', (place, leaf) => leaves.set(place, JSON.stringify(leaf)));
  return leaves;
}

function walk(value: unknown, place: string, see: (place: string, leaf: unknown) => void): void {
  if (typeof value !== 'object' || value === null) {
    see(place, value);
    return;
  }
  const under = (name: string | number): string => (place === '' ? String(name) : `${place}/${name}`);
  if (Array.isArray(value)) {
    value.forEach((part: unknown, index) => {
      walk(part, under(nameOf(part) ?? index), see);
    });
    return;
  }
  for (const [name, part] of Object.entries(value)) {
    if (place !== '' || !notAnAnswer.has(name)) walk(part, under(name), see);
  }
}

function nameOf(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  const entries = new Map(Object.entries(part));
  const named = names.map((name): unknown => entries.get(name)).find((name) => typeof name === 'string');
  return typeof named === 'string' ? named : undefined;
}
