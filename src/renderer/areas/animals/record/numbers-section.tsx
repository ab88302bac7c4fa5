import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { AnimalRecord } from '../../../../core/areas/animals/animals.model.ts'
import { internalNumberFields } from '../../../../core/areas/animals/animals.parts.model.ts'
import { calendarDate, optionalText } from '../../../../core/kernel/procedure.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { todayHere } from '../../../lib/list/where-from-filter.ts'
import { recordQuery } from '../../../lib/live/live-queries.ts'
import { useMay } from '../../../lib/session/session.tsx'
import { LinkButton } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'
import { IdChip } from '../../../ui/id-chip.tsx'
import { Rows, Section } from '../../../ui/inspector.tsx'
import { DateText } from '../../../ui/relative-time.tsx'
import { useAnimalWords, withWords } from '../animal-words.ts'
import styles from '../animals.module.css'
import { latestDate } from '../form/animal-form-schema.ts'
import { FormDialog } from '../form-dialog.tsx'

/** Working numbers: the one in use and those before. */
export function NumbersSection({ animal }: { animal: AnimalRecord }): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const may = useMay()
  const [asking, setAsking] = useState<'assign' | 'end' | null>(null)
  const numbers = useQuery(
    recordQuery({
      entity: 'animal',
      id: animal.id,
      rest: ['numbers'],
      also: ['animalInternalNumber'],
      read: (signal) => api.animals.internalNumbers({ id: animal.id }, { signal }),
    }),
  )
  const items = numbers.data?.items ?? []
  const mayWrite = may('animals.write', animal.siteId)
  return (
    <Section
      title={t('numbers.title')}
      action={mayWrite && <LinkButton onClick={() => setAsking('assign')}>{t('numbers.assign')}</LinkButton>}
    >
      {items.length === 0 && <p className={styles.dim}>{t('numbers.none')}</p>}
      <Rows>
        {items.map((row) => (
          <li key={row.id}>
            <IdChip id={row.number} />
            <span className={styles.dim}>
              <DateText date={row.startDate} />
              {' – '}
              {row.endDate === null ? t('roles.open') : <DateText date={row.endDate} />}
            </span>
            {row.reason !== null && <span className={styles.dim}>{row.reason}</span>}
            <span className={styles.grow} />
            {mayWrite && row.endDate === null && (
              <LinkButton onClick={() => setAsking('end')}>{t('numbers.end')}</LinkButton>
            )}
          </li>
        ))}
      </Rows>
      {asking === 'assign' && <AssignDialog animal={animal} onClose={() => setAsking(null)} />}
      {asking === 'end' && <EndDialog animal={animal} onClose={() => setAsking(null)} />}
    </Section>
  )
}

function AssignDialog({ animal, onClose }: { animal: AnimalRecord; onClose: () => void }): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const words = useAnimalWords()
  const failureOf = useSubmitFailure()
  const form = useZodForm({
    schema: internalNumberFields,
    initial: { startDate: todayHere() },
    failureOf: (reason) => failureOf(withWords(reason, words)),
    onSubmit: async (values) => {
      await api.animals.assignInternalNumber({ id: animal.id, ...values })
      onClose()
    },
  })
  return (
    <FormDialog title={t('numbers.assign')} form={form} onClose={onClose}>
      {animal.internalNumber !== null && (
        <p className={styles.dim}>{t('numbers.replaces', { number: animal.internalNumber })}</p>
      )}
      <TextField {...form.field('number')} label={t('columns.number')} mono required autoFocus />
      <DateField {...form.field('startDate')} label={t('roles.start')} max={latestDate()} />
      <TextField {...form.field('reason')} label={t('numbers.reason')} />
    </FormDialog>
  )
}

const numberEnd = z.object({ endDate: calendarDate, reason: optionalText(200) })

function EndDialog({ animal, onClose }: { animal: AnimalRecord; onClose: () => void }): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const words = useAnimalWords()
  const failureOf = useSubmitFailure()
  const form = useZodForm({
    schema: numberEnd,
    initial: { endDate: todayHere() },
    failureOf: (reason) => failureOf(withWords(reason, words)),
    onSubmit: async (values) => {
      await api.animals.endInternalNumber({ id: animal.id, ...values })
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('numbers.endTitle', { number: animal.internalNumber ?? '' })}
      form={form}
      submitLabel={t('numbers.end')}
      onClose={onClose}
    >
      <DateField {...form.field('endDate')} label={t('roles.endDate')} required autoFocus max={latestDate()} />
      <TextField {...form.field('reason')} label={t('numbers.reason')} />
    </FormDialog>
  )
}
