import { Fragment, type ReactElement, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './page-header.module.css'
import { useUiTexts } from './texts/ui-texts.ts'

export type PathStep = { label: string; href?: string; onClick?: () => void }

type PageHeaderProps = {
  title: string
  /** A quiet fact beside the title, such as a count. */
  detail?: ReactNode
  /** Where the page sits, outermost first. */
  path?: readonly PathStep[]
  /** Marks after the title: an id chip, a status badge. */
  marks?: ReactNode
  /** Buttons at the end; the main one last. */
  actions?: ReactNode
}

/** Head of a page: path, title, a fact, and the actions at the end of the line. */
export function PageHeader({ title, detail, path = [], marks, actions }: PageHeaderProps): ReactElement {
  const texts = useUiTexts().frame
  return (
    <header className={styles.head}>
      {path.length > 0 && (
        <nav aria-label={texts.breadcrumb} className={styles.path}>
          {path.map((step) => (
            <Fragment key={step.label}>
              {step.href === undefined && step.onClick !== undefined ? (
                <button type="button" className={styles.step} onClick={step.onClick}>
                  {step.label}
                </button>
              ) : (
                <a
                  className={styles.step}
                  href={step.href}
                  onClick={(event) => {
                    if (step.onClick === undefined) return
                    event.preventDefault()
                    step.onClick()
                  }}
                >
                  {step.label}
                </a>
              )}
              <Icon name="chevron-end" size={14} />
            </Fragment>
          ))}
        </nav>
      )}
      <h1 className={styles.title}>{title}</h1>
      {marks}
      {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      <span className={styles.grow} />
      {actions}
    </header>
  )
}
