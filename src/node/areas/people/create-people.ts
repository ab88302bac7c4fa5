/** Builds the people area: sign-in, administration, sites, and what the rest of the node asks about people. */
import type { Clock } from '../../../core/kernel/clock.ts'
import type { Ids } from '../../../core/kernel/ids.ts'
import type { ActorResolver } from '../../http/call-from-headers.ts'
import type { Binder } from '../../rpc/bind.ts'
import type { Commands } from '../../runtime/commands.ts'
import type { CountCache } from '../../store/count-cache.ts'
import type { Engine, ReadTx } from '../../store/engine.ts'
import { createAccessTokens } from './access-tokens.ts'
import { createActorResolver } from './actor-resolver.ts'
import { createOwnAccountService } from './own-account.service.ts'
import { createPasswordHasher, type PasswordHasher } from './password-hasher.ts'
import { createPeopleRouters } from './people.router.ts'
import { createPersonRecords } from './person-records.ts'
import { createQuickUnlockService, type QuickUnlockParts } from './quick-unlock.service.ts'
import { createRolesService } from './roles.service.ts'
import { createSecretBinder } from './secret-command.ts'
import { loadSecretKey } from './secret-key.ts'
import { createSignInService } from './sign-in.service.ts'
import { createAttemptSettler } from './sign-in-attempt.ts'
import { createSignInGuards } from './sign-in-guards.ts'
import { createSitesService } from './sites.service.ts'
import { createUserQueries, personNames } from './users.queries.ts'
import { countOtherAdministrators, createUsersService } from './users.service.ts'

export interface PeopleParts {
  readonly engine: Engine
  readonly commands: Commands
  readonly bind: Binder
  readonly clock: Clock
  readonly ids: Ids
  readonly counts: CountCache
  /** Device id of this node: issuer of its access tokens. */
  readonly device: string
  readonly dataFolder: string
  readonly isStation: boolean
  /** Days after a password sign-in during which PIN and badge open this node: a setting of it. */
  quickUnlockDays(tx: Pick<ReadTx, 'db' | 'tables'>): Promise<number>
}

/** Names of people for history, labels and signatures. */
export interface PeopleDirectory {
  /** Display name by id; ids of nobody are left out. */
  names(tx: ReadTx, ids: readonly string[]): Promise<Map<string, string>>
}

export function createPeople({
  engine,
  commands,
  bind,
  clock,
  ids,
  counts,
  device,
  dataFolder,
  isStation,
  quickUnlockDays,
}: PeopleParts) {
  const guards = createSignInGuards(clock)
  const hasher: PasswordHasher = createPasswordHasher()
  const records = createPersonRecords(guards)
  const tokens = createAccessTokens({ key: loadSecretKey(dataFolder, 'token.key'), issuer: device, clock, ids })
  const settle = createAttemptSettler(guards, clock)
  const badgeKey = loadSecretKey(dataFolder, 'badge.key')
  const parts: QuickUnlockParts = {
    clock,
    ids,
    guards,
    tokens,
    hasher,
    records,
    settle,
    isStation,
    badgeKey,
    quickUnlockDays,
  }
  const routers = createPeopleRouters(bind, createSecretBinder(bind, commands), {
    parts,
    signIn: createSignInService(parts),
    quickUnlock: createQuickUnlockService(parts),
    account: createOwnAccountService(parts),
    users: createUsersService({ clock, ids, guards, hasher, records }),
    roles: createRolesService({ countOtherAdministrators }),
    userQueries: createUserQueries({ counts, clock, records }),
    sites: createSitesService({ counts }),
  })
  const resolver: ActorResolver = createActorResolver({ engine, tokens, clock })
  const directory: PeopleDirectory = {
    names: async (tx, wanted) =>
      new Map((await personNames(tx, wanted)).map((person) => [person.id, person.displayName])),
  }
  return { routers, resolver, directory, hasher, ids }
}
