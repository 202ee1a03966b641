export const languages = ['nl', 'fr', 'de', 'en'] as const;

/** Languages a report may be written in. The interfaces speak nl, fr and en. */
export type Language = (typeof languages)[number];
