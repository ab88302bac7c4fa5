import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../lib/session/session.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

/** Shows a screen to those who may open it. The node refuses the data anyway; this only says so in words. */
export function PermissionGate({
  permission,
  children,
}: {
  permission: string | undefined
  children: ReactNode
}): ReactElement {
  const { t } = useTranslation('app')
  const may = useMay()
  if (permission !== undefined && !may(permission))
    return <EmptyState icon="lock" title={t('notAllowed.title')} detail={t('notAllowed.detail')} />
  return <>{children}</>
}
