/** Argon2id with the parameters OWASP names first for it (19 MiB, 2 passes, 1 lane). Runs outside the event loop. */
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// The library's default algorithm is argon2id; the tests read it from the verifier.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export interface PasswordHasher {
  /** Verifier of a secret in PHC form. */
  hash(secret: string): Promise<string>
  /** Whether the secret fits. Without a verifier it does the same work and says no, so time does not tell who exists. */
  fits(verifier: string | null, secret: string): Promise<boolean>
}

export function createPasswordHasher(): PasswordHasher {
  let decoy: Promise<string> | undefined
  return {
    hash: (secret) => hash(secret, parameters),
    async fits(verifier, secret) {
      // Made at the first check of any kind, so that it costs known and unknown names the same.
      decoy ??= hash(randomBytes(32), parameters)
      const nobody = await decoy
      return (await verify(verifier ?? nobody, secret)) && verifier !== null
    },
  }
}
