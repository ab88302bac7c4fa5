/** Administration of people and their roles. */
import { z } from 'zod'
import { listInput, listOutput } from '../../kernel/listing.ts'
import { command, expectedRev, query, recordId } from '../../kernel/procedure.ts'
import { newPerson, registered } from './auth.contract.ts'
import { grant, grantFields, languages, person, personFields, personName } from './people.model.ts'
import { roleNames } from './roles.ts'

const one = z.object({ id: recordId })
const roleSet = z.object({ items: z.array(grant) })

export const usersContract = {
  list: query({ action: 'users.list', access: 'people.read', path: '/users', summary: 'Lists people' })
    .input(
      listInput({
        active: z.boolean().optional(),
        role: z.enum(roleNames).optional(),
        siteId: recordId.optional().describe('people with a role at this site or at every site'),
        language: z.enum(languages).optional(),
      }),
    )
    .output(listOutput(person)),

  names: query({
    action: 'users.names',
    access: 'signed_in',
    path: '/users/names',
    summary: 'Names of people by id, for history and signatures',
  })
    .input(z.object({ ids: z.array(recordId).max(500) }))
    .output(z.object({ items: z.array(personName) })),

  stats: query({
    action: 'users.stats',
    access: 'people.stats',
    path: '/users/stats',
    summary: 'Counts people',
  }).output(
    z.object({
      total: z.number().int(),
      active: z.number().int(),
      inactive: z.number().int(),
      locked: z.number().int().describe('people whose password sign-in is locked on this node now'),
      signedInLast30Days: z.number().int(),
      neverSignedIn: z.number().int().describe('active people without a sign-in known to this node'),
      byRole: z.array(z.object({ role: z.enum(roleNames), people: z.number().int() })),
      bySite: z
        .array(z.object({ siteId: z.string().nullable(), people: z.number().int() }))
        .describe('null: with a role at every site'),
    }),
  ),

  get: query({
    action: 'users.get',
    access: 'signed_in',
    path: '/users/{id}',
    summary: 'Reads one person: oneself, or anyone with people.read',
  })
    .input(one)
    .output(person),

  create: command({
    action: 'users.create',
    access: 'people.write',
    path: '/users',
    summary: 'Adds a person',
    undoable: false,
    refuses: [
      'username_taken',
      'site_unknown',
      'password_too_short',
      'password_too_long',
      'password_is_user_name',
      'password_too_simple',
      'password_too_common',
    ],
  })
    .input(newPerson)
    .output(registered),

  update: command({
    action: 'users.update',
    access: 'people.write',
    path: '/users/{id}',
    method: 'PUT',
    summary: 'Changes the given fields of a person',
    refuses: ['site_unknown'],
  })
    .input(personFields.partial().extend({ id: recordId, rev: expectedRev }))
    .output(person),

  deactivate: command({
    action: 'users.deactivate',
    access: 'people.write',
    path: '/users/{id}',
    method: 'DELETE',
    summary: 'Closes an account at once and ends its sessions',
    undoable: false,
    refuses: ['own_account', 'last_administrator'],
  })
    .input(one.extend({ rev: expectedRev }))
    .output(person),

  activate: command({
    action: 'users.activate',
    access: 'people.write',
    path: '/users/{id}/activate',
    summary: 'Opens an account again and lifts its locks',
    undoable: false,
    successStatus: 200,
  })
    .input(one)
    .output(person),

  endSessions: command({
    action: 'users.endSessions',
    access: 'people.write',
    path: '/users/{id}/end-sessions',
    summary: 'Signs a person out everywhere',
    undoable: false,
    successStatus: 200,
  })
    .input(one)
    .output(z.object({ ended: z.number().int() })),

  issueResetCode: command({
    action: 'users.issueResetCode',
    access: 'people.reset',
    path: '/users/{id}/reset-code',
    summary:
      'Makes a one-time code with which the person sets a new password; shown once, valid 30 minutes on this node',
    undoable: false,
    refuses: ['own_account'],
  })
    .input(one)
    .output(z.object({ code: z.string(), expiresAt: z.string() })),

  roles: query({
    action: 'users.roles',
    access: 'signed_in',
    path: '/users/{id}/roles',
    summary: 'Reads the roles of a person: oneself, or anyone with people.read',
  })
    .input(one)
    .output(roleSet),

  setRoles: command({
    action: 'users.setRoles',
    access: 'people.roles',
    path: '/users/{id}/roles',
    summary: 'Replaces the roles of a person',
    undoable: false,
    successStatus: 200,
    refuses: ['last_administrator', 'site_unknown'],
  })
    .input(z.strictObject({ id: recordId, roles: z.array(grantFields).max(100) }))
    .output(roleSet),

  removeRole: command({
    action: 'users.removeRole',
    access: 'people.roles',
    path: '/users/{id}/roles/{roleId}',
    method: 'DELETE',
    summary: 'Takes one role away',
    undoable: false,
    refuses: ['last_administrator'],
  })
    .input(z.object({ id: recordId, roleId: recordId }))
    .output(roleSet),
}
