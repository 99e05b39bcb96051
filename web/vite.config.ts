import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { mockServer } from './mock/plugin'

/**
 * `npm run dev` answers /api from the mock in `mock/`, or, when DOUDI_API is
 * set, from a running server. Neither is part of the build.
 */
const upstream = process.env.DOUDI_API

export default defineConfig({
  base: './',
  plugins: [react(), ...(upstream ? [] : [mockServer()])],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: upstream ? { proxy: { '/api': upstream } } : {},
  // The content policy of the binary, so that a preview shows what it would refuse.
  preview: {
    headers: {
      'Content-Security-Policy':
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'",
    },
  },
  build: {
    target: 'es2020',
    chunkSizeWarningLimit: 1500,
    modulePreload: { polyfill: false },
    // Two pages: the officers' console, and the citizens' portal that loads none of it.
    rollupOptions: { input: { index: 'index.html', portal: 'portal.html' } },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    setupFiles: ['src/test/setup.ts'],
  },
})
