import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  // The server replaces it in every answer (http/serve-page.ts).
  html: { cspNonce: 'NONCE_OF_THE_ANSWER' },
  // Nothing as a data: URI, so the content security policy can stay at 'self'.
  build: { assetsInlineLimit: 0 },
  server: { proxy: { '/api': process.env.COMEBACK_API ?? 'http://127.0.0.1:4600' } },
})
