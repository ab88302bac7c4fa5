import type { ReactElement, ReactNode } from 'react'
import { IconButton } from './button.tsx'
import { classNames } from './class-names.ts'
import styles from './inspector.module.css'
import { useUiTexts } from './texts/ui-texts.ts'

type InspectorProps = {
  title: ReactNode
  subtitle?: ReactNode
  /** Status badge, tags, and at the end what waits. */
  marks?: ReactNode
  tabs?: ReactNode
  footer?: ReactNode
  onOpen?: () => void
  onClose?: () => void
  children: ReactNode
}

/** What stands beside a list: the chosen record in short, with its few actions at the bottom. */
export function Inspector({
  title,
  subtitle,
  marks,
  tabs,
  footer,
  onOpen,
  onClose,
  children,
}: InspectorProps): ReactElement {
  const texts = useUiTexts().frame
  return (
    <div className={styles.inspector}>
      <header className={styles.head}>
        <div className={styles.line}>
          <h2 className={styles.title}>{title}</h2>
          {onOpen !== undefined && <IconButton icon="open" small label={texts.openFullPage} onClick={onOpen} />}
          {onClose !== undefined && <IconButton icon="close" small label={texts.closeInspector} onClick={onClose} />}
        </div>
        {subtitle !== undefined && <p className={styles.subtitle}>{subtitle}</p>}
        {marks !== undefined && <div className={styles.marks}>{marks}</div>}
      </header>
      {tabs !== undefined && <div className={styles.tabs}>{tabs}</div>}
      <div className={styles.body}>{children}</div>
      {footer !== undefined && <footer className={styles.foot}>{footer}</footer>}
    </div>
  )
}

type SectionProps = { title?: string; detail?: ReactNode; action?: ReactNode; className?: string; children: ReactNode }

/** A titled part of an inspector or page. */
export function Section({ title, detail, action, className, children }: SectionProps): ReactElement {
  return (
    <section className={classNames(styles.section, className)}>
      {title !== undefined && (
        <div className={styles.sectionHead}>
          <h3 className={styles.sectionTitle}>{title}</h3>
          {detail !== undefined && <span className={styles.detail}>{detail}</span>}
          {action !== undefined && <span className={styles.action}>{action}</span>}
        </div>
      )}
      {children}
    </section>
  )
}

export type Fact = { label: string; value: ReactNode }

/** Facts as a definition list: dim label, value beside it. `labelWidth` in px at 13-px text; it grows with the text. */
export function Facts({ items, labelWidth = 96 }: { items: readonly Fact[]; labelWidth?: number }): ReactElement {
  return (
    <dl className={styles.facts}>
      {items.map((item) => (
        <div key={item.label} className={styles.fact}>
          <dt className={styles.label} style={{ inlineSize: `${labelWidth / 13}em` }}>
            {item.label}
          </dt>
          <dd className={styles.value}>{item.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Rows with a thin rule between them, for short lists inside a section. */
export function Rows({ children }: { children: ReactNode }): ReactElement {
  return <ul className={styles.rows}>{children}</ul>
}
