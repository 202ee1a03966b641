// The examples of a README: each block of TypeScript with the block of text after it, which is what it prints.

export interface ReadmeExample {
  /** The heading above it. */
  readonly title: string;
  readonly code: string;
  readonly prints: string;
}

export function readmeExamples(readme: string): readonly ReadmeExample[] {
  const parts = /^#+ (?<title>.+)$|^```ts\n(?<code>[\s\S]*?)^```\n\n```text\n(?<prints>[\s\S]*?)^```/gm;
  let title = '';
  const examples: ReadmeExample[] = [];
  for (const { groups = {} } of readme.matchAll(parts)) {
    if (groups['title'] !== undefined) title = groups['title'];
    else examples.push({ title, code: groups['code'] ?? '', prints: groups['prints'] ?? '' });
  }
  return examples;
}
