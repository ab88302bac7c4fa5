/**
 * Teaches dependency-cruiser to read .tsx: beside TypeScript 7 it parses with @swc/core and never tells it that a file
 * holds JSX (dependency-cruiser 17.4, src/extract/swc/parse.mjs). Loaded before it by `node --import`.
 */
import { createRequire } from 'node:module'

const swc = createRequire(import.meta.url)('@swc/core')
const parseFileSync = swc.parseFileSync

swc.parseFileSync = (file, options) => parseFileSync.call(swc, file, { ...options, tsx: file.endsWith('x') })
