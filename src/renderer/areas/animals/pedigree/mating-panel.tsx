/** Trying matings on paper: mates are picked, the expected inbreeding of their offspring is compared. */
import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnimalShort } from '../../../../core/areas/animals/animals.model.ts'
import { keptStatuses } from '../../../../core/areas/animals/animals.status.ts'
import { canBeDam, canBeSire, type Sex } from '../../../../core/areas/animals/species/sex.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useCommand } from '../../../lib/api/use-command.ts'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { recordsQuery } from '../../../lib/live/live-queries.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { Inspector, Section } from '../../../ui/inspector.tsx'
import { Note } from '../../../ui/note.tsx'
import { Status } from '../../../ui/status.tsx'
import { SexMark } from '../animal-name.tsx'
import { useAnimalWords } from '../animal-words.ts'
import { choiceLabel, lookUpAnimals, shortOf } from '../animals.queries.ts'
import { herdLimit, MatingResult } from './mating-result.tsx'
import styles from './pedigree.module.css'

/** Of all mates calculated the best are kept, so that list and result stand on one screen. */
const mostShown = 4
const mostCompared = 200

const siresSexes: readonly Sex[] = ['male', 'castrate']
const damSexes: readonly Sex[] = ['female']

/** Mates of one animal, their expected F, and the one looked at. */
export function MatingPanel({ animal, onClose }: { animal: AnimalShort; onClose: () => void }): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const words = useAnimalWords()
  const errors = useWords()
  const [mates, setMates] = useState<readonly AnimalShort[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  // An animal of unknown sex can be either; it is taken as the dam.
  const isDam = canBeDam(animal.sex)
  const canMate = isDam || canBeSire(animal.sex)
  const mateSexes = isDam ? siresSexes : damSexes
  const ids = mates.map(({ id }) => id)
  const compared = useQuery({
    ...recordsQuery({
      entity: 'animal',
      rest: ['matings', animal.id, ids],
      also: ['animalInbreeding'],
      enabled: ids.length > 0,
      read: (signal) => api.animals.compareMatings({ id: animal.id, mateIds: ids }, { signal }),
    }),
    placeholderData: (before) => before,
  })
  const expected = new Map(
    (compared.data?.items ?? []).map(({ mateId, expectedInbreeding }) => [mateId, expectedInbreeding]),
  )
  const sorted = [...mates].sort((one, other) => (expected.get(one.id) ?? 1) - (expected.get(other.id) ?? 1))
  const suggest = useCommand(async (client) => {
    const { items } = await client.animals.list({
      species: animal.species,
      sex: [...mateSexes],
      status: [...keptStatuses],
      ...(isDam ? { role: 'sire' as const } : {}),
      limit: mostCompared,
    })
    const candidates = items.filter(({ id }) => id !== animal.id)
    if (candidates.length === 0) return []
    const { items: matings } = await client.animals.compareMatings({
      id: animal.id,
      mateIds: candidates.map(({ id }) => id),
    })
    const f = new Map(matings.map(({ mateId, expectedInbreeding }) => [mateId, expectedInbreeding]))
    const best = candidates.sort((one, other) => (f.get(one.id) ?? 1) - (f.get(other.id) ?? 1)).slice(0, mostShown)
    return best.map(shortOf)
  })
  const looked = sorted.find(({ id }) => id === chosen) ?? null
  function add(found: readonly AnimalShort[]): void {
    setMates((before) => [...before, ...found.filter(({ id }) => !before.some((mate) => mate.id === id))])
    setChosen((before) => before ?? found[0]?.id ?? null)
  }
  return (
    <Inspector
      title={t('mating.title')}
      subtitle={
        <span className={styles.partner}>
          <SexMark sex={animal.sex} /> <bdi>{words.title(animal)}</bdi>
        </span>
      }
      onClose={onClose}
      footer={
        canMate && (
          <Button
            busy={suggest.busy}
            onClick={() => {
              void suggest.run(undefined).then((found) => {
                if (found === undefined) return
                setChosen(null)
                setMates([])
                add(found)
              })
            }}
          >
            {isDam ? t('mating.suggestSires') : t('mating.suggestDams')}
          </Button>
        )
      }
    >
      {!canMate && <Note meaning="info">{t('mating.notForSex')}</Note>}
      {canMate && (
        <SelectField
          // The picker starts over after each pick.
          key={mates.length}
          label={isDam ? t('mating.findSire') : t('mating.findDam')}
          value={null}
          loadOptions={async (text, signal) =>
            (
              await lookUpAnimals(api, text, { species: animal.species, sex: mateSexes, except: animal.id }, signal)
            ).map((mate) => ({ value: mate.id, label: choiceLabel(mate) }))
          }
          onChange={(id) => {
            if (id == null) return
            void api.animals.get({ id }).then(
              (record) => {
                add([shortOf(record)])
                setChosen(id)
              },
              () => undefined,
            )
          }}
        />
      )}
      {compared.isError && ids.length > 0 && <Note meaning="critical">{errors.error(compared.error)}</Note>}
      <div role="radiogroup" aria-label={t('mating.mates')} className={styles.mates}>
        {sorted.map((mate) => (
          <MateCard
            key={mate.id}
            mate={mate}
            expected={expected.get(mate.id) ?? null}
            isChosen={mate.id === chosen}
            onChoose={() => setChosen(mate.id)}
            onRemove={() => setMates((before) => before.filter(({ id }) => id !== mate.id))}
          />
        ))}
      </div>
      {looked !== null && (
        <Section title={t('mating.offspringOf', { mate: words.title(looked) })}>
          <MatingResult animal={animal} mate={looked} isDam={isDam} />
        </Section>
      )}
    </Inspector>
  )
}

interface MateCardProps {
  readonly mate: AnimalShort
  readonly expected: number | null
  readonly isChosen: boolean
  onChoose(): void
  onRemove(): void
}

function MateCard({ mate, expected, isChosen, onChoose, onRemove }: MateCardProps): ReactElement {
  const { t } = useTranslation('animals')
  const words = useAnimalWords()
  const isAbove = expected !== null && expected > herdLimit
  return (
    <div className={styles.mate} data-chosen={isChosen || undefined}>
      <label className={styles.mateLabel}>
        <input type="radio" name="mate" checked={isChosen} onChange={onChoose} />
        <span className={styles.mateText}>
          <span className={styles.partner}>
            <SexMark sex={mate.sex} /> <b>{words.title(mate)}</b>
          </span>
          <span className={styles.number}>{words.number(mate)}</span>
        </span>
        <span className={styles.mateValue}>
          <b>{expected === null ? '…' : words.percent(expected)}</b>
          {expected !== null && (
            <Status
              meaning={isAbove ? 'warn' : 'ok'}
              word={isAbove ? t('mating.above', { limit: words.percent(herdLimit) }) : t('mating.low')}
            />
          )}
        </span>
      </label>
      <IconButton small icon="close" label={t('mating.remove', { mate: words.title(mate) })} onClick={onRemove} />
    </div>
  )
}
