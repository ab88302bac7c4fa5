/** A caller of the REST interface as a foreign program is one, with what a dying server does to it told apart. */
export interface RestCaller {
  /** The body of a 2xx answer. Throws `NoAnswer` when the server was gone before the whole answer came. */
  ask<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Body>
}

/** The request may or may not have been carried out: nobody said. */
export class NoAnswer extends Error {}

/** Signs in over REST and returns a caller with the token. */
export async function signIn(
  address: string,
  credentials: { readonly username: string; readonly password: string },
): Promise<RestCaller> {
  const { accessToken } = await callerWith(address, null).ask<{ accessToken: string }>(
    'POST',
    '/auth/login',
    credentials,
  )
  return callerWith(address, accessToken)
}

function callerWith(address: string, token: string | null): RestCaller {
  return {
    async ask(method, path, body, headers = {}) {
      const { status, text } = await send(`${address}/api/v1${path}`, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      if (status < 200 || status > 299) throw new Error(`${method} ${path} was answered ${status}: ${text}`)
      return JSON.parse(text)
    },
  }
}

async function send(url: string, request: RequestInit): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, request)
    return { status: response.status, text: await response.text() }
  } catch (cause) {
    throw new NoAnswer('no answer', { cause })
  }
}
