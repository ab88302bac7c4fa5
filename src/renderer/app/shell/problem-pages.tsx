import type { ErrorComponentProps } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'

/** An address that leads nowhere. */
export function NotFoundPage(): ReactElement {
  const { t } = useTranslation('app')
  return (
    <EmptyState
      icon="search"
      title={t('notFound.title')}
      detail={t('notFound.detail')}
      action={<Button href="/">{t('notFound.home')}</Button>}
    />
  )
}

/** A screen that threw: its error is a bug of ours, the rest of the product still works. */
export function BrokenPage({ error, reset }: ErrorComponentProps): ReactElement {
  const { t } = useTranslation('app')
  return (
    <ErrorState
      title={t('broken.title')}
      detail={t('broken.detail')}
      code={error instanceof Error ? error.message.slice(0, 120) : String(error)}
      onRetry={reset}
    />
  )
}
