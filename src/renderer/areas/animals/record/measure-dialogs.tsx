import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import {
  doubtMeasurement,
  type MeasurementKind,
  measurementKinds,
  measurementUnits,
  refuseMeasurement,
} from '../../../../core/areas/animals/animals.measurements.ts'
import type { AnimalMeasurement, AnimalRecord } from '../../../../core/areas/animals/animals.model.ts'
import { bodyLimits } from '../../../../core/areas/animals/species/body-limits.ts'
import { calendarDate, optionalText } from '../../../../core/kernel/procedure.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useSubmitFailure } from '../../../lib/api/use-submit-failure.ts'
import { todayHere } from '../../../lib/list/where-from-filter.ts'
import { CheckboxField } from '../../../ui/form/choice-fields.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { NumberField } from '../../../ui/form/number-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useZodForm } from '../../../ui/form/use-zod-form.ts'
import { useToast } from '../../../ui/toast.tsx'
import { useAnimalWords, withWords } from '../animal-words.ts'
import { latestDate, ruleIssue } from '../form/animal-form-schema.ts'
import { FormDialog } from '../form-dialog.tsx'

/** Units as they stand inside fields. Scores have none. */
function unitOf(kind: MeasurementKind): string | undefined {
  const unit = measurementUnits[kind]
  return unit === 'points' ? undefined : unit === 'degC' ? '°C' : unit
}

/** The form of one round at the animal: a field per kind that its sex can have, any of them filled. */
function roundSchema(animal: AnimalRecord) {
  const values = z.object(
    Object.fromEntries(measurementKinds.map((kind) => [kind, z.number().optional()])) as Record<
      MeasurementKind,
      z.ZodOptional<z.ZodNumber>
    >,
  )
  return z
    .object({ values, date: calendarDate, method: optionalText(80), note: optionalText(500) })
    .superRefine((round, context) => {
      const filled = measurementKinds.filter((kind) => round.values[kind] !== undefined)
      if (filled.length === 0)
        context.addIssue({
          code: 'custom',
          path: ['values', 'weight'],
          params: { code: 'measurement_missing', data: {} },
        })
      for (const kind of filled) {
        const found = refuseMeasurement(animal, kind, round.values[kind] as number)
        if (found !== null)
          context.addIssue({ code: 'custom', path: ['values', kind], params: { code: found.code, data: found.data } })
      }
    })
}

/** Records what was measured in one round at the animal. */
export function MeasureDialog({ animal, onClose }: { animal: AnimalRecord; onClose: () => void }): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const toast = useToast()
  const words = useAnimalWords()
  const failureOf = useSubmitFailure()
  const today = todayHere()
  const form = useZodForm({
    schema: roundSchema(animal),
    initial: { values: {}, date: today },
    issueText: (issue) => {
      const found = ruleIssue(issue)
      if (found === null) return undefined
      return found.code === 'measurement_missing' ? t('measurements.missing') : words.sentence(found)
    },
    failureOf: (reason) => failureOf(withWords(reason, words)),
    onSubmit: async ({ values, date, method, note }) => {
      // A measurement of today is of now; of an earlier day its noon stands for the hour nobody wrote down.
      const measuredAt = date === today ? undefined : new Date(`${date}T12:00:00`).toISOString()
      const measurements = measurementKinds.flatMap((kind) => {
        const value = values[kind]
        return value === undefined
          ? []
          : [{ kind, value, method, note, ...(measuredAt === undefined ? {} : { measuredAt }) }]
      })
      const { warnings } = await api.animals.measure({ id: animal.id, measurements })
      for (const found of warnings) toast({ text: words.sentence(found), meaning: 'warn' })
      onClose()
    },
  })
  const scale = bodyLimits[animal.species].conditionScore
  const fitting = measurementKinds.filter(
    (kind) => refuseMeasurement(animal, kind, 1)?.code !== 'measurement_not_for_sex',
  )
  return (
    <FormDialog title={t('measurements.record')} form={form} size="m" columns={2} onClose={onClose}>
      {fitting.map((kind, at) => {
        const field = form.field(`values.${kind}` as 'values.weight')
        const unit = unitOf(kind)
        const doubt = typeof field.value === 'number' ? doubtMeasurement(animal, kind, field.value) : null
        return (
          <NumberField
            key={kind}
            {...field}
            label={words.value('kind', kind)}
            autoFocus={at === 0}
            decimals={2}
            {...(unit === undefined ? {} : { unit })}
            {...(kind === 'condition_score'
              ? {
                  min: scale.min,
                  max: scale.max,
                  step: scale.step,
                  hint: t('measurements.scale', { min: scale.min, max: scale.max, step: scale.step }),
                }
              : {})}
            {...(doubt === null ? {} : { hint: words.sentence(doubt) })}
          />
        )
      })}
      <DateField {...form.field('date')} label={t('measurements.when')} required max={latestDate()} />
      <TextField {...form.field('method')} label={t('measurements.method')} hint={t('measurements.methodHint')} />
      <TextField {...form.field('note')} label={t('note')} wide />
    </FormDialog>
  )
}

const correction = z
  .object({ value: z.number().optional(), takeBack: z.boolean(), note: optionalText(500) })
  .refine(({ value, takeBack }) => takeBack || value !== undefined, { path: ['value'] })

interface CorrectDialogProps {
  readonly animal: AnimalRecord
  readonly row: AnimalMeasurement
  onClose(): void
}

/** Puts a right value in the place of a wrong one, or takes it back. The wrong one stays in the history. */
export function CorrectDialog({ animal, row, onClose }: CorrectDialogProps): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const words = useAnimalWords()
  const failureOf = useSubmitFailure()
  const form = useZodForm({
    schema: correction,
    initial: { ...(row.value === null ? {} : { value: row.value }), takeBack: false },
    issueText: (issue) => (issue.code === 'custom' ? t('measurements.missing') : undefined),
    failureOf: (reason) => failureOf(withWords(reason, words)),
    onSubmit: async ({ value, takeBack, note }) => {
      await api.animals.correctMeasurement({
        id: animal.id,
        measurementId: row.id,
        value: takeBack ? null : (value ?? null),
        note,
      })
      onClose()
    },
  })
  const unit = unitOf(row.kind)
  return (
    <FormDialog
      title={t('measurements.correctTitle', { kind: words.value('kind', row.kind) })}
      form={form}
      submitLabel={t('measurements.correct')}
      onClose={onClose}
    >
      <NumberField
        {...form.field('value')}
        label={t('measurements.rightValue')}
        autoFocus
        decimals={2}
        disabled={form.values.takeBack === true}
        {...(unit === undefined ? {} : { unit })}
      />
      <CheckboxField
        {...form.field('takeBack')}
        label={t('measurements.takeBack')}
        hint={t('measurements.takeBackHint')}
      />
      <TextField {...form.field('note')} label={t('measurements.why')} />
    </FormDialog>
  )
}
