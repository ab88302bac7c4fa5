import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnimalRecord } from '../../../../core/areas/animals/animals.model.ts'
import { printFraction, unknownFraction } from '../../../../core/areas/animals/species/breed-composition.ts'
import { useSite } from '../../../lib/session/site-choice.tsx'
import { useSiteName } from '../../../lib/session/use-site-name.ts'
import { Facts, Rows, Section } from '../../../ui/inspector.tsx'
import { Mono } from '../../../ui/mono.tsx'
import { Note } from '../../../ui/note.tsx'
import { DateText, RelativeTime } from '../../../ui/relative-time.tsx'
import { Status } from '../../../ui/status.tsx'
import { AnimalName } from '../animal-name.tsx'
import { statusMeanings, useAnimalWords } from '../animal-words.ts'
import styles from '../animals.module.css'
import { IdentifiersSection } from './identifiers-section.tsx'
import { MeasuredValue } from './measured-value.tsx'
import { NumbersSection } from './numbers-section.tsx'
import { RolesSection } from './roles-section.tsx'

type Item = { label: string; value: ReactNode }

/** What the animal is, what it carries, whose it is and where. */
export function OverviewTab({ animal }: { animal: AnimalRecord }): ReactElement {
  const { t } = useTranslation('animals')
  const words = useAnimalWords()
  return (
    <>
      {animal.inbreedingStale && <Note meaning="info">{t('record.inbreedingStale')}</Note>}
      {animal.mergedFrom.length > 0 && (
        <Note meaning="info">
          {t('record.mergedFrom')}{' '}
          {animal.mergedFrom.map(({ code }) => (
            <Mono key={code}>{code} </Mono>
          ))}
        </Note>
      )}
      <div className={styles.columns}>
        <div>
          <IdentifiersSection animal={animal} />
          <RolesSection animal={animal} />
          <NumbersSection animal={animal} />
          {animal.latestMeasurements.length > 0 && (
            <Section
              title={t('latest')}
              action={
                <a className={styles.link} href={`/animals/${animal.id}?tab=measurements`}>
                  {t('all')}
                </a>
              }
            >
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
        </div>
        <div>
          <AnimalFacts animal={animal} />
          <ParentFacts animal={animal} />
          {animal.notes !== null && (
            <Section title={t('fields.notes')}>
              <p className={styles.note}>{animal.notes}</p>
            </Section>
          )}
        </div>
      </div>
    </>
  )
}

function AnimalFacts({ animal }: { animal: AnimalRecord }): ReactElement {
  const { t } = useTranslation('animals')
  const words = useAnimalWords()
  const { sites } = useSite()
  const siteName = useSiteName()
  const text = (label: string, value: string | null | undefined): Item[] =>
    value == null || value === '' ? [] : [{ label, value }]
  const unknownPart = unknownFraction(animal.breeds)
  const breeds = [
    ...animal.breeds.map(({ breed, fraction }) =>
      fraction === 1 ? words.breed(breed) : `${words.breed(breed)} \u2066${printFraction(fraction)}\u2069`,
    ),
    ...(animal.breeds.length > 0 && unknownPart > 0
      ? [t('form.breedUnknown', { part: printFraction(unknownPart) })]
      : []),
  ].join(t('separator'))
  const reason = [words.value('statusReason', animal.statusReason), animal.statusNote]
    .filter((part) => part != null && part !== '')
    .join(t('separator'))
  const items: Item[] = [
    { label: t('fields.code'), value: <Mono>{animal.code}</Mono> },
    { label: t('fields.species'), value: words.value('species', animal.species) },
    { label: t('fields.sex'), value: words.value('sex', animal.sex) },
    ...text(
      t('fields.birthDate'),
      animal.birthDate === null ? null : `${words.born(animal)} (${words.age(animal.ageMonths)})`,
    ),
    ...(animal.castratedOn === null
      ? []
      : [{ label: t('fields.castratedOn'), value: <DateText date={animal.castratedOn} /> }]),
    ...text(t('fields.breeds'), breeds),
    ...text(t('fields.colour'), animal.colour),
    ...text(t('fields.purpose'), words.value('purpose', animal.purpose)),
    {
      label: t('fields.status'),
      value: (
        <>
          <Status meaning={statusMeanings[animal.status]} word={words.value('status', animal.status)} />
          {animal.statusDate !== null && (
            <span className={styles.dim}>
              {t('status.since')} <DateText date={animal.statusDate} />
            </span>
          )}
          {reason !== '' && <span className={styles.dim}>{reason}</span>}
        </>
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
    ...text(t('fields.siteId'), sites.filter(({ id }) => id === animal.siteId).map(siteName)[0]),
    ...text(t('fields.location'), animal.location),
    {
      label: t('inbreeding'),
      value:
        animal.inbreeding === null ? (
          t('unknown')
        ) : (
          <span className={styles.figure}>{words.percent(animal.inbreeding)}</span>
        ),
    },
  ]
  return (
    <Section title={t('record.facts')}>
      <Facts labelWidth={112} items={items} />
    </Section>
  )
}

function ParentFacts({ animal }: { animal: AnimalRecord }): ReactElement {
  const { t } = useTranslation('animals')
  const words = useAnimalWords()
  const unknown = <span className={styles.dim}>{t('unknown')}</span>
  return (
    <Section
      title={t('form.parents')}
      action={
        <a className={styles.link} href={`/animals/${animal.id}/pedigree`}>
          {t('tabs.pedigree')}
        </a>
      }
    >
      <Facts
        labelWidth={112}
        items={[
          { label: t('fields.sireId'), value: animal.sire === null ? unknown : <AnimalName animal={animal.sire} /> },
          { label: t('fields.damId'), value: animal.dam === null ? unknown : <AnimalName animal={animal.dam} /> },
          ...(animal.gestationalDam === null
            ? []
            : [{ label: t('fields.gestationalDamId'), value: <AnimalName animal={animal.gestationalDam} /> }]),
          ...(animal.nuclearDonor === null
            ? []
            : [{ label: t('fields.nuclearDonorId'), value: <AnimalName animal={animal.nuclearDonor} /> }]),
          { label: t('fields.parentageState'), value: words.value('parentageState', animal.parentageState) },
          {
            label: t('offspring'),
            value: (
              <a className={styles.link} href={`/animals/${animal.id}?tab=family`}>
                {t('offspringCount', { count: animal.offspringCount })}
              </a>
            ),
          },
        ]}
      />
    </Section>
  )
}
