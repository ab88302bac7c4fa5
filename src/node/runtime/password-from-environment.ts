/** Reads the password for `--create-admin`. It comes from the environment because a command line is visible to others. */
import { DomainError } from '../../core/kernel/refusal.ts'

export function passwordFromEnvironment(): string {
  const password = process.env.REPROTECH_PASSWORD
  if (password === undefined || password === '')
    throw new DomainError('password_missing', { variable: 'REPROTECH_PASSWORD' })
  return password
}
