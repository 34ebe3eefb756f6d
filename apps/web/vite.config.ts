import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { pageFiles, WORKER } from './service-worker/plugin.ts'

export default defineConfig({
  plugins: [react(), pageFiles()],
  // The server replaces it in every answer (http/serve-page.ts).
  html: { cspNonce: 'NONCE_OF_THE_ANSWER' },
  build: {
    // Nothing as a data: URI, so the content security policy can stay at 'self'.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: 'index.html', [WORKER]: 'service-worker/worker.ts' },
      // its address must not change, or browsers would not find the next one
      output: { entryFileNames: ({ name }) => (name === WORKER ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
  server: { proxy: { '/api': process.env.COMEBACK_API ?? 'http://127.0.0.1:4600' } },
})
