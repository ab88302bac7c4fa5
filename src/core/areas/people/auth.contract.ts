/**
 * Signing in, and what a person does with their own account. Public procedures are called without an Authorization
 * header. All of them ignore Idempotency-Key: what a secret opened is never kept to be answered again.
 */
import { z } from 'zod'
import { command, query, recordId, requiredText } from '../../kernel/procedure.ts'
import {
  grantFields,
  languages,
  passwordGiven,
  person,
  personFields,
  profile,
  profileFields,
  sessionView,
  signedIn,
  siteFields,
  username,
  usernameGiven,
} from './people.model.ts'
import { roleNames } from './roles.ts'

const done = z.object({ done: z.literal(true) })
const signInRefusals = ['sign_in_refused', 'account_locked', 'account_inactive'] as const
const passwordRefusals = [
  'password_too_short',
  'password_too_long',
  'password_is_user_name',
  'password_too_simple',
  'password_too_common',
] as const

/** What an administrator gives for a new person. Without a password a one-time code is answered, to choose one with. */
export const newPerson = personFields.extend({
  username,
  language: z.enum(languages).default('en'),
  password: passwordGiven.optional(),
  mustChangePassword: z
    .boolean()
    .default(false)
    .describe('the person must choose another password at the first sign-in'),
  roles: z.array(grantFields).max(100).default([]),
})

export const registered = person.extend({
  resetCode: z
    .string()
    .nullable()
    .describe('shown once: with it the person chooses a password (POST /auth/reset-password)'),
  resetCodeExpiresAt: z.string().nullable(),
})

