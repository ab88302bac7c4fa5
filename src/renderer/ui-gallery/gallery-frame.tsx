import { type ReactElement, type ReactNode, useCallback, useMemo, useState } from 'react'
import { CommandPalette } from '../ui/command-palette/command-palette.tsx'
import type { PaletteGroup } from '../ui/command-palette/palette-entries.ts'
import { AppFrame } from '../ui/frame/app-frame.tsx'
import type { RailGroup } from '../ui/frame/rail.tsx'
import { StripItem } from '../ui/frame/status-strip.tsx'
import { SyncPill, TopBar, TopTool } from '../ui/frame/top-bar.tsx'
import { useShortcut } from '../ui/shortcuts/shortcut-provider.tsx'
import { useToast } from '../ui/toast.tsx'
import { demoAnimal } from './demo-animals.ts'
import { FormPage } from './form-page.tsx'
import { useGallery, useSay } from './gallery-context.ts'
import { ListPage } from './list-page.tsx'
import { PiecesPage } from './pieces-page.tsx'
import { StatesPage } from './states-page.tsx'

const mark = (
  <svg
    viewBox="0 0 24 24"
    width="22"
    height="22"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    aria-hidden="true"
  >
    <circle cx="12" cy="12" r="10" />
    <circle cx="8.4" cy="12" r="4.1" />
    <circle cx="15.6" cy="12" r="4.1" />
  </svg>
)

