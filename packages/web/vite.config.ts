// Builds the clinic app into dist/, which the server hands out. Decision: no inline script or style and no asset turned into
// a data address, because the page's own policy (CSP) forbids them; and every file is compressed here, once, so that the
// server compresses nothing while somebody waits.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin, type UserConfig } from 'vite';

// A build is for production, whatever environment started it: a test that opens the app must open the real one.
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production';

/** The patient's guide has two files of its own, apart from the app: small, and for telephones of ten years ago. */
function guideReader(): Plugin {
  const one = (name: 'guide' | 'worker') =>
    build({
      configFile: false,
      root: import.meta.dirname,
      publicDir: false,
      logLevel: 'warn',
      build: {
        target: 'es2017',
        outDir: 'dist/guide',
        emptyOutDir: false,
        lib: {
          entry: join(import.meta.dirname, `src/guide-reader/${name}.ts`),
          formats: ['iife'],
          name: 'breekpuntGuide',
          fileName: () => `${name}.js`,
        },
      },
    });
  return {
    name: 'guide-reader',
    apply: 'build',
    async closeBundle() {
      await one('guide');
      await one('worker');
      compress(join(import.meta.dirname, 'dist', 'guide'));
    },
  };
}

function compress(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => /\.(?:js|css)$/.test(each))) {
    const content = readFileSync(join(folder, name));
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}

function compressed(): Plugin {
  const assets = join(import.meta.dirname, 'dist', 'assets');
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle() {
      compress(assets);
    },
  };
}

const config: UserConfig = defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed(), guideReader()],
  // The server puts the page's own nonce where this stands.
  html: { cspNonce: '%NONCE%' },
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://127.0.0.1:8040' } },
});

export default config;
