/**
 * The one entry of every npm script. Plain JavaScript that any Node understands: it checks the version before it loads
 * anything newer, then hands over to scripts/launch/, which installs what is missing and goes on under Node 24.
 */
const needed = 20
const major = Number.parseInt(process.versions.node, 10)

if (major < needed) {
  console.error(
    `Reprotech needs Node ${needed} or newer to start; this is Node ${process.versions.node}. Install it from nodejs.org.`,
  )
  process.exit(1)
}

import('./launch/main.mjs')
  .then(({ main }) => main(process.argv.slice(2)))
  .then(
    (code) => {
      process.exitCode = code
    },
    (error) => {
      console.error(error instanceof Error && error.plain ? error.message : error)
      process.exitCode = 1
    },
  )