/** The frame around the pages of the gallery. */
export function GalleryFrame(): ReactElement {
  const { look, setLook, page, setPage } = useGallery()
  const say = useSay()
  const toast = useToast()
  const [collapsed, setCollapsed] = useState(false)
  const [palette, setPalette] = useState(false)
  const [inspector, setInspector] = useState<ReactNode>(null)
  useShortcut({ keys: 'Ctrl+K', label: say('Search and commands', 'البحث والأوامر'), run: () => setPalette(true) })
  useShortcut({
    keys: 'G A',
    label: say('Go to the register', 'إلى السجل'),
    group: say('Go to', 'انتقال'),
    run: () => setPage('list'),
  })
  useShortcut({
    keys: 'G F',
    label: say('Go to forms', 'إلى النماذج'),
    group: say('Go to', 'انتقال'),
    run: () => setPage('form'),
  })
  const groups = useMemo<RailGroup[]>(
    () => [
      { id: 'today', label: say('Today', 'اليوم'), icon: 'today', href: '#pieces' },
      { id: 'bench', label: say('Bench', 'المختبر'), icon: 'bench', href: '#form' },
      {
        id: 'animals',
        label: say('Animals', 'الحيوانات'),
        icon: 'animals',
        href: '#list',
        items: [
          { id: 'list', label: say('Register', 'السجل'), href: '#list' },
          { id: 'form', label: say('Forms', 'النماذج'), href: '#form' },
          { id: 'pieces', label: say('Pieces', 'القطع'), href: '#pieces' },
          { id: 'states', label: say('States', 'الحالات'), href: '#states' },
        ],
      },
      { id: 'storage', label: say('Storage', 'التخزين'), icon: 'storage', href: '#states' },
      { id: 'logistics', label: say('Logistics', 'الشحن'), icon: 'logistics', href: '#lock' },
      { id: 'monitoring', label: say('Monitoring', 'المراقبة'), icon: 'monitoring', href: '#pieces' },
      { id: 'quality', label: say('Quality', 'الجودة'), icon: 'quality', href: '#pieces' },
      { id: 'system', label: say('System', 'النظام'), icon: 'system', href: '#pieces' },
    ],
    [say],
  )
  const searchRecords = useCallback(async (text: string): Promise<PaletteGroup[]> => {
    const found = Array.from({ length: 3000 }, (_, index) => demoAnimal(index)).filter((animal) =>
      `${animal.name} ${animal.number}`.toLowerCase().includes(text.toLowerCase()),
    )
    return [
      {
        label: 'Animals',
        items: found.slice(0, 6).map((animal) => ({
          id: animal.id,
          label: animal.name,
          detail: animal.breed,
          mono: animal.number,
          icon: 'circle' as const,
          run: () => undefined,
        })),
      },
    ]
  }, [])
  const schemeItems = (['light', 'dark', 'auto'] as const).map((scheme) => ({
    id: scheme,
    label: scheme,
    checked: look.scheme === scheme,
    onSelect: () => setLook({ ...look, scheme }),
  }))
  const densityItems = (['dense', 'default', 'gloves'] as const).map((density) => ({
    id: density,
    label: density,
    checked: look.density === density,
    onSelect: () => setLook({ ...look, density }),
  }))
  return (
    <>
      <AppFrame
        brand={{ mark, name: 'Reprotech' }}
        groups={groups}
        current={{ group: 'animals', item: page }}
        foot={[{ id: 'freezer', label: say('Freezer mode', 'وضع التجميد'), icon: 'snow', href: '#lock', keys: 'F9' }]}
        onNavigate={(href) => setPage(href.slice(1))}
        railCollapsed={collapsed}
        onRailCollapsed={setCollapsed}
        top={
          <TopBar
            site={{
              label: say('Al Kharj cryo lab', 'مختبر التجميد بالخرج'),
              items: [
                {
                  id: 'kharj',
                  label: say('Al Kharj cryo lab', 'مختبر التجميد بالخرج'),
                  checked: true,
                  onSelect: () => undefined,
                },
              ],
            }}
            search={{
              label: say('Search or scan anything', 'ابحث أو امسح أي رمز'),
              keys: 'Ctrl+K',
              onOpen: () => setPalette(true),
            }}
            tools={
              <>
                <TopTool icon="scanner" text={say('Scanner ready', 'الماسح جاهز')} tone="ready" />
                <SyncPill
                  state="offline"
                  text={say('Offline - 14 changes waiting', 'بلا اتصال - 14 تغييرًا بانتظار الإرسال')}
                  onClick={() =>
                    toast({ text: say('Moved 3 tubes to T04', 'نُقلت 3 أنابيب إلى T04'), undo: () => undefined })
                  }
                />
                <TopTool
                  icon="bell"
                  text={say('1 alarm', 'إنذار واحد')}
                  tone="alarm"
                  onClick={() => toast({ text: 'LN2-02 liquid level low', meaning: 'critical' })}
                />
              </>
            }
            user={{
              name: say('Huda Al-Otaibi', 'هدى العتيبي'),
              role: say('technician', 'فنية'),
              items: [
                ...schemeItems,
                'divider',
                ...densityItems,
                'divider',
                {
                  id: 'lang',
                  label: look.lang === 'ar' ? 'English' : 'العربية',
                  icon: 'globe',
                  onSelect: () => setLook({ ...look, lang: look.lang === 'ar' ? 'en' : 'ar' }),
                },
              ],
            }}
          />
        }
        strip={{
          start: (
            <>
              <StripItem meaning="ok">{say('Scanner', 'الماسح')}</StripItem>
              <StripItem meaning="warn">{say('Printer, ribbon low', 'الطابعة، الشريط منخفض')}</StripItem>
              <StripItem meaning="ok">{say('Balance', 'الميزان')}</StripItem>
              <StripItem meaning="warn">{say('Sensors 11 of 12', 'الحساسات 11 من 12')}</StripItem>
            </>
          ),
          end: (
            <>
              <StripItem>{say('14 waiting, oldest 6 h 20 min', '14 بانتظار الإرسال، أقدمها 6 س 20 د')}</StripItem>
              <StripItem>{say('Numbers left 412 of 500', 'أرقام متبقية 412 من 500')}</StripItem>
              <StripItem>{say('Bench 2', 'طاولة 2')}</StripItem>
              <StripItem>14:32 +03</StripItem>
            </>
          ),
        }}
        inspector={page === 'list' ? inspector : null}
      >
        {page === 'list' && <ListPage onInspector={setInspector} />}
        {page === 'form' && <FormPage />}
        {page === 'pieces' && <PiecesPage />}
        {page === 'states' && <StatesPage />}
      </AppFrame>
      <CommandPalette
        opened={palette}
        onClose={() => setPalette(false)}
        searchRecords={searchRecords}
        recent={[0, 1, 2].map((index) => ({
          id: String(index),
          label: demoAnimal(index).name,
          mono: demoAnimal(index).number,
          icon: 'circle',
          run: () => undefined,
        }))}
        actions={[
          { id: 'new', label: say('New animal', 'حيوان جديد'), icon: 'plus', keys: 'N', run: () => setPage('form') },
          {
            id: 'list',
            label: say('Go to the register', 'إلى السجل'),
            icon: 'animals',
            keys: 'G A',
            run: () => setPage('list'),
          },
          {
            id: 'form',
            label: say('Go to forms', 'إلى النماذج'),
            icon: 'edit',
            keys: 'G F',
            run: () => setPage('form'),
          },
          { id: 'lock', label: say('Lock screen', 'قفل الشاشة'), icon: 'lock', run: () => setPage('lock') },
        ]}
      />
    </>
  )
}
