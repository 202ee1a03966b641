// Builds the clinic app into dist/, which the server hands out. Decision: no inline script or style and no asset turned into
// a data address, because the page's own policy (CSP) forbids them.

import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

const config: UserConfig = defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://127.0.0.1:8040' } },
});

export default config;
