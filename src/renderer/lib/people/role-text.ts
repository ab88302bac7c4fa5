/** Roles in words. A person is always shown with what they are here. */
import { useTranslation } from 'react-i18next'
import { type RoleGrant, roleNames } from '../../../core/areas/people/roles.ts'

/** Gives the roles of a person in one short text, each once, the weightiest first. */
export function useRoleText(): (grants: readonly Pick<RoleGrant, 'role'>[]) => string {
  const { t, i18n } = useTranslation('people')
  return (grants) => {
    const held = roleNames.filter((role) => grants.some((grant) => grant.role === role))
    if (held.length === 0) return t('noRole')
    return held.map((role) => t(`roles.${role}`)).join(i18n.language === 'ar' ? '، ' : ', ')
  }
}
