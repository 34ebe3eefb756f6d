import { defineConfig } from 'drizzle-kit'

// `npm run migration` compares every tables.ts with the last snapshot and writes the next migration.
export default defineConfig({
  dialect: 'postgresql',
  schema: './apps/server/src/*/tables.ts',
  out: './apps/server/drizzle',
})
