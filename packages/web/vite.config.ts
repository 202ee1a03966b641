// Builds the clinic app into dist/, which the server hands out. Decision: no inline script or style and no asset turned into
// a data address, because the page's own policy (CSP) forbids them.

import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

// A build is for production, whatever environment started it: a test that opens the app must open the real one.
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production';

const config: UserConfig = defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The server puts the page's own nonce where this stands.
  html: { cspNonce: '%NONCE%' },
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://127.0.0.1:8040' } },
});

export default config;
