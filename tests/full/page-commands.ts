// The commands of a page that is followed line by line: blocks of shell in their order, what each prints, and the files that the
// reader is told to save.

export interface PageStep {
  /** The heading above it. */
  readonly title: string;
  readonly commands: string;
  /** Empty when the page shows nothing. */
  readonly prints: string;
}

export interface FollowedPage {
  readonly steps: readonly PageStep[];
  /** By name. */
  readonly files: Readonly<Record<string, string>>;
}

export function followedPage(page: string): FollowedPage {
  const parts =
    /^#+ (?<title>.+)$|save it as `(?<file>[\w.]+)`:\n\n```js\n(?<content>[\s\S]*?)^```|^```sh\n(?<commands>[\s\S]*?)^```\n(?:\n```text\n(?<prints>[\s\S]*?)^```)?/gm;
  let title = '';
  const steps: PageStep[] = [];
  const files: Record<string, string> = {};
  for (const { groups = {} } of page.matchAll(parts)) {
    if (groups['title'] !== undefined) title = groups['title'];
    else if (groups['file'] !== undefined) files[groups['file']] = groups['content'] ?? '';
    else steps.push({ title, commands: groups['commands'] ?? '', prints: groups['prints'] ?? '' });
  }
  return { steps, files };
}
