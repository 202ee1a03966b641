// A row that came as JSON, as it would have come by itself: instants as Date, bytes as Buffer; all other values are the same in both.

/** What each column that JSON cannot say is, by its name. */
export type NotJson = Readonly<Record<string, 'instant' | 'bytes'>>;

export function revived(
  row: Readonly<Record<string, unknown>>,
  notJson: NotJson,
): Readonly<Record<string, unknown>> {
  const whole: Record<string, unknown> = { ...row };
  for (const [name, kind] of Object.entries(notJson)) {
    const text = row[name];
    if (typeof text !== 'string') continue;
    whole[name] = kind === 'instant' ? new Date(text) : Buffer.from(text.replace(/^\\x/, ''), 'hex');
  }
  return whole;
}
