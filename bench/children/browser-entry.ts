// What a page would import; bundled to learn its size.

export { createCaseFinder } from '@breekpunt/identify';
