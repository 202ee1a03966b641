// Builds the clinic app into dist/, which the server hands out. Decision: no inline script or style and no asset turned into
// a data address, because the page's own policy (CSP) forbids them; and every file is compressed here, once, so that the
// server compresses nothing while somebody waits.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

// A build is for production, whatever environment started it: a test that opens the app must open the real one.
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production';

function compressed(): Plugin {
  const assets = join(import.meta.dirname, 'dist', 'assets');
  return {
    name: 'compressed',
    apply: 'build',
    closeBundle() {
      for (const name of readdirSync(assets).filter((each) => /\.(?:js|css)$/.test(each))) {
        const content = readFileSync(join(assets, name));
        writeFileSync(join(assets, `${name}.br`), brotliCompressSync(content));
        writeFileSync(join(assets, `${name}.gz`), gzipSync(content, { level: 9 }));
      }
    },
  };
}

const config: UserConfig = defineConfig({
  root: import.meta.dirname,
  plugins: [react(), compressed()],
  // The server puts the page's own nonce where this stands.
  html: { cspNonce: '%NONCE%' },
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://127.0.0.1:8040' } },
});

export default config;
