import { readFile } from 'node:fs/promises'
import { extname, isAbsolute, relative, resolve, sep } from 'node:path'
import { securityHeaders } from './content-security-policy.ts'

/** The page's scheme and origin. A scheme of its own gives the page a real, secure origin without any open port. */
export const appScheme = 'app'
export const appOrigin = 'app://reprotech'

/** Types of the files a build of the page holds. Anything else is served as bytes, which no browser runs. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * Tells which file below `root` an address means, or null when it points elsewhere. Checks the decoded path, since `%2e`
 * and `%5c` are dots and backslashes to the file system; refuses every `..` even where it would stay inside.
 */
export function resolveAppFile(root: string, address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  if (`${url.protocol}//${url.host}` !== appOrigin) return null
  const path = decodePath(url.pathname)
  if (path === null || path.includes('\0') || path.includes('\\') || path.includes(':')) return null
  if (path.split('/').includes('..')) return null
  const file = resolve(root, `.${path.startsWith('/') ? path : `/${path}`}`)
  const inside = relative(root, file)
  if (inside.startsWith(`..${sep}`) || inside === '..' || isAbsolute(inside)) return null
  return inside === '' ? resolve(root, 'index.html') : file
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    // A broken escape such as %zz is no path of ours.
    return null
  }
}

/**
 * Makes the handler of `app://reprotech/`: serves the built page from `root` with a strict policy. An address without a
 * file extension is a route inside the page and gets index.html; a missing file is 404, never the page in disguise.
 */
export function createAppProtocol(root: string): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405, null, '.txt')
    const file = resolveAppFile(root, request.url)
    if (file === null) return answer(400, null, '.txt')
    const found = await readIfThere(file)
    if (found) return answer(200, request.method === 'HEAD' ? null : found, extname(file))
    if (extname(file) !== '') return answer(404, null, '.txt')
    const page = await readIfThere(resolve(root, 'index.html'))
    return page ? answer(200, page, '.html') : answer(404, null, '.txt')
  }
}

async function readIfThere(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null
    throw error
  }
}

function answer(status: number, body: Uint8Array<ArrayBuffer> | null, extension: string): Response {
  const contentType = contentTypes[extension.toLowerCase()] ?? 'application/octet-stream'
  return new Response(body, { status, headers: { ...securityHeaders, 'content-type': contentType } })
}
