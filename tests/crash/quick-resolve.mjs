/**
 * Answers imports inside drizzle-orm without Node's own resolution. That package's package.json is 180 kB, and Node parses
 * it again for each of its files: 300 ms of every start.
 */
import { registerHooks } from 'node:module'

const inDrizzle = /\/node_modules\/drizzle-orm\/.*\.js$/

registerHooks({
  resolve(specifier, context, next) {
    if (specifier.startsWith('.') && inDrizzle.test(context.parentURL ?? '')) {
      return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
    }
    return next(specifier, context)
  },
})
