import { roleNames } from '../../../core/areas/people/roles.ts'
import { type ColumnKit, livingOnly } from '../column-kit.ts'
import { recordColumns } from './record-columns.ts'

export function definePeopleTables(kit: ColumnKit) {
  const site = kit.table(
    'site',
    {
      ...recordColumns(kit),
      /** Short code used in paths and numbers, for example KHJ. */
      code: kit.text().notNull(),
      name: kit.text().notNull(),
      nameArabic: kit.text(),
      kind: kit
        .choice(['laboratory', 'farm', 'clinic', 'biobank', 'collection_centre', 'quarantine', 'office'])
        .notNull(),
      /** IANA zone; instants are UTC, screens show this zone. */
      timeZone: kit.text().notNull(),
      addressText: kit.text(),
      active: kit.bool().notNull(),
    },
    (table) => [kit.uniqueIndex('site_code').on(table.code)],
  )

  const user = kit.table(
    'app_user',
    {
      ...recordColumns(kit),
      /** Lower case, unique, never reused. */
      username: kit.text().notNull(),
      displayName: kit.text().notNull(),
      email: kit.text(),
      phone: kit.text(),
      position: kit.text(),
      department: kit.text(),
      language: kit.choice(['en', 'ar']).notNull(),
      homeSiteId: kit.text().references(() => site.id),
      active: kit.bool().notNull(),
      /** Preferences of screens: density, colour scheme. */
      preferences: kit.json<Record<string, string>>().notNull(),
    },
    (table) => [
      kit.uniqueIndex('app_user_username').on(table.username),
      kit.index('app_user_display_name').on(table.displayName, table.id).where(livingOnly),
    ],
  )

  const userRole = kit.table(
    'user_role',
    {
      ...recordColumns(kit),
      userId: kit
        .text()
        .notNull()
        .references(() => user.id),
      role: kit.choice(roleNames).notNull(),
      /** Null means at every site. */
      siteId: kit.text().references(() => site.id),
    },
    (table) => [kit.index('user_role_user').on(table.userId), kit.index('user_role_role').on(table.role, table.siteId)],
  )

  /** Facts about signing in, for the audit trail. Inserted, never edited. */
  const signInEvent = kit.table(
    'sign_in_event',
    {
      ...recordColumns(kit),
      /** Null when the name given is nobody's. */
      userId: kit.text(),
      /** The user name; of a name nobody has only its beginning, because people type passwords into the wrong field. */
      usernameGiven: kit.text().notNull(),
      event: kit.text().notNull(),
      method: kit.text(),
      /** Why it was refused; the caller was not told. */
      reason: kit.text(),
      /** Address or window it came from. */
      origin: kit.text(),
    },
    (table) => [
      kit.index('sign_in_event_user').on(table.userId, table.event, table.createdAt),
      kit.index('sign_in_event_at').on(table.createdAt),
    ],
  )

  /** Verifiers, local to this node and never synced: a hash belongs neither in the audit trail nor in an export. */
  const credential = kit.table(
    'credential',
    {
      userId: kit.text().notNull(),
      kind: kit.choice(['password', 'pin', 'badge', 'reset_code']).notNull(),
      /**
       * argon2id in PHC form; for a reset code its SHA-256 (60 random bits); for a badge the HMAC of its code under this
       * node's key, because a badge is looked up by value and its number may be short.
       */
      verifier: kit.text().notNull(),
      setAt: kit.text().notNull(),
      /** Last time HQ or the full password confirmed this person here; PIN and badge run out after a number of days. */
      confirmedAt: kit.text().notNull(),
      expiresAt: kit.text(),
      mustChange: kit.bool().notNull(),
    },
    (table) => [
      kit.primaryKey({ columns: [table.userId, table.kind] }),
      kit.index('credential_verifier').on(table.kind, table.verifier),
    ],
  )

  /** Refresh-token families: one per sign-in; `currentHash` rotates, a replay of an older one ends the family. */
  const session = kit.table(
    'session',
    {
      id: kit.text().primaryKey(),
      userId: kit.text().notNull(),
      currentHash: kit.text().notNull(),
      generation: kit.int().notNull(),
      createdAt: kit.text().notNull(),
      lastUsedAt: kit.text().notNull(),
      expiresAt: kit.text().notNull(),
      endedAt: kit.text(),
      endReason: kit.text(),
      origin: kit.text(),
      method: kit.text().notNull(),
    },
    (table) => [
      kit.index('session_user').on(table.userId),
      kit.index('session_end').on(table.expiresAt),
      kit.uniqueIndex('session_current_hash').on(table.currentHash),
    ],
  )

  /** Hashes of refresh tokens that were already exchanged, to tell a replay from garbage. */
  const spentRefreshToken = kit.table(
    'spent_refresh_token',
    {
      hash: kit.text().primaryKey(),
      sessionId: kit.text().notNull(),
      spentAt: kit.text().notNull(),
    },
    (table) => [kit.index('spent_refresh_token_age').on(table.spentAt)],
  )

  /** Counts failures per person and way of signing in; the lock opens by itself at `lockedUntil`. */
  const signInGuard = kit.table(
    'sign_in_guard',
    {
      key: kit.text().primaryKey(),
      failures: kit.int().notNull(),
      firstFailureAt: kit.text().notNull(),
      lockedUntil: kit.text(),
    },
    (table) => [kit.index('sign_in_guard_age').on(table.firstFailureAt)],
  )

  return { site, user, userRole, signInEvent, credential, session, spentRefreshToken, signInGuard }
}

export type PeopleTables = ReturnType<typeof definePeopleTables>
