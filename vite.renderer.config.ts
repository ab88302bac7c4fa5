import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const renderer = fileURLToPath(new URL('./src/renderer', import.meta.url))

/**
 * Builds the pages for a browser (station mode and HQ). Nothing is inlined, because the content security policy of the
 * product allows neither inline scripts nor data addresses for fonts. `--mode gallery` builds the gallery page of the UI
 * kit instead, to look at it under that policy; the product never contains it.
 */
export default defineConfig(({ mode }) => ({
  root: renderer,
  base: '/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL(mode === 'gallery' ? './dist/gallery' : './dist/renderer', import.meta.url)),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'chrome140',
    rolldownOptions: { input: `${renderer}/${mode === 'gallery' ? 'gallery' : 'index'}.html` },
  },
}))
