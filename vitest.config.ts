import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const seconds = 1000

/**
 * Three projects: `unit` beside the code, `tests` for what crosses folders, `e2e` for journeys in a browser. Screens ask
 * for a DOM by `// @vitest-environment happy-dom` in their first line.
 */
export default defineConfig({
  plugins: [react()],
  test: {
    // The goal machine has two cores, and most suites open databases: more workers only make each other slow.
    maxWorkers: 2,
    environment: 'node',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          testTimeout: 20 * seconds,
          hookTimeout: 60 * seconds,
        },
      },
      {
        extends: true,
        test: {
          name: 'tests',
          globalSetup: './tests/support/postgres-global.ts',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**'],
          testTimeout: 120 * seconds,
          hookTimeout: 120 * seconds,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.{ts,tsx}'],
          testTimeout: 180 * seconds,
          hookTimeout: 180 * seconds,
          // A browser, a station and HQ at once already fill the machine. Runs after the other projects.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
