// Three answers everywhere. Not knowing never looks like health.

/** A clinical question's answer: asked and yes, asked and no, or nobody recorded it. */
export type Answer = 'yes' | 'no' | 'not-recorded';

export const answers: readonly Answer[] = ['yes', 'no', 'not-recorded'];
