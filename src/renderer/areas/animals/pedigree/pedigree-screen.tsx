import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PedigreeTree } from '../../../../core/areas/animals/animals.pedigree.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { InInspector } from '../../../lib/route/shell-slots.tsx'
import { useGo, useParam } from '../../../lib/route/use-go.ts'
import { useSearchState } from '../../../lib/route/use-search-state.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { Screen } from '../../../ui/frame/screen.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { IdChip } from '../../../ui/id-chip.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useAnimalWords } from '../animal-words.ts'
import { choiceLabel, lookUpAnimals, pedigreeQuery } from '../animals.queries.ts'
import { MatingPanel } from './mating-panel.tsx'
import styles from './pedigree.module.css'
import { PedigreeTreeView } from './pedigree-tree.tsx'

const depths = [3, 4, 5, 6] as const

/** `/animals/$id/pedigree` */
export function PedigreeScreen(): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const go = useGo()
  const errors = useWords()
  const words = useAnimalWords()
  const id = useParam('id')
  const [asked, setDepth] = useSearchState<number>('generations')
  const [mating, setMating] = useSearchState<'closed'>('mating')
  const generations = depths.find((depth) => depth === asked) ?? 4
  const pedigree = useQuery({
    ...pedigreeQuery(api, id, generations),
    placeholderData: (before: PedigreeTree | undefined) => (before?.animal.id === id ? before : undefined),
  })
  const { data } = pedigree
  const number = data === undefined ? '' : words.number(data.animal)
  return (
    <Screen
      width="flush"
      header={
        <PageHeader
          title={data === undefined ? t('tabs.pedigree') : words.title(data.animal)}
          path={[{ label: t('register.title'), href: '/animals' }]}
          marks={number === '' ? undefined : <IdChip id={number} />}
          actions={
            <>
              <DepthChoice value={generations} onChange={(depth) => setDepth(depth === 4 ? undefined : depth)} />
              <Button icon="open" onClick={() => go(`/animals/${id}`)}>
                {t('pedigree.openAnimal')}
              </Button>
              {mating === 'closed' && <Button onClick={() => setMating(undefined)}>{t('mating.title')}</Button>}
            </>
          }
        />
      }
      footer={<Legend />}
    >
      {pedigree.isError && data === undefined && (
        <ErrorState {...errors.errorState(pedigree.error)} onRetry={() => void pedigree.refetch()} />
      )}
      {pedigree.isPending && <Skeleton lines={14} />}
      {data !== undefined && <PedigreeTreeView key={id} pedigree={data} />}
      {data !== undefined && mating !== 'closed' && (
        <InInspector>
          <MatingPanel key={id} animal={data.animal} onClose={() => setMating('closed')} />
        </InInspector>
      )}
    </Screen>
  )
}

function DepthChoice({ value, onChange }: { value: number; onChange: (depth: number) => void }): ReactElement {
  const { t } = useTranslation('animals')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw its own frame in the header
    <div role="group" aria-label={t('pedigree.generations')} className={styles.depths}>
      {depths.map((depth) => (
        <button
          key={depth}
          type="button"
          aria-pressed={depth === value}
          aria-label={t('pedigree.generationsOf', { count: depth })}
          onClick={() => onChange(depth)}
        >
          {depth}
        </button>
      ))}
    </div>
  )
}

function Legend(): ReactElement {
  const { t } = useTranslation('animals')
  const words = useAnimalWords()
  return (
    <div className={styles.legend}>
      <span>
        <Icon name="square" size={13} /> {words.value('sex', 'male')}
      </span>
      <span>
        <Icon name="circle" size={13} /> {words.value('sex', 'female')}
      </span>
      <span>
        <Icon name="diamond" size={13} /> {words.value('sex', 'unknown')}
      </span>
      <span className={styles.grow} />
      <span>{t('pedigree.time')}</span>
    </div>
  )
}

/** `/animals/pedigree`: asks whose pedigree. */
export function PedigreeStartScreen(): ReactElement {
  const { t } = useTranslation('animals')
  const api = useApi()
  const go = useGo()
  const [chosen] = useState<string | undefined>(undefined)
  return (
    <Screen
      width="read"
      header={<PageHeader title={t('tabs.pedigree')} path={[{ label: t('register.title'), href: '/animals' }]} />}
    >
      <EmptyState
        icon="tree"
        title={t('pedigree.whose')}
        detail={
          <div className={styles.pick}>
            <SelectField
              label={t('animal')}
              autoFocus
              value={chosen}
              loadOptions={async (text, signal) =>
                (await lookUpAnimals(api, text, {}, signal)).map((animal) => ({
                  value: animal.id,
                  label: choiceLabel(animal),
                }))
              }
              onChange={(picked) => picked != null && go(`/animals/${picked}/pedigree`)}
            />
          </div>
        }
      />
    </Screen>
  )
}
