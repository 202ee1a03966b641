// The library comes without types of its own; only what is used of it is told here.

declare module 'hyphen/nl/index.js' {
  const hyphenNl: { hyphenateSync: (word: string, options: { hyphenChar: string }) => string };
  export default hyphenNl;
}
