import { useMediaQuery } from '@mantine/hooks'
import { type ReactElement, type ReactNode, useRef } from 'react'
import { useUiTexts } from '../texts/ui-texts.ts'
import styles from './app-frame.module.css'
import { Rail, type RailCurrent, type RailFootItem, type RailGroup } from './rail.tsx'
import { usePaneCycle } from './use-pane-cycle.ts'

type AppFrameProps = {
  /** Mark (24 px) and name of the product, at the top of the rail. */
  brand: { mark: ReactNode; name: string }
  groups: readonly RailGroup[]
  current: RailCurrent
  /** Items at the bottom of the rail. */
  foot?: readonly RailFootItem[]
  /** Plain clicks on links of the rail; clicks with a modifier keep the href. */
  onNavigate: (href: string) => void
  railCollapsed: boolean
  onRailCollapsed: (collapsed: boolean) => void
  top: ReactNode
  strip?: { start?: ReactNode; end?: ReactNode }
  /** What stands beside the content; the pane is not there without it. */
  inspector?: ReactNode
  children: ReactNode
}

/** Below this the names in the rail take more than the work can spare. */
const narrow = '(max-width: 1099px)'

/**
 * Frame of the product: rail, top bar, sheet with an optional inspector, status strip. F6 and Shift+F6 go round the
 * panes, a skip link leads to the content, and each part is a landmark.
 */
export function AppFrame(props: AppFrameProps): ReactElement {
  const {
    brand,
    groups,
    current,
    foot = [],
    onNavigate,
    railCollapsed,
    onRailCollapsed,
    top,
    strip,
    inspector,
    children,
  } = props
  const texts = useUiTexts().frame
  const isNarrow = useMediaQuery(narrow, false, { getInitialValueInEffect: false })
  const frame = useRef<HTMLDivElement>(null)
  usePaneCycle(frame)
  const icons = railCollapsed || isNarrow
  return (
    <div ref={frame} className={styles.app} data-rail={icons ? 'icons' : 'full'}>
      {/* biome-ignore lint/a11y/useValidAnchor: a skip link; the address must not change, the router reads it */}
      <a className={styles.skip} href="#content" onClick={focusContent}>
        {texts.skipToContent}
      </a>
      <Rail
        brand={brand}
        groups={groups}
        current={current}
        foot={foot}
        onNavigate={onNavigate}
        icons={icons}
        onToggle={isNarrow ? undefined : () => onRailCollapsed(!railCollapsed)}
      />
      <header className={styles.top} data-pane tabIndex={-1}>
        {top}
      </header>
      <div className={styles.sheet}>
        <main id="content" className={styles.content} data-pane aria-label={texts.content} tabIndex={-1}>
          {children}
        </main>
        {inspector !== undefined && inspector !== null && (
          <aside className={styles.inspector} data-pane aria-label={texts.inspector} tabIndex={-1}>
            {inspector}
          </aside>
        )}
      </div>
      <footer className={styles.strip}>
        {strip?.start}
        <span className={styles.end}>{strip?.end}</span>
      </footer>
    </div>
  )
}

function focusContent(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
