import { defineConfig } from 'vitest/config'

const shared = { pool: 'forks', maxWorkers: 2, testTimeout: 20_000, hookTimeout: 60_000 } as const

export default defineConfig({
  // One dialect of TypeScript for all tests, so that no folder's tsconfig decides how another's file is read.
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: [
            '{src,bench,training,corpus,scripts}/**/*.test.{ts,tsx}',
            'test/*.test.ts',
            'test/robust/*.test.ts',
          ],
        },
      },
      // A browser on a busy machine may take its time.
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['test/browser/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
