import type { ErrorDeclarations } from '../../kernel/errors.ts'

export const peopleErrors = {
  /** Wrong or unknown: name, password, PIN or badge. Never says which. */
  sign_in_refused: { status: 401 },
  /** The refresh token is spent, ended or unknown: sign in again. */
  session_ended: { status: 401 },
  account_locked: { status: 423 },
  /** Only after the right password, so it tells nothing to strangers. */
  account_inactive: { status: 403 },
  /** PIN and badge ran out on this node: sign in with the password once. */
  password_needed: { status: 403 },
  password_wrong: { status: 422 },
  password_same: { status: 422 },
  password_too_short: { status: 422 },
  password_too_long: { status: 422 },
  password_is_user_name: { status: 422 },
  password_too_simple: { status: 422 },
  password_too_common: { status: 422 },
  pin_form: { status: 422 },
  pin_too_simple: { status: 422 },
  badge_taken: { status: 409 },
  reset_code_refused: { status: 422 },
  setup_done: { status: 409 },
  station_only: { status: 404 },
  username_taken: { status: 409 },
  own_account: { status: 409 },
  last_administrator: { status: 409 },
  site_unknown: { status: 422 },
  site_code_taken: { status: 409 },
  last_site: { status: 409 },
} as const satisfies ErrorDeclarations
