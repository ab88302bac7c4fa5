import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChainReport } from '../../../core/areas/quality/quality.model.ts'
import { useApi } from '../../lib/api/services.tsx'
import { useWords } from '../../lib/i18n/use-words.ts'
import { listKey } from '../../lib/live/query-keys.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { formatDateTime } from '../../ui/format-values.ts'
import { IdChip } from '../../ui/id-chip.tsx'
import { Rows } from '../../ui/inspector.tsx'
import { Note } from '../../ui/note.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Status } from '../../ui/status.tsx'
import { useLook } from '../../ui/theme/look.ts'
import styles from './audit.module.css'

/** Walks every chain of changes and says in plain words what it found. */
export function VerifyDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { t } = useTranslation('quality')
  const { lang } = useLook()
  const words = useWords()
  const api = useApi()
  // Each opening checks anew: an old answer proves nothing.
  const found = useQuery({
    queryKey: listKey('changeset', 'verify'),
    queryFn: ({ signal }) => api.quality.verify(undefined, { signal }),
    gcTime: 0,
    staleTime: 0,
  })
  const { data } = found
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('verify.title')}
      footer={
        <Button icon="refresh" busy={found.isFetching} onClick={() => void found.refetch()}>
          {t('verify.again')}
        </Button>
      }
    >
      {found.isFetching && data === undefined && <Progress label={t('verify.title')} />}
      {found.isError && <ErrorState {...words.errorState(found.error)} />}
      {data !== undefined && (
        <div className={styles.verified}>
          <Summary chains={data.chains} />
          <Rows>
            {data.chains.map((chain) => (
              <Chain key={chain.device} chain={chain} />
            ))}
          </Rows>
          <p className={styles.dim}>{t('verify.checkedAt', { at: formatDateTime(lang, data.checkedAt) })}</p>
        </div>
      )}
    </Dialog>
  )
}

function Summary({ chains }: { chains: readonly ChainReport[] }): ReactElement {
  const { t } = useTranslation('quality')
  if (chains.length === 0) return <Note meaning="none">{t('verify.none')}</Note>
  const intact = chains.every((chain) => chain.intact)
  return (
    <Note meaning={intact ? 'ok' : 'critical'} role="status">
      {intact ? t('verify.intact') : t('verify.broken')}
    </Note>
  )
}

function Chain({ chain }: { chain: ChainReport }): ReactElement {
  const { t } = useTranslation('quality')
  const { broken } = chain
  return (
    <li>
      <span>{t('verify.chain')}</span>
      <IdChip id={chain.device.slice(0, 8)} value={chain.device} />
      <span className={styles.dim}>{t('verify.entries', { count: chain.count })}</span>
      <span className={styles.grow} />
      {broken === null ? (
        <Status meaning="ok" word={t('verify.chainIntact')} />
      ) : (
        <span className={styles.brokenChain}>
          <Status meaning="critical" strong word={t('verify.chainBroken', { seq: broken.seq })} />
          <span>{t(`verify.why.${broken.why}`)}</span>
        </span>
      )}
    </li>
  )
}
