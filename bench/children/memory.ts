// Run in a process of its own with --expose-gc: what the vocabularies weigh, before and after compiling.

interface Weight {
  readonly heapUsed: number;
  readonly arrayBuffers: number;
}

function weigh(): Weight {
  const collect = (globalThis as { gc?: () => void }).gc;
  if (collect === undefined) throw new Error('Expected node --expose-gc.');
  for (let i = 0; i < 4; i++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heapUsed, arrayBuffers };
}

const empty = weigh();
const { createCaseFinder } = await import('@breekpunt/identify');
const loaded = weigh();
const finder = createCaseFinder();
const compiled = weigh();
const first = finder.read('RX pols li: distale radiusfractuur.');
const inUse = weigh();
console.log(JSON.stringify({ empty, loaded, compiled, inUse, findings: first.findings.length }));
