import { authContract } from '../../../core/areas/people/auth.contract.ts'
import { sitesContract } from '../../../core/areas/people/sites.contract.ts'
import { usersContract } from '../../../core/areas/people/users.contract.ts'
import type { Binder } from '../../rpc/bind.ts'
import { hasPeople, setUp } from './first-administrator.ts'
import type { OwnAccountService } from './own-account.service.ts'
import type { QuickUnlockParts, QuickUnlockService } from './quick-unlock.service.ts'
import type { RolesService } from './roles.service.ts'
import type { SecretBinder } from './secret-command.ts'
import type { SignInService } from './sign-in.service.ts'
import type { SitesService } from './sites.service.ts'
import type { UserQueries } from './users.queries.ts'
import type { UsersService } from './users.service.ts'

export interface PeopleServices {
  readonly parts: QuickUnlockParts
  readonly signIn: SignInService
  readonly quickUnlock: QuickUnlockService
  readonly account: OwnAccountService
  readonly users: UsersService
  readonly roles: RolesService
  readonly userQueries: UserQueries
  readonly sites: SitesService
}

export function createPeopleRouters(bind: Binder, bindSecret: SecretBinder, services: PeopleServices) {
  const { parts, signIn, quickUnlock, account, users, roles, userQueries, sites } = services
  const auth = {
    setupStatus: bind.query(authContract.setupStatus, async (reading) => ({
      needed: !(await hasPeople(reading)),
      node: parts.isStation ? ('station' as const) : ('hq' as const),
    })),
    setup: bindSecret(authContract.setup, (tools, input) => setUp(parts, tools, input)),
    login: bindSecret(authContract.login, signIn.login),
    refresh: bindSecret(authContract.refresh, signIn.refresh),
    logout: bind.command(authContract.logout, signIn.logout),
    logoutEverywhere: bind.command(authContract.logoutEverywhere, signIn.logoutEverywhere),
    profile: bind.query(authContract.profile, account.profile),
    updateProfile: bind.command(authContract.updateProfile, account.updateProfile),
    changePassword: bindSecret(authContract.changePassword, account.changePassword),
    register: bindSecret(authContract.register, users.create),
    forgotPassword: bindSecret(authContract.forgotPassword, account.forgotPassword),
    resetPassword: bindSecret(authContract.resetPassword, account.resetPassword),
    unlockPeople: bind.query(authContract.unlockPeople, quickUnlock.people),
    unlock: bindSecret(authContract.unlock, quickUnlock.unlock),
    badge: bindSecret(authContract.badge, quickUnlock.badge),
    setPin: bindSecret(authContract.setPin, account.setPin),
    setBadge: bindSecret(authContract.setBadge, account.setBadge),
    sessions: bind.query(authContract.sessions, account.sessions),
    endSession: bind.command(authContract.endSession, signIn.endSession),
  }
  return {
    auth,
    users: {
      list: bind.query(usersContract.list, userQueries.list),
      names: bind.query(usersContract.names, userQueries.names),
      stats: bind.query(usersContract.stats, userQueries.stats),
      get: bind.query(usersContract.get, userQueries.get),
      create: bindSecret(usersContract.create, users.create),
      update: bind.command(usersContract.update, users.update),
      deactivate: bind.command(usersContract.deactivate, users.deactivate),
      activate: bind.command(usersContract.activate, users.activate),
      endSessions: bind.command(usersContract.endSessions, users.endSessions),
      issueResetCode: bindSecret(usersContract.issueResetCode, users.issueResetCode),
      roles: bind.query(usersContract.roles, userQueries.roles),
      setRoles: bind.command(usersContract.setRoles, roles.setRoles),
      removeRole: bind.command(usersContract.removeRole, roles.removeRole),
    },
    sites: {
      list: bind.query(sitesContract.list, sites.list),
      get: bind.query(sitesContract.get, sites.get),
      create: bind.command(sitesContract.create, sites.create),
      update: bind.command(sitesContract.update, sites.update),
      deactivate: bind.command(sitesContract.deactivate, sites.deactivate),
      activate: bind.command(sitesContract.activate, sites.activate),
    },
  }
}
