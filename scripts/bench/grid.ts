/**
 * Scrolling the register of a hundred thousand animals in Chromium, against a real station: the time from frame to frame
 * while a wheel turns, and how long rows stay empty after the scroll bar was dragged far away.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { administrator } from './bench-node.ts'
import type { Bench } from './figure.ts'
import { animalStore } from './million-animals.ts'
import { startStationProcess } from './station-process.ts'
import { median, quantile } from './statistics.ts'

const animals = 100_000
const frameGoalMs = 20
const screens = join(import.meta.dirname, '..', '..', 'dist', 'renderer', 'index.html')

export const bench: Bench = async (emit) => {
  if (!existsSync(screens)) throw new Error('the screens were not built: npm run build')
  const { folder } = await animalStore(animals)
  const station = await startStationProcess(folder)
  const browser = await openBrowser()
  try {
    const page = await signedIn(browser, station.address)
    const start = performance.now()
    await page.goto(`${station.address}/animals`)
    await page.getByRole('row').nth(1).waitFor()
    emit({ name: 'register on screen, 100k animals', value: performance.now() - start, unit: 'ms' })
    // The first turns compile what later ones run.
    await page.evaluate(turnTheWheel, { frames: 120, pixels: 60 })
    const slow = await page.evaluate(turnTheWheel, { frames: 600, pixels: 60 })
    const fast = await page.evaluate(turnTheWheel, { frames: 600, pixels: 400 })
    for (const [pace, times] of [
      ['3,600 px/s', slow],
      ['24,000 px/s', fast],
    ] as const) {
      const p95 = quantile(times, 0.95)
      emit({
        name: `grid scroll at ${pace}, 100k animals`,
        value: p95,
        unit: 'ms p95 per frame',
        goal: `p95 < ${frameGoalMs} ms`,
        ok: p95 < frameGoalMs,
      })
    }
    emit({ name: 'grid scroll, median frame', value: median([...slow, ...fast]), unit: 'ms' })
    const jumps: number[] = []
    for (const share of [0.5, 0.1, 0.9, 0.3, 0.7]) jumps.push(await page.evaluate(dragTo, share))
    emit({ name: 'rows filled after a drag, 100k animals', value: Math.max(...jumps), unit: 'ms max' })
  } finally {
    await browser.close()
    await station.stop()
  }
}

function openBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH ?? ''
  const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path))
  return chromium.launch({
    ...(given === '' && installed === undefined ? {} : { executablePath: given === '' ? (installed ?? '') : given }),
    args: ['--no-sandbox'],
  })
}

async function signedIn(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'en-GB' })
  await page.goto(address)
  await page.getByRole('textbox', { name: 'User name' }).fill(administrator.username)
  await page.getByRole('textbox', { name: 'Password' }).fill(administrator.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('banner').waitFor()
  return page
}

/** Runs in the page: scrolls some pixels with every frame and returns the milliseconds between frames. */
function turnTheWheel({ frames, pixels }: { frames: number; pixels: number }): Promise<number[]> {
  const grid = (globalThis as unknown as PageGlobals).document.querySelector('[role=grid]')
  if (grid === null) throw new Error('no grid on the page')
  const { requestAnimationFrame } = globalThis as unknown as PageGlobals
  return new Promise((resolve) => {
    const times: number[] = []
    let last: number | null = null
    const step = (now: number) => {
      if (last !== null) times.push(now - last)
      last = now
      grid.scrollTop += pixels
      if (times.length < frames) requestAnimationFrame(step)
      else resolve(times)
    }
    requestAnimationFrame(step)
  })
}

/** Runs in the page: drags the bar to a share of the list and waits until the grid is not busy and shows rows. */
function dragTo(share: number): Promise<number> {
  const { document, requestAnimationFrame } = globalThis as unknown as PageGlobals
  const grid = document.querySelector('[role=grid]')
  if (grid === null) throw new Error('no grid on the page')
  const start = performance.now()
  grid.scrollTop = share * grid.scrollHeight
  return new Promise((resolve) => {
    let quiet = 0
    const look = () => {
      // Two frames, so that the scroll event has been handled before an idle grid is believed.
      quiet =
        grid.getAttribute('aria-busy') === 'true' || grid.querySelector('[data-busy=true]') !== null ? 0 : quiet + 1
      if (quiet > 2) resolve(performance.now() - start)
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })
}

/** What the two functions above use of the page; this folder is compiled without a DOM. */
interface PageGlobals {
  readonly document: { querySelector(selector: string): PageElement | null }
  readonly requestAnimationFrame: (callback: (now: number) => void) => number
}

interface PageElement {
  scrollTop: number
  readonly scrollHeight: number
  getAttribute(name: string): string | null
  querySelector(selector: string): unknown
}
