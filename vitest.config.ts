import { defineConfig } from 'vitest/config'

const SERVED_FOLDER = 'apps/server/src/operations/served-folder.ts'

export default defineConfig({
  test: {
    reporters: ['default', './scripts/closing-line-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // much of a test is waiting for a database or a thread to start
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['apps/{server,cli}/**/*.test.ts', 'scripts/**/*.test.ts'],
          globalSetup: ['apps/server/src/database/test-databases.ts', SERVED_FOLDER],
        },
      },
      { extends: true, test: { name: 'engine', include: ['packages/**/*.test.ts'] } },
      { extends: true, test: { name: 'web', include: ['apps/web/src/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['apps/web/browser/**/*.test.ts'],
          globalSetup: SERVED_FOLDER,
          maxWorkers: 2,
          // after the others: a browser and its server want the machine for themselves
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
