import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '../../lib/api/services.tsx'
import { recordsQuery } from '../../lib/live/live-queries.ts'
import { useWedgeScan } from '../../lib/scan/use-wedge-scan.ts'
import { useMay } from '../../lib/session/session.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Rows } from '../../ui/inspector.tsx'
import { Mono } from '../../ui/mono.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import styles from './devices.module.css'

interface Scan {
  readonly number: number
  readonly text: string
  readonly at: string
}

const mostScans = 10

/** Shows what a scanner sends, sign by sign, and what it means here. Nothing is saved. */
export function ScanTest(): ReactElement {
  const { t } = useTranslation('devices')
  const announce = useAnnounce()
  const [scans, setScans] = useState<readonly Scan[]>([])
  useWedgeScan((text) => {
    announce(text)
    setScans((before) =>
      [{ number: (before[0]?.number ?? 0) + 1, text, at: new Date().toISOString() }, ...before].slice(0, mostScans),
    )
  })
  const [last, ...earlier] = scans
  return (
    <Card
      title={t('test.title')}
      {...(scans.length === 0
        ? {}
        : {
            actions: (
              <Button small kind="quiet" onClick={() => setScans([])}>
                {t('test.clear')}
              </Button>
            ),
          })}
    >
      <div className={styles.box}>
        <Icon name="scanner" size={28} className={styles.boxIcon} />
        {last === undefined ? (
          <div>
            <p className={styles.prompt}>{t('test.prompt')}</p>
            <p className={styles.dim}>{t('test.promptDetail')}</p>
          </div>
        ) : (
          <div className={styles.got}>
            <p className={styles.dim}>{t('test.got')}</p>
            <p className={styles.scan}>
              <Mono>{last.text}</Mono>
            </p>
            <p className={styles.dim}>{t('test.signs', { count: last.text.length })}</p>
            <Meaning key={last.number} code={last.text} />
          </div>
        )}
      </div>
      {last === undefined && <p className={styles.hint}>{t('test.empty')}</p>}
      {earlier.length > 0 && (
        <section className={styles.earlier}>
          <h3 className={styles.subhead}>{t('test.earlier')}</h3>
          <Rows>
            {earlier.map((scan) => (
              <li key={scan.number}>
                <span className={styles.grow}>
                  <Mono>{scan.text}</Mono>
                </span>
                <span className={styles.dim}>
                  <RelativeTime at={scan.at} />
                </span>
              </li>
            ))}
          </Rows>
        </section>
      )}
    </Card>
  )
}

const longestCode = 120

/** Which animal carries the code, for those who may read animals. */
function Meaning({ code }: { code: string }): ReactElement | null {
  const { t } = useTranslation('devices')
  const api = useApi()
  const may = useMay()
  const enabled = may('animals.read') && code.length <= longestCode
  const found = useQuery(
    recordsQuery({
      entity: 'animal',
      rest: ['resolve', code],
      also: ['animalIdentifier', 'animalInternalNumber'],
      enabled,
      read: (signal) => api.animals.resolve({ code }, { signal }),
    }),
  )
  if (!enabled || found.isError) return null
  if (found.isPending) return <p className={styles.dim}>{t('test.looking')}</p>
  const [match] = found.data.matches
  if (match === undefined) return <p className={styles.dim}>{t('test.unknown')}</p>
  return (
    <p>
      <span className={styles.dim}>{t('test.means')}</span>{' '}
      <a className={styles.link} href={`/animals/${match.animal.id}`}>
        <bdi>{match.animal.name ?? match.animal.code}</bdi>
      </a>{' '}
      <span className={styles.dim}>{t(`test.by.${match.by}`)}</span>
    </p>
  )
}
