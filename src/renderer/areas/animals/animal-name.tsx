/** An animal in one line: its sex by shape, its name, the number it is known by. */
import type { ReactElement } from 'react'
import type { AnimalShort } from '../../../core/areas/animals/animals.model.ts'
import type { Sex } from '../../../core/areas/animals/species/sex.ts'
import { CutText } from '../../ui/cut-text.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { IdChip } from '../../ui/id-chip.tsx'
import { useAnimalWords } from './animal-words.ts'
import styles from './animals.module.css'

// Square and circle are the signs of pedigree charts (Bennett et al., J Genet Couns 1995 4:267); a castrate stays male, a
// freemartin female by birth, and the spoken word tells them apart.
const sexShapes: Readonly<Record<Sex, IconName>> = {
  female: 'circle',
  male: 'square',
  unknown: 'diamond',
  freemartin: 'circle',
  castrate: 'square',
}

/** The shape of a sex, with its word for screen readers. */
export function SexMark({ sex, size = 12 }: { sex: Sex; size?: number }): ReactElement {
  const words = useAnimalWords()
  return <Icon name={sexShapes[sex]} size={size} className={styles.dim} label={words.value('sex', sex)} />
}

/** Name with shape and number; a link to the animal's page unless it may not be seen. */
export function AnimalName({
  animal,
  chip = true,
  strong = false,
}: {
  animal: AnimalShort
  chip?: boolean
  strong?: boolean
}): ReactElement {
  const words = useAnimalWords()
  const number = animal.hidden ? '' : words.number(animal)
  const title = words.title(animal)
  return (
    <span className={styles.name}>
      <SexMark sex={animal.sex} />
      {animal.hidden ? (
        <span className={styles.dim}>{title}</span>
      ) : (
        <a className={styles.nameLink} href={`/animals/${animal.id}`} title={title}>
          <CutText strong={strong}>{title}</CutText>
        </a>
      )}
      {chip && number !== '' && <IdChip id={number} />}
    </span>
  )
}
