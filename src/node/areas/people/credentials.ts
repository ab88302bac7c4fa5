/** Verifiers of one person on this node: password, PIN, badge, reset code. Local rows; none ever stands in a changeset. */
import { and, eq, inArray } from 'drizzle-orm'
import type { Change } from '../../runtime/change.ts'
import type { ReadTx } from '../../store/engine.ts'
import type { Schema } from '../../store/schema.ts'

export type Credential = Schema['credential']['$inferSelect']
export type CredentialKind = Credential['kind']

export async function findCredential(tx: ReadTx, userId: string, kind: CredentialKind): Promise<Credential | null> {
  const { credential } = tx.tables
  const rows = await tx.db
    .select()
    .from(credential)
    .where(and(eq(credential.userId, userId), eq(credential.kind, kind)))
  return rows[0] ?? null
}

/** The badge with this verifier, whoever has it. */
export async function findBadge(tx: ReadTx, verifier: string): Promise<Credential | null> {
  const { credential } = tx.tables
  const rows = await tx.db
    .select()
    .from(credential)
    .where(and(eq(credential.kind, 'badge'), eq(credential.verifier, verifier)))
  return rows[0] ?? null
}

interface NewCredential {
  readonly userId: string
  readonly kind: CredentialKind
  readonly verifier: string
  readonly expiresAt?: string
  readonly mustChange?: boolean
}

/** Sets a verifier in place of the one before. */
export async function putCredential(change: Change, given: NewCredential): Promise<void> {
  const { credential } = change.tables
  const values = {
    verifier: given.verifier,
    setAt: change.at,
    confirmedAt: change.at,
    expiresAt: given.expiresAt ?? null,
    mustChange: given.mustChange ?? false,
  }
  await change.local
    .insert(credential)
    .values({ userId: given.userId, kind: given.kind, ...values })
    .onConflictDoUpdate({ target: [credential.userId, credential.kind], set: values })
}

/** Notes that the full password was given right on this node: from here PIN and badge count their days. */
export async function confirmPassword(change: Change, userId: string): Promise<void> {
  const { credential } = change.tables
  await change.local
    .update(credential)
    .set({ confirmedAt: change.at })
    .where(and(eq(credential.userId, userId), eq(credential.kind, 'password')))
}

/** Takes verifiers away; returns the kinds that were there. */
export async function dropCredentials(
  change: Change,
  userId: string,
  kinds: readonly CredentialKind[],
): Promise<CredentialKind[]> {
  const { credential } = change.tables
  const rows = await change.local
    .delete(credential)
    .where(and(eq(credential.userId, userId), inArray(credential.kind, [...kinds])))
    .returning({ kind: credential.kind })
  return rows.map((row) => row.kind)
}
