// HTML as a template that escapes. Decision: text put into it is escaped always and Html never, and only `html` and
// `verbatim` make Html; so forgetting cannot open a hole. (Libraries for this return plain text, so a template inside a
// template has to be marked as trusted by hand, each time: docs/decisions/0085-own-html-template.md.)

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Null, undefined and false leave nothing; a list is written one after the other. */
export type Content = string | number | Html | null | undefined | false | readonly Content[];

/** For text and for quoted attribute values; not for addresses of others, scripts or styles. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    text += written(value) + (strings[index + 1] ?? '');
  });
  return new Html(text);
}

/** Of our own making, such as a drawing; never of anybody's input. */
export function verbatim(text: string): Html {
  return new Html(text);
}

function written(value: Content): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  return typeof value === 'string' || typeof value === 'number'
    ? escaped(String(value))
    : value.map(written).join('');
}

const names: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => names[sign] ?? '');
}
