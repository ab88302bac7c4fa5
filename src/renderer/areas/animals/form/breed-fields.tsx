import { type ReactElement, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  knownFraction,
  parseFraction,
  printFraction,
} from '../../../../core/areas/animals/species/breed-composition.ts'
import { breedsOfSpecies } from '../../../../core/areas/animals/species/breeds.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import type { FieldProps } from '../../../ui/form/field-frame.tsx'
import { FormGroup } from '../../../ui/form/form.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useAnimalWords } from '../animal-words.ts'
import styles from '../animals.module.css'
import type { AnimalFormHandle } from './animal-form-handle.ts'

/** What the animal is made of: breeds with their fractions. What is missing to one is unknown. */
export function BreedFields({ form }: { form: AnimalFormHandle }): ReactElement {
  const { t } = useTranslation('animals')
  const words = useAnimalWords()
  const { species, breeds } = form.values
  const parts = breeds ?? []
  const known = knownFraction(
    parts.flatMap((part) =>
      typeof part.fraction === 'number' && part.breed != null ? [{ breed: part.breed, fraction: part.fraction }] : [],
    ),
  )
  const put = (next: readonly unknown[]): void => form.set('breeds', next)
  return (
    <FormGroup title={t('form.breeds')} hint={parts.length === 0 ? t('form.breedsDerived') : ''}>
      <div className={styles.parts} style={{ gridColumn: '1 / -1' }}>
        {parts.map((_part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part has no identity but its place
          <div key={at} className={styles.part}>
            <SelectField
              {...form.field(`breeds.${at}.breed`)}
              label={t('fields.mainBreed')}
              labelHidden={at > 0}
              required
              options={(species == null ? [] : breedsOfSpecies(species)).map(({ code }) => ({
                value: code,
                label: words.breed(code),
              }))}
            />
            <div className={styles.narrow}>
              <FractionField {...form.field(`breeds.${at}.fraction`)} label={t('form.fraction')} labelHidden={at > 0} />
            </div>
            <IconButton
              icon="close"
              label={t('form.removeBreed')}
              className={styles.partButton}
              onClick={() => put(parts.filter((_, index) => index !== at))}
            />
          </div>
        ))}
        <div className={styles.row}>
          <Button
            small
            icon="plus"
            disabled={species == null}
            onClick={() => put([...parts, { fraction: Math.max(0, 1 - known) || undefined }])}
          >
            {t('form.addBreed')}
          </Button>
          {parts.length > 0 && known < 1 && (
            <span className={styles.dim}>{t('form.breedUnknown', { part: printFraction(1 - known) })}</span>
          )}
          {form.error('breeds') !== undefined && <span role="alert">{form.error('breeds')}</span>}
        </div>
      </div>
    </FormGroup>
  )
}

/** A fraction as herd books write it: 1/2, 5/8, 62.5 %. */
function FractionField({
  value,
  onChange,
  ...field
}: Omit<FieldProps<number>, 'value' | 'onChange'> & {
  value?: number | null | undefined
  onChange(value: number | null | undefined): void
}): ReactElement {
  const { t } = useTranslation('animals')
  const [text, setText] = useState(value == null ? '' : printFraction(value))
  useEffect(
    () =>
      setText((before) =>
        parseFraction(before) === (value ?? null) ? before : value == null ? before : printFraction(value),
      ),
    [value],
  )
  const isWrong = text.trim() !== '' && parseFraction(text) === null
  return (
    <TextField
      {...field}
      mono
      value={text}
      placeholder="1/2"
      error={isWrong ? t('form.fractionWrong') : field.error}
      onChange={(next) => {
        setText(next ?? '')
        onChange(parseFraction(next ?? '') ?? undefined)
      }}
    />
  )
}
