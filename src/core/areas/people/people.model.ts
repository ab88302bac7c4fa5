/** What is known about the people who work here, the sites they work at, and how they signed in. */
import { z } from 'zod'
import { instant, optionalText, recordColumns, recordId, requiredText } from '../../kernel/procedure.ts'
import { isTimeZone } from './people.rules.ts'
import { roleNames } from './roles.ts'

export const languages = ['en', 'ar'] as const

export const siteKinds = [
  'laboratory',
  'farm',
  'clinic',
  'biobank',
  'collection_centre',
  'quarantine',
  'office',
] as const

/** How a session was opened. */
export const signInMethods = ['password', 'pin', 'badge', 'setup'] as const

export type SignInMethod = (typeof signInMethods)[number]

/** Facts about signing in, as they stand in the audit trail. */
export const signInEvents = [
  'signed_in',
  'sign_in_refused',
  'locked',
  'lock_lifted',
  'signed_out',
  'signed_out_everywhere',
  'session_ended',
  'refresh_replayed',
  'password_set',
  'password_changed',
  'password_reset',
  'reset_requested',
  'reset_refused',
  'reset_code_issued',
  'pin_set',
  'pin_removed',
  'badge_set',
  'badge_removed',
] as const

export type SignInEventName = (typeof signInEvents)[number]

/** Why a sign-in was refused; for the audit trail only, the caller never learns it. */
export type RefusalReason =
  | 'unknown_name'
  | 'wrong_password'
  | 'wrong_pin'
  | 'unknown_badge'
  | 'wrong_code'
  | 'locked'
  | 'inactive'
  | 'password_needed'

/** Name to sign in with: kept in lower case, never changed, never given to another person. */
export const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,59}$/)
  .describe('2 to 60 letters a-z, digits and . _ - @, starting with a letter or digit')

/** The name as typed at sign-in: anything, because a name of the wrong form is answered like an unknown one. */
export const usernameGiven = z.string().trim().toLowerCase().min(1).max(200)

/** A password as typed. Its strength is judged by `refusePassword`; this only bounds what is hashed. */
export const passwordGiven = z.string().min(1).max(1000)

export const grantFields = z.strictObject({
  role: z.enum(roleNames),
  siteId: recordId.nullable().default(null).describe('null means at every site'),
})

/** One role a person holds; `id` names it when it is taken away. */
export const grant = z.object({ id: recordId, role: z.enum(roleNames), siteId: z.string().nullable() })

export type Grant = z.infer<typeof grant>

/** Settings of screens (density, colour scheme); no more than a screen needs to remember. */
export const preferences = z
  .record(z.string().min(1).max(40), z.string().max(200))
  .refine((entries) => Object.keys(entries).length <= 50, 'too_many')

const contactFields = {
  email: z.email().max(200).nullable().optional(),
  phone: optionalText(60),
  position: optionalText(120),
  department: optionalText(120),
}

/** What a person may change about themselves. The display name stands on signed records, so it is not among it. */
export const profileFields = z.strictObject({
  ...contactFields,
  language: z.enum(languages),
  preferences,
})

/** What an administrator enters about a person. No defaults here: in an update they would overwrite what is there. */
export const personFields = z.strictObject({
  displayName: requiredText(120),
  ...contactFields,
  language: z.enum(languages),
  homeSiteId: recordId.nullable().optional(),
})

export const person = z.object({
  ...recordColumns,
  username: z.string(),
  displayName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  position: z.string().nullable(),
  department: z.string().nullable(),
  language: z.enum(languages),
  homeSiteId: z.string().nullable(),
  active: z.boolean(),
  preferences: z.record(z.string(), z.string()),
  roles: z.array(grant),
  lastSignInAt: instant.nullable(),
  lockedUntil: instant.nullable().describe('set while sign-in with the password is locked on this node'),
})

export type Person = z.infer<typeof person>

/** A person as they see themselves. */
export const profile = person.extend({
  mustChangePassword: z.boolean().describe('while true nothing but the own profile and password is open'),
  hasPin: z.boolean(),
  hasBadge: z.boolean(),
})

export type Profile = z.infer<typeof profile>

/** Name of a person for lists and history; nothing private. */
export const personName = z.object({
  id: recordId,
  username: z.string(),
  displayName: z.string(),
  active: z.boolean(),
})

export type PersonName = z.infer<typeof personName>

export const siteFields = z.strictObject({
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{2,8}$/),
  name: requiredText(120),
  nameArabic: optionalText(120),
  kind: z.enum(siteKinds),
  timeZone: z.string().max(60).refine(isTimeZone, 'time_zone').describe('IANA name, for example Asia/Riyadh'),
  addressText: optionalText(500),
})

export const site = z.object({
  ...recordColumns,
  code: z.string(),
  name: z.string(),
  nameArabic: z.string().nullable(),
  kind: z.enum(siteKinds),
  timeZone: z.string(),
  addressText: z.string().nullable(),
  active: z.boolean(),
})

export type Site = z.infer<typeof site>

/** What every way of signing in answers. */
export const signedIn = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresIn: z.number().int().describe('seconds the access token lasts'),
  user: profile,
})

export type SignedIn = z.infer<typeof signedIn>

export const sessionView = z.object({
  id: recordId,
  createdAt: instant,
  lastUsedAt: instant,
  expiresAt: instant,
  method: z.enum(signInMethods),
  origin: z.string().nullable(),
  current: z.boolean(),
})

export type SessionView = z.infer<typeof sessionView>
