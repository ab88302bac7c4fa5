import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../../lib/api/services.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { recordsQuery } from '../../../lib/live/live-queries.ts'
import { PersonName } from '../../../lib/people/person-names.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { formatNumber } from '../../../ui/format-values.ts'
import { Screen } from '../../../ui/frame/screen.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { DateTimeText } from '../../../ui/relative-time.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useLook } from '../../../ui/theme/look.ts'
import { type ImportList, importApi } from './import-target.ts'
import styles from './import-wizard.module.css'
import { UndoImport } from './report-step.tsx'

const pageSize = 50

/** Every import of a list, newest first, each of which can be taken back. */
export function ImportsScreen({ list }: { list: ImportList }): ReactElement {
  const { t } = useTranslation('imports')
  const { lang } = useLook()
  const api = importApi(useApi(), list)
  const words = useWords()
  const [limit, setLimit] = useState(pageSize)
  const imports = useQuery(
    recordsQuery({ entity: 'importBatch', rest: [list, limit], read: (signal) => api.list({ limit }, { signal }) }),
  )
  const items = imports.data?.items ?? []
  return (
    <Screen
      header={
        <PageHeader
          title={t('batches.title')}
          path={[{ label: t(`list.${list}`), href: `/${list}` }]}
          actions={
            <Button kind="main" icon="upload" keys="N" href={`/${list}/import`}>
              {t('batches.new')}
            </Button>
          }
        />
      }
    >
      {imports.isError && <ErrorState {...words.errorState(imports.error)} onRetry={() => void imports.refetch()} />}
      {imports.isPending && <Skeleton lines={6} />}
      {imports.isSuccess && items.length === 0 && (
        <EmptyState icon="upload" title={t('batches.empty')} detail={t('batches.emptyDetail')} />
      )}
      {items.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{t('batches.when')}</th>
              <th>{t('batches.file')}</th>
              <th>{t('batches.by')}</th>
              <th className={styles.number}>{t('done.create')}</th>
              <th className={styles.number}>{t('done.update')}</th>
              <th className={styles.number}>{t('done.reject')}</th>
              <th>{t('undo.run')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((batch) => (
              <tr key={batch.id}>
                <td>
                  <DateTimeText at={batch.createdAt} />
                </td>
                <td>
                  <bdi>{batch.fileName}</bdi>
                </td>
                <td>
                  <PersonName id={batch.createdBy} />
                </td>
                <td className={styles.number}>{formatNumber(lang, batch.createdCount)}</td>
                <td className={styles.number}>{formatNumber(lang, batch.updatedCount)}</td>
                <td className={styles.number}>{formatNumber(lang, batch.rejectedCount)}</td>
                <td>
                  {batch.undoneAt === null ? (
                    <UndoImport list={list} batch={batch} small />
                  ) : (
                    <span className={styles.dim}>
                      {t('batches.undone')} <DateTimeText at={batch.undoneAt} />
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {(imports.data?.total ?? 0) > items.length && (
        <Button onClick={() => setLimit(Math.min(500, limit + pageSize))}>{t('showMore')}</Button>
      )}
    </Screen>
  )
}

/** `/animals/imports` */
export function AnimalsImportsScreen(): ReactElement {
  return <ImportsScreen list="animals" />
}

/** `/customers/imports` */
export function CustomersImportsScreen(): ReactElement {
  return <ImportsScreen list="customers" />
}
