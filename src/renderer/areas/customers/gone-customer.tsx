import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../lib/api/use-command.ts'
import { RecordHistory } from '../../lib/history/record-history.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { useMay } from '../../lib/session/session.tsx'
import { Button, LinkButton } from '../../ui/button.tsx'
import { Screen } from '../../ui/frame/screen.tsx'
import { Note } from '../../ui/note.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import styles from './customers.module.css'

/** What stands in the place of a customer that was laid aside or merged: the way back, or the record it became. */
export function GoneCustomer({ id, mergedIntoId }: { id: string; mergedIntoId: unknown }): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const may = useMay()
  const restore = useCommand((api, customerId: string) => api.customers.restore({ id: customerId }))
  const merged = typeof mergedIntoId === 'string'
  const action = merged ? (
    <LinkButton href={`/customers/${mergedIntoId}`}>{t('archived.openMerged')}</LinkButton>
  ) : (
    may('customers.archive') && (
      <Button small icon="restore" busy={restore.busy} onClick={() => void restore.run(id)}>
        {t('archived.restore')}
      </Button>
    )
  )
  return (
    <Screen
      header={
        <PageHeader
          title={words.record('customer')}
          path={[
            { label: t('list.title'), href: '/customers' },
            { label: t('archived.title'), href: '/customers/archived' },
          ]}
        />
      }
    >
      <Note
        meaning={merged ? 'info' : 'warn'}
        title={merged ? t('archived.mergedTitle') : t('archived.goneTitle')}
        action={action}
      >
        {merged ? t('archived.mergedText') : t('archived.goneText')}
      </Note>
      <section className={styles.goneHistory}>
        <h2>{t('tabs.history')}</h2>
        <RecordHistory entity="customer" id={id} />
      </section>
    </Screen>
  )
}
