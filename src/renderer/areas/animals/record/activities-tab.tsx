import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import type { AnimalRecord } from '../../../../core/areas/animals/animals.model.ts'
import { activityKinds } from '../../../../core/areas/animals/animals.parts.model.ts'
import { calendarDate, optionalText } from '../../../../core/kernel/procedure.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useCommand } from '../../../lib/api/use-command.ts'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { todayHere } from '../../../lib/list/where-from-filter.ts'
import { recordQuery } from '../../../lib/live/live-queries.ts'
import { PersonName } from '../../../lib/people/person-names.tsx'
import { useMay } from '../../../lib/session/session.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextareaField, TextField } from '../../../ui/form/text-field.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { useAnimalWords, withWords } from '../animal-words.ts'
import styles from '../animals.module.css'
import { latestDate } from '../form/animal-form-schema.ts'
import { FormDialog } from '../form-dialog.tsx'

const pageSize = 50

/** What happened to the animal, newest first. */
export function ActivitiesTab({ animal }: { animal: AnimalRecord }): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const errors = useWords()
  const words = useAnimalWords()
  const may = useMay()
  const [limit, setLimit] = useState(pageSize)
  const [adding, setAdding] = useState(false)
  const remove = useCommand((client, input: { id: string; activityId: string }) => client.animals.removeActivity(input))
  const { id } = animal
  const activities = useQuery(
    recordQuery({
      entity: 'animal',
      id,
      rest: ['activities', limit],
      also: ['animalActivity'],
      read: (signal) => api.animals.activities({ id, limit }, { signal }),
    }),
  )
  const items = activities.data?.items ?? []
  const mayRecord = may('animals.record', animal.siteId)
  return (
    <div className={styles.stack}>
      <div className={styles.row}>
        <span className={styles.grow} />
        {mayRecord && (
          <Button kind="main" icon="plus" keys="A" onClick={() => setAdding(true)}>
            {t('activities.add')}
          </Button>
        )}
      </div>
      {activities.isError && (
        <ErrorState {...errors.errorState(activities.error)} onRetry={() => void activities.refetch()} />
      )}
      {activities.isPending && <Skeleton lines={6} />}
      {activities.isSuccess && items.length === 0 && (
        <EmptyState icon="note" title={t('activities.empty')} detail={t('activities.emptyDetail')} />
      )}
      <Timeline
        entries={items.map((row) => ({
          id: row.id,
          at: row.happenedAt,
          title: words.value('activityKind', row.kind),
          ...(row.description === null ? {} : { detail: <span className={styles.note}>{row.description}</span> }),
          who: row.performedBy ?? (row.createdBy === null ? undefined : <PersonName id={row.createdBy} />),
          ...(mayRecord
            ? {
                marks: (
                  <IconButton
                    small
                    icon="trash"
                    label={t('activities.remove')}
                    onClick={() => void remove.run({ id, activityId: row.id })}
                  />
                ),
              }
            : {}),
        }))}
      />
      {activities.data !== undefined && (activities.data.total ?? 0) > items.length && (
        <Button onClick={() => setLimit(limit + pageSize)}>{t('showMore')}</Button>
      )}
      {adding && <ActivityDialog animal={animal} onClose={() => setAdding(false)} />}
    </div>
  )
}

const activityForm = z.object({
  kind: z.enum(activityKinds),
  date: calendarDate,
  description: optionalText(4000),
  performedBy: optionalText(120),
})

function ActivityDialog({ animal, onClose }: { animal: AnimalRecord; onClose: () => void }): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const words = useAnimalWords()
  const failureOf = useSubmitFailure({ happenedAt: 'date' })
  const today = todayHere()
  const form = useZodForm({
    schema: activityForm,
    initial: { date: today },
    failureOf: (reason) => failureOf(withWords(reason, words)),
    onSubmit: async ({ date, ...values }) => {
      await api.animals.addActivity({
        id: animal.id,
        ...values,
        ...(date === today ? {} : { happenedAt: new Date(`${date}T12:00:00`).toISOString() }),
      })
      onClose()
    },
  })
  return (
    <FormDialog title={t('activities.add')} form={form} onClose={onClose}>
      <SelectField
        {...form.field('kind')}
        label={t('measurements.kind')}
        required
        autoFocus
        options={activityKinds.map((code) => ({ value: code, label: words.value('activityKind', code) }))}
      />
      <DateField {...form.field('date')} label={t('measurements.when')} required max={latestDate()} />
      <TextareaField {...form.field('description')} label={t('activities.description')} />
      <TextField
        {...form.field('performedBy')}
        label={t('activities.performedBy')}
        hint={t('activities.performedByHint')}
      />
    </FormDialog>
  )
}
