import { type ReactElement, useState } from 'react'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { IdChip } from '../ui/id-chip.tsx'
import { Facts, Inspector, Rows, Section } from '../ui/inspector.tsx'
import { PathText } from '../ui/path-text.tsx'
import { Status, StatusBadge, Tag, WaitingMark } from '../ui/status.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Timeline } from '../ui/timeline.tsx'
import type { DemoAnimal } from './demo-animals.ts'
import styles from './gallery.module.css'
import { useSay } from './gallery-context.ts'

/** Inspector of the gallery's list, close to the mock. */
export function AnimalInspector({ animal, onClose }: { animal: DemoAnimal; onClose: () => void }): ReactElement {
  const say = useSay()
  const [tab, setTab] = useState('overview')
  return (
    <Inspector
      title={
        <>
          <Icon name="circle" size={14} className={styles.dim} label={say('Female', 'أنثى')} />
          {animal.name}
        </>
      }
      subtitle={say(`${animal.breed} cow, born ${animal.born}`, `بقرة ${animal.breed}، مواليد ${animal.born}`)}
      marks={
        <>
          <StatusBadge meaning="ok" word={say('Active', 'نشط')} />
          <Tag>{say('Donor', 'متبرعة')}</Tag>
          <span className={styles.grow} />
          <Status meaning="none" icon="clock" word={say('2 changes waiting', 'تغييران بانتظار الإرسال')} />
        </>
      }
      tabs={
        <Tabs
          label={say('Details', 'التفاصيل')}
          value={tab}
          onChange={setTab}
          tabs={[
            { id: 'overview', label: say('Overview', 'نظرة') },
            { id: 'reproduction', label: say('Reproduction', 'التكاثر') },
            { id: 'family', label: say('Family', 'العائلة') },
            { id: 'history', label: say('History', 'السجل') },
          ]}
        />
      }
      onOpen={() => undefined}
      onClose={onClose}
      footer={
        <>
          <Button keys="R" keysShownOnly>
            {say('Record', 'تسجيل')}
          </Button>
          <Button keys="M" keysShownOnly>
            {say('Move', 'نقل')}
          </Button>
          <Button keys="P" keysShownOnly>
            {say('Print', 'طباعة')}
          </Button>
          <span className={styles.grow} />
          <IconButton icon="more" label={say('More', 'المزيد')} />
        </>
      }
    >
      {tab === 'history' ? (
        <Timeline
          entries={[
            {
              id: '1',
              at: '2026-11-23T06:41:00Z',
              title: say('Weight 612 kg', 'الوزن 612 kg'),
              who: say('Huda, technician', 'هدى، فنية'),
              marks: <WaitingMark />,
            },
            {
              id: '2',
              at: '2026-11-20T06:38:00Z',
              title: say('Put on hold', 'أوقفت'),
              meaning: 'hold',
              detail: say('Bacteriology pending', 'بانتظار الفحص'),
              who: say('Leena, vet', 'لينا، طبيبة'),
            },
            {
              id: '3',
              at: '2026-11-19T06:38:00Z',
              title: say('Registered', 'سُجلت'),
              who: say('Faisal, manager', 'فيصل، مدير'),
            },
          ]}
        />
      ) : (
        <>
          <Facts
            labelWidth={76}
            items={[
              { label: 'ISO 11784', value: <IdChip id={animal.iso} /> },
              { label: 'Interbull', value: <IdChip id="HOLSAUF000114203776" /> },
              {
                label: say('Sire', 'الأب'),
                value: (
                  <>
                    <Icon name="square" size={12} className={styles.dim} label={say('Male', 'ذكر')} />
                    Ridgecrest Lambda <IdChip id="029HO19764" />
                  </>
                ),
              },
              {
                label: say('Dam', 'الأم'),
                value: (
                  <>
                    <Icon name="circle" size={12} className={styles.dim} label={say('Female', 'أنثى')} />
                    Kharj Mogul Dana <IdChip id="H-3102" />
                  </>
                ),
              },
              { label: say('Inbreeding', 'القرابة'), value: '2.34 %' },
            ]}
          />
          <Section title={say('In the bank', 'في البنك')} detail={say('14 embryos', '14 جنينًا')}>
            <Rows>
              {['7-1', '6-1', '7-2', '8-1'].map((id, at) => (
                <li key={id}>
                  <IdChip id={id} />
                  <b>{6 - at}</b>
                  <span className={styles.dim}>IVP, {say('day', 'يوم')} 7</span>
                  <span className={styles.grow} />
                  <PathText parts={['T04', 'C3', `G1${at}`]} />
                </li>
              ))}
            </Rows>
          </Section>
        </>
      )}
    </Inspector>
  )
}