export const authContract = {
  setupStatus: query({
    action: 'people.setupStatus',
    access: 'public',
    path: '/auth/setup',
    summary: 'Tells whether the first administrator is still missing',
  }).output(z.object({ needed: z.boolean(), node: z.enum(['station', 'hq']) })),

  setup: command({
    action: 'people.setup',
    access: 'public',
    path: '/auth/setup',
    summary: 'Makes the first administrator and the first site, and signs in; works only while nobody exists',
    undoable: false,
    refuses: ['setup_done', ...passwordRefusals],
  })
    .input(
      z.strictObject({
        username,
        password: passwordGiven,
        displayName: requiredText(120),
        language: z.enum(languages).default('en'),
        site: siteFields,
      }),
    )
    .output(signedIn),

  login: command({
    action: 'people.login',
    access: 'public',
    path: '/auth/login',
    summary: 'Signs in with name and password',
    undoable: false,
    successStatus: 200,
    refuses: signInRefusals,
  })
    .input(z.strictObject({ username: usernameGiven, password: passwordGiven }))
    .output(signedIn),

  refresh: command({
    action: 'people.refresh',
    access: 'public',
    path: '/auth/refresh',
    summary: 'Exchanges a refresh token for a new pair; a token that was spent before ends the whole session',
    undoable: false,
    successStatus: 200,
    refuses: ['session_ended'],
  })
    .input(z.strictObject({ refreshToken: z.string().min(1).max(200) }))
    .output(signedIn),

  logout: command({
    action: 'people.logout',
    access: 'signed_in',
    path: '/auth/logout',
    summary: 'Ends this session',
    undoable: false,
    successStatus: 200,
  }).output(done),

  logoutEverywhere: command({
    action: 'people.logoutEverywhere',
    access: 'signed_in',
    path: '/auth/logout-everywhere',
    summary: 'Ends all sessions of the caller',
    undoable: false,
    successStatus: 200,
  }).output(z.object({ ended: z.number().int() })),

  profile: query({
    action: 'people.profile',
    access: 'signed_in',
    path: '/auth/profile',
    summary: 'Reads the own profile with current roles',
  }).output(profile),

  updateProfile: command({
    action: 'people.updateProfile',
    access: 'signed_in',
    path: '/auth/profile',
    method: 'PUT',
    summary: 'Changes the given fields of the own profile',
    undoable: false,
  })
    .input(profileFields.partial())
    .output(profile),

  changePassword: command({
    action: 'people.changePassword',
    access: 'signed_in',
    path: '/auth/change-password',
    summary: 'Changes the own password and ends the other sessions',
    undoable: false,
    successStatus: 200,
    refuses: ['password_wrong', 'password_same', 'account_locked', ...passwordRefusals],
  })
    .input(z.strictObject({ currentPassword: passwordGiven, newPassword: passwordGiven }))
    .output(z.object({ endedSessions: z.number().int() })),

  register: command({
    action: 'people.register',
    access: 'people.write',
    path: '/auth/register',
    summary: 'Adds a person (same as POST /users)',
    undoable: false,
    refuses: ['username_taken', 'site_unknown', ...passwordRefusals],
  })
    .input(newPerson)
    .output(registered),

  forgotPassword: command({
    action: 'people.forgotPassword',
    access: 'public',
    path: '/auth/forgot-password',
    summary: 'Notes for the administrators that someone needs a reset code; always the same answer',
    undoable: false,
    successStatus: 202,
  })
    .input(z.strictObject({ username: usernameGiven }))
    .output(done),

  resetPassword: command({
    action: 'people.resetPassword',
    access: 'public',
    path: '/auth/reset-password',
    summary: "Sets a new password with an administrator's one-time code; opens locks and ends all sessions",
    undoable: false,
    successStatus: 200,
    refuses: ['reset_code_refused', 'account_locked', ...passwordRefusals],
  })
    .input(
      z.strictObject({ username: usernameGiven, code: z.string().trim().min(1).max(60), newPassword: passwordGiven }),
    )
    .output(done),

  unlockPeople: query({
    action: 'people.unlockPeople',
    access: 'public',
    path: '/auth/unlock',
    summary: 'Lists who can unlock this station with a PIN or badge',
    refuses: ['station_only'],
  }).output(
    z.object({
      items: z.array(
        z.object({
          id: recordId,
          displayName: z.string(),
          roles: z.array(z.enum(roleNames)),
          methods: z.array(z.enum(['pin', 'badge'])),
        }),
      ),
    }),
  ),

  unlock: command({
    action: 'people.unlock',
    access: 'public',
    path: '/auth/unlock',
    summary: 'Signs in on this station with a PIN',
    undoable: false,
    successStatus: 200,
    refuses: [...signInRefusals, 'password_needed', 'station_only'],
  })
    .input(z.strictObject({ userId: recordId, pin: z.string().min(1).max(40) }))
    .output(signedIn),

  badge: command({
    action: 'people.badge',
    access: 'public',
    path: '/auth/badge',
    summary: 'Signs in on this station with a scanned badge',
    undoable: false,
    successStatus: 200,
    refuses: [...signInRefusals, 'password_needed', 'station_only'],
  })
    .input(z.strictObject({ code: z.string().trim().min(1).max(200) }))
    .output(signedIn),

  setPin: command({
    action: 'people.setPin',
    access: 'signed_in',
    path: '/auth/pin',
    method: 'PUT',
    summary: 'Sets the own PIN on this station; null takes it away',
    undoable: false,
    refuses: ['password_wrong', 'account_locked', 'pin_form', 'pin_too_simple', 'station_only'],
  })
    .input(z.strictObject({ password: passwordGiven, pin: z.string().min(1).max(40).nullable() }))
    .output(done),

  setBadge: command({
    action: 'people.setBadge',
    access: 'signed_in',
    path: '/auth/badge',
    method: 'PUT',
    summary: 'Sets the own badge on this station; null takes it away',
    undoable: false,
    refuses: ['password_wrong', 'account_locked', 'badge_taken', 'station_only'],
  })
    .input(z.strictObject({ password: passwordGiven, code: z.string().trim().min(8).max(200).nullable() }))
    .output(done),

  sessions: query({
    action: 'people.sessions',
    access: 'signed_in',
    path: '/auth/sessions',
    summary: 'Lists the own open sessions',
  }).output(z.object({ items: z.array(sessionView) })),

  endSession: command({
    action: 'people.endSession',
    access: 'signed_in',
    path: '/auth/sessions/{id}',
    method: 'DELETE',
    summary: 'Ends one of the own sessions',
    undoable: false,
  })
    .input(z.object({ id: recordId }))
    .output(z.object({ id: recordId })),
}
