import { useQuery } from '@tanstack/react-query'
import { type ReactElement, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AnimalRecord } from '../../../../core/areas/animals/animals.model.ts'
import { useApi } from '../../../lib/api/services.tsx'
import { useCommand } from '../../../lib/api/use-command.ts'
import { RecordHistory } from '../../../lib/history/record-history.tsx'
import { useWords } from '../../../lib/i18n/use-words.ts'
import { useGo, useParam } from '../../../lib/route/use-go.ts'
import { useSearchState } from '../../../lib/route/use-search-state.ts'
import { useMay } from '../../../lib/session/session.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Screen } from '../../../ui/frame/screen.tsx'
import { IdChip } from '../../../ui/id-chip.tsx'
import { Menu, type MenuEntry } from '../../../ui/menu.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Status, StatusBadge, Tag } from '../../../ui/status.tsx'
import { TabPanel, Tabs } from '../../../ui/tabs.tsx'
import { SexMark } from '../animal-name.tsx'
import { useAnimalSentence } from '../animal-sentence.ts'
import { statusMeanings, useAnimalWords } from '../animal-words.ts'
import styles from '../animals.module.css'
import { animalQuery } from '../animals.queries.ts'
import { nameable } from '../register/register-columns.tsx'
import { ActivitiesTab } from './activities-tab.tsx'
import { DocumentsTab } from './documents-tab.tsx'
import { FamilyTab } from './family-tab.tsx'
import { MeasurementsTab } from './measurements-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { StatusDialog } from './status-dialog.tsx'

const tabIds = ['overview', 'measurements', 'activities', 'family', 'documents', 'history'] as const

/** `/animals/$id`: everything about one animal. */
export function AnimalScreen(): ReactElement {
  const api = useApi()
  const errors = useWords()
  const animal = useQuery(animalQuery(api, useParam('id')))
  if (animal.data !== undefined) return <AnimalPage animal={animal.data} />
  return (
    <Screen>
      {animal.isError ? (
        <ErrorState {...errors.errorState(animal.error)} onRetry={() => void animal.refetch()} />
      ) : (
        <Skeleton lines={12} />
      )}
    </Screen>
  )
}

function AnimalPage({ animal }: { animal: AnimalRecord }): ReactElement {
  const { t } = useTranslation('animals')
  const base = useId()
  const words = useAnimalWords()
  const sentence = useAnimalSentence()
  const [asked, setTab] = useSearchState<string>('tab')
  const tab = tabIds.find((id) => id === asked) ?? 'overview'
  const { id } = animal
  return (
    <Screen
      header={
        <>
          <PageHeader
            title={words.title(nameable(animal))}
            path={[{ label: t('register.title'), href: '/animals' }]}
            marks={
              <>
                <SexMark sex={animal.sex} size={14} />
                <IdChip id={animal.internalNumber ?? animal.code} />
                <StatusBadge meaning={statusMeanings[animal.status]} word={words.value('status', animal.status)} />
                {animal.roles.map((role) => (
                  <Tag key={role}>{words.role(role)}</Tag>
                ))}
                {animal.isReference && <Tag>{t('reference')}</Tag>}
                {animal.waiting && <Status meaning="none" icon="clock" word={t('waiting')} />}
              </>
            }
            actions={<AnimalActions animal={animal} isMain={tab === 'overview'} />}
          />
          <p className={styles.dim} style={{ paddingInline: 16, marginBlockEnd: 6 }}>
            {sentence(animal)}
          </p>
        </>
      }
      tabs={
        <Tabs
          label={t('record.parts')}
          base={base}
          value={tab}
          onChange={(next) => setTab(next === 'overview' ? undefined : next)}
          tabs={tabIds.map((tabId) => ({ id: tabId, label: t(`tabs.${tabId}`) }))}
        />
      }
    >
      <TabPanel base={base} id="overview" value={tab}>
        <OverviewTab animal={animal} />
      </TabPanel>
      <TabPanel base={base} id="measurements" value={tab}>
        <MeasurementsTab animal={animal} />
      </TabPanel>
      <TabPanel base={base} id="activities" value={tab}>
        <ActivitiesTab animal={animal} />
      </TabPanel>
      <TabPanel base={base} id="family" value={tab}>
        <FamilyTab animal={animal} />
      </TabPanel>
      <TabPanel base={base} id="documents" value={tab}>
        <DocumentsTab animal={animal} />
      </TabPanel>
      <TabPanel base={base} id="history" value={tab}>
        <RecordHistory entity="animal" id={id} />
      </TabPanel>
    </Screen>
  )
}

/** `isMain`: no other filled button is on the page. */
function AnimalActions({ animal, isMain }: { animal: AnimalRecord; isMain: boolean }): ReactElement {
  const { t } = useTranslation('animals')
  const go = useGo()
  const may = useMay()
  const [changingStatus, setChangingStatus] = useState(false)
  const archive = useCommand((api, input: { id: string; rev: number }) => api.animals.archive(input))
  const { id, siteId, rev } = animal
  const mayWrite = may('animals.write', siteId)
  const more: MenuEntry[] = [
    {
      id: 'duplicates',
      label: t('record.duplicates'),
      icon: 'merge',
      onSelect: () => go(`/animals/duplicates?of=${id}`),
    },
    ...(may('animals.archive', siteId)
      ? [
          'divider' as const,
          {
            id: 'archive',
            label: t('archive'),
            icon: 'archive' as const,
            onSelect: () => void archive.run({ id, rev }).then((answer) => answer !== undefined && go('/animals')),
          },
        ]
      : []),
  ]
  return (
    <>
      <Button icon="tree" keys="P" onClick={() => go(`/animals/${id}/pedigree`)}>
        {t('tabs.pedigree')}
      </Button>
      {mayWrite && <Button onClick={() => setChangingStatus(true)}>{t('status.change')}</Button>}
      {mayWrite && (
        <Button kind={isMain ? 'main' : 'normal'} icon="edit" keys="E" onClick={() => go(`/animals/${id}/edit`)}>
          {t('edit')}
        </Button>
      )}
      <Menu trigger={<IconButton icon="more" label={t('more')} />} items={more} />
      {changingStatus && <StatusDialog animal={animal} onClose={() => setChangingStatus(false)} />}
    </>
  )
}
