/** What `--create-admin` does: adds an administrator from the command line of the machine itself. */
import { normalPassword, refusePassword } from '../../../core/areas/people/password.rules.ts'
import { username as usernameShape } from '../../../core/areas/people/people.model.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import { requiredText } from '../../../core/kernel/procedure.ts'
import { DomainError, refuseIf } from '../../../core/kernel/refusal.ts'
import type { Commands } from '../../runtime/commands.ts'
import { insertAdministrator } from './first-administrator.ts'
import type { PasswordHasher } from './password-hasher.ts'
import { createSecretTools } from './secret-command.ts'

export interface CreateAdministratorParts {
  readonly commands: Commands
  readonly people: { readonly ids: Ids; readonly hasher: PasswordHasher }
}

/**
 * Adds a person who administers every site, whether or not others exist: who can run commands on the machine that holds
 * the data needs a way back in. Refuses `validation_failed`, what `refusePassword` refuses, and `username_taken`. The
 * audit trail shows it as done by the program.
 */
export async function createAdministrator(
  { commands, people: { ids, hasher } }: CreateAdministratorParts,
  given: { readonly username: string; readonly password: string; readonly displayName: string },
): Promise<{ id: string; username: string }> {
  const username = parsed('username', usernameShape.safeParse(given.username))
  const displayName = parsed('displayName', requiredText(120).safeParse(given.displayName))
  refuseIf(refusePassword(given.password, username))
  const verifier = await hasher.hash(normalPassword(given.password))
  const userId = ids.next()
  const tools = createSecretTools(
    commands,
    { actor: null, origin: { transport: 'internal', address: null } },
    { action: 'people.createAdministrator', access: 'public', undoable: false },
  )
  await tools.write((change) =>
    insertAdministrator(change, { username, displayName, language: 'en', userId, homeSiteId: null, verifier }),
  )
  return { id: userId, username }
}

function parsed<Value>(field: string, result: { success: true; data: Value } | { success: false }): Value {
  if (!result.success)
    throw new DomainError('validation_failed', { issues: [{ path: field, code: 'invalid' }] }, { field })
  return result.data
}
