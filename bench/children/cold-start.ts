// Run in a process of its own: from nothing to the first result. Prints two times in milliseconds:
// since this file began, and since the process began (which includes Node itself). Whether compiled code is kept
// from one process to the next, as the program itself does, is the caller's choice (NODE_COMPILE_CACHE).

const began = performance.now();
const { createCaseFinder } = await import('@breekpunt/identify');
const result = createCaseFinder().read('RX pols li: distale radiusfractuur. Geen luxatie.');
const done = performance.now();
console.log(
  JSON.stringify({ importToResult: done - began, processToResult: done, findings: result.findings.length }),
);
