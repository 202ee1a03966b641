// The only way text enters the page. Every value that comes from outside (report text, patient numbers,
// file names) goes through `html` and is escaped there; only `Html` made by it passes unchanged.

/** A piece of finished markup. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

export type HtmlValue = string | number | Html | readonly HtmlValue[];

/** Markup from a template literal; every value in it is escaped unless it is `Html` itself. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = strings[0] ?? '';
  values.forEach((value, index) => {
    markup += markupOf(value) + (strings[index + 1] ?? '');
  });
  return new Html(markup);
}

/** Characters that may stand in a report and in no page: browsers drop or misread them. */
const unshowable = /[^\P{Cc}\t\n\r]/gu;

export function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replaceAll(unshowable, '\ufffd');
}

function markupOf(value: HtmlValue): string {
  if (value instanceof Html) return value.markup;
  if (typeof value === 'string') return escapeText(value);
  if (typeof value === 'number') return String(value);
  return value.map(markupOf).join('');
}
