import { globSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const root = import.meta.dirname

/** Code that runs in a worker thread is a program of its own, found beside the bundle by `new URL('./x.worker.ts', ...)`. */
const workers = Object.fromEntries(
  globSync('src/{main,node}/**/*.worker.ts', { cwd: root }).map((file) => [basename(file, '.ts'), resolve(root, file)]),
)

/** Points `new URL('./x.worker.ts', import.meta.url)` at the built file: all output lies in one folder. */
function workerAddresses(): Plugin {
  return {
    name: 'worker-addresses',
    transform: {
      filter: { code: '.worker.ts' },
      // The address changes within its line, so the map of the file still fits.
      handler: (code) => ({
        code: code.replace(/(['"])(?:\.{1,2}\/)+(?:[\w-]+\/)*([\w.-]+\.worker)\.ts\1/g, "'./$2.js'"),
        map: null,
      }),
    },
  }
}

/**
 * Builds the desktop shell, the station it starts, and the preload script. The page is built by vite.renderer.config.ts,
 * the same build that a station and HQ serve.
 */
export default defineConfig({
  main: {
    plugins: [workerAddresses()],
    build: {
      outDir: 'dist/main',
      sourcemap: true,
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          index: resolve(root, 'src/main/electron/index.ts'),
          station: resolve(root, 'src/main/station/electron-entry.ts'),
          ...workers,
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'dist/preload',
      sourcemap: true,
      rolldownOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        // A sandboxed preload script must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
})
