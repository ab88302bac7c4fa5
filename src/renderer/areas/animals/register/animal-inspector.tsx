import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnimalRecord } from '../../../../core/areas/animals/animals.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { RecordHistory } from '../../../lib/history/record-history.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { useGo } from '../../../lib/route/use-go.ts'
import { useMay } from '../../../lib/session/session.tsx'
import { Button } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { IdChip } from '../../../ui/id-chip.tsx'
import { Facts, Inspector, Rows, Section } from '../../../ui/inspector.tsx'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Status, StatusBadge, Tag } from '../../../ui/status.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { AnimalName, SexMark } from '../animal-name.tsx'
import { useAnimalSentence } from '../animal-sentence.ts'
import { statusMeanings, useAnimalWords } from '../animal-words.ts'
import styles from '../animals.module.css'
import { animalQuery } from '../animals.queries.ts'
import { MeasuredValue } from '../record/measured-value.tsx'
import { nameable } from './register-columns.tsx'

/** What a person needs of the animal whose row is active, beside the list. */
export function AnimalInspector({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const errors = useWords()
  const go = useGo()
  const may = useMay()
  const [tab, setTab] = useState('overview')
  const animal = useQuery(animalQuery(api, id))
  const words = useAnimalWords()
  const sentence = useAnimalSentence()
  const { data } = animal
  if (data === undefined) {
    return (
      <Inspector title="" onClose={onClose}>
        {animal.isError ? (
          <ErrorState {...errors.errorState(animal.error)} onRetry={() => void animal.refetch()} />
        ) : (
          <Skeleton lines={8} />
        )}
      </Inspector>
    )
  }
  return (
    <Inspector
      title={
        <>
          <SexMark sex={data.sex} size={14} />
          <bdi>{words.title(nameable(data))}</bdi>
        </>
      }
      subtitle={sentence(data)}
      marks={
        <>
          <StatusBadge meaning={statusMeanings[data.status]} word={words.value('status', data.status)} />
          {data.roles.map((role) => (
            <Tag key={role}>{words.role(role)}</Tag>
          ))}
          {data.isReference && <Tag>{t('reference')}</Tag>}
          <span className={styles.grow} />
          {data.waiting && <Status meaning="none" icon="clock" word={t('waiting')} />}
        </>
      }
      tabs={
        <Tabs
          label={t('inspector.details')}
          value={tab}
          onChange={setTab}
          tabs={[
            { id: 'overview', label: t('tabs.overview') },
            { id: 'history', label: t('tabs.history') },
          ]}
        />
      }
      onOpen={() => go(`/animals/${id}`)}
      onClose={onClose}
      footer={
        <>
          {may('animals.write', data.siteId) && (
            <Button keys="E" icon="edit" onClick={() => go(`/animals/${id}/edit`)}>
              {t('edit')}
            </Button>
          )}
          <Button icon="tree" keys="P" onClick={() => go(`/animals/${id}/pedigree`)}>
            {t('tabs.pedigree')}
          </Button>
        </>
      }
    >
      {tab === 'history' ? <RecordHistory entity="animal" id={id} /> : <InspectorOverview animal={data} />}
    </Inspector>
  )
}

function InspectorOverview({ animal }: { animal: AnimalRecord }): ReactElement {
  const { t } = useTranslation('animals')
  const words = useAnimalWords()
  const number = animal.internalNumber
  return (
    <>
      <Facts
        labelWidth={92}
        items={[
          ...(number === null ? [] : [{ label: t('columns.number'), value: <IdChip id={number} /> }]),
          ...animal.identifiers.map(({ scheme, value, printed }) => ({
            label: words.scheme(scheme),
            value: <IdChip id={printed} value={value} />,
          })),
          ...(animal.sire === null ? [] : [{ label: t('fields.sireId'), value: <AnimalName animal={animal.sire} /> }]),
          ...(animal.dam === null ? [] : [{ label: t('fields.damId'), value: <AnimalName animal={animal.dam} /> }]),
          ...(animal.gestationalDam === null
            ? []
            : [{ label: t('carriedBy'), value: <AnimalName animal={animal.gestationalDam} /> }]),
          {
            label: t('inbreeding'),
            value: animal.inbreedingStale ? (
              <span className={styles.dim}>{t('stale')}</span>
            ) : animal.inbreeding === null ? (
              <span className={styles.dim}>{t('unknown')}</span>
            ) : (
              words.percent(animal.inbreeding)
            ),
          },
          ...(animal.owner === null
            ? []
            : [
                {
                  label: t('columns.owner'),
                  value: (
                    <a className={styles.link} href={`/customers/${animal.owner.id}`}>
                      {animal.owner.name}
                    </a>
                  ),
                },
              ]),
          {
            label: t('offspring'),
            value: (
              <a className={styles.link} href={`/animals/${animal.id}?tab=family`}>
                {t('offspringCount', { count: animal.offspringCount })}
              </a>
            ),
          },
          { label: t('fields.code'), value: <IdChip id={animal.code} /> },
        ]}
      />
      {animal.latestMeasurements.length > 0 && (
        <Section title={t('latest')}>
          <Rows>
            {animal.latestMeasurements.map((row) => (
              <li key={row.id}>
                <span>{words.value('kind', row.kind)}</span>
                <b>
                  <MeasuredValue value={row.value} unit={row.unit} />
                </b>
                <span className={styles.grow} />
                <span className={styles.dim}>
                  <RelativeTime at={row.measuredAt} />
                </span>
              </li>
            ))}
          </Rows>
        </Section>
      )}
      {animal.notes !== null && (
        <Section title={t('fields.notes')}>
          <p className={styles.note}>{animal.notes}</p>
        </Section>
      )}
    </>
  )
}
