import { type ReactElement, useState } from 'react'
import { Avatar } from '../ui/avatar.tsx'
import { Button, IconButton, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useConfirm } from '../ui/confirm-dialog.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { Screen } from '../ui/frame/screen.tsx'
import { Icon } from '../ui/icon.tsx'
import { type IconName, iconShapes } from '../ui/icon-shapes.tsx'
import { IdChip } from '../ui/id-chip.tsx'
import { Facts } from '../ui/inspector.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Menu } from '../ui/menu.tsx'
import { Note } from '../ui/note.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { PathText } from '../ui/path-text.tsx'
import { Person } from '../ui/person.tsx'
import { Progress } from '../ui/progress.tsx'
import { DateText, RelativeTime } from '../ui/relative-time.tsx'
import { ConflictMark, type Meaning, Status, StatusBadge, Tag, WaitingMark } from '../ui/status.tsx'
import { TabPanel, Tabs } from '../ui/tabs.tsx'
import { useToast } from '../ui/toast.tsx'
import styles from './gallery.module.css'
import { useSay } from './gallery-context.ts'

const meanings: [Meaning, string, string][] = [
  ['ok', 'Stored', 'مخزّن'],
  ['warn', 'Soon due', 'يستحق قريبًا'],
  ['critical', 'Expired', 'منتهٍ'],
  ['info', 'Checked out', 'خارج المخزن'],
  ['hold', 'On hold', 'موقوف'],
  ['none', 'Retired', 'متقاعد'],
]

/** The small pieces side by side. */
export function PiecesPage(): ReactElement {
  const say = useSay()
  const toast = useToast()
  const confirm = useConfirm()
  const [tab, setTab] = useState('one')
  return (
    <Screen
      header={
        <PageHeader
          title={say('Pieces', 'القطع')}
          detail={say('everything small', 'كل صغير')}
          actions={<Button kind="main">{say('Main', 'رئيسي')}</Button>}
        />
      }
    >
      <div className={styles.stack}>
        <div className={styles.line}>
          <Button kind="main" icon="plus" keys="N">
            {say('New animal', 'حيوان جديد')}
          </Button>
          <Button icon="print">{say('Print', 'طباعة')}</Button>
          <Button kind="quiet">{say('Open log', 'فتح السجل')}</Button>
          <Button
            kind="main"
            tone="critical"
            onClick={() =>
              void confirm({
                title: say('Discard 3 straws?', 'التخلص من 3 قشات؟'),
                text: say('They leave the bank for good.', 'تغادر البنك نهائيًا.'),
                confirmLabel: say('Discard', 'تخلص'),
                tone: 'critical',
              })
            }
          >
            {say('Discard', 'تخلص')}
          </Button>
          <Button disabled>{say('Disabled', 'معطّل')}</Button>
          <IconButton icon="edit" label={say('Edit', 'تعديل')} />
          <IconButton icon="more" kind="normal" label={say('More', 'المزيد')} />
          <LinkButton onClick={() => toast({ text: say('Moved 3 tubes', 'نُقلت 3 أنابيب'), undo: () => undefined })}>
            {say('Show a message', 'أظهر رسالة')}
          </LinkButton>
          <Menu
            trigger={<Button iconAfter="chevron-down">{say('Menu', 'قائمة')}</Button>}
            items={[
              { id: 'a', label: say('Edit', 'تعديل'), icon: 'edit', keys: 'E', onSelect: () => undefined },
              { id: 'b', label: say('Merge', 'دمج'), icon: 'merge', onSelect: () => undefined },
              'divider',
              { id: 'c', label: say('Archive', 'أرشفة'), icon: 'archive', tone: 'critical', onSelect: () => undefined },
            ]}
          />
        </div>
        <div className={styles.line}>
          {meanings.map(([meaning, en, ar]) => (
            <StatusBadge key={meaning} meaning={meaning} word={say(en, ar)} />
          ))}
          <Tag>{say('Donor', 'متبرعة')}</Tag>
        </div>
        <div className={styles.line}>
          {meanings.map(([meaning, en, ar]) => (
            <Status key={meaning} meaning={meaning} word={say(en, ar)} />
          ))}
          <Status meaning="critical" word={say('62 min late', 'متأخر 62 دقيقة')} strong />
          <WaitingMark />
          <ConflictMark />
        </div>
        <div className={styles.line}>
          <IdChip id="H-4417" />
          <IdChip id="682 000114203776" />
          <PathText parts={['T04', 'C3', 'G12']} />
          <Kbd keys="Ctrl+K" />
          <Kbd keys="G A" />
          <Avatar name="Huda Al-Otaibi" />
          <Avatar name="هدى العتيبي" size={40} quiet />
          <Person name={say('Leena', 'لينا')} role={say('veterinarian', 'طبيبة بيطرية')} avatar />
          <RelativeTime at="2026-11-23T09:30:00Z" />
          <DateText date="2021-03-14" />
        </div>
        <Tabs
          base="demo"
          label={say('Demo', 'عرض')}
          value={tab}
          onChange={setTab}
          tabs={[
            { id: 'one', label: say('Overview', 'نظرة'), count: 3 },
            { id: 'two', label: say('History', 'السجل') },
          ]}
        />
        <TabPanel base="demo" id="one" value={tab}>
          <Facts
            items={[
              { label: say('Sire', 'الأب'), value: 'Ridgecrest Lambda' },
              { label: say('Dam', 'الأم'), value: 'Kharj Mogul Dana' },
            ]}
          />
        </TabPanel>
        <TabPanel base="demo" id="two" value={tab}>
          <Progress label={say('Reading the file', 'قراءة الملف')} value={0.4} />
        </TabPanel>
        <Note meaning="info">
          {say('The value you do not use stays in the history.', 'القيمة التي لا تستخدمها تبقى في السجل.')}
        </Note>
        <Note meaning="warn" title={say('Printer', 'الطابعة')} action={<LinkButton>{say('Open', 'فتح')}</LinkButton>}>
          {say('The ribbon is low.', 'الشريط منخفض.')}
        </Note>
        <Note meaning="critical" title="LN2-02">
          {say('liquid level low, 11.4 cm', 'مستوى السائل منخفض، 11.4 cm')}
        </Note>
        <Card
          title={say('A card', 'بطاقة')}
          marks={<StatusBadge meaning="warn" icon="fork" word={say('Edited in two places', 'عُدّل في مكانين')} />}
          footer={<Button>{say('Decide', 'قرر')}</Button>}
        >
          <FileDrop
            accept={['.csv', '.xlsx']}
            label={say('Choose a file', 'اختر ملفًا')}
            detail={say('CSV or Excel, up to 20 MB', 'CSV أو Excel، حتى 20 ميغابايت')}
            maxBytes={20_000_000}
            onFiles={() => undefined}
          />
        </Card>
        <div className={styles.icons}>
          {Object.keys(iconShapes).map((name) => (
            <span key={name} className={styles.iconCell}>
              <Icon name={name as IconName} />
              {name}
            </span>
          ))}
        </div>
      </div>
    </Screen>
  )
}
