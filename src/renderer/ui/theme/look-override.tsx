import type { ReactElement, ReactNode } from 'react'
import { type Look, LookContext, resolveLook, useLook } from './look.ts'
import styles from './look-override.module.css'

/** Draws a part of the page in another scheme or density, as full-screen modes do. Language and direction stay. */
export function LookOverride({
  look,
  children,
}: {
  look: Partial<Omit<Look, 'lang'>>
  children: ReactNode
}): ReactElement {
  const outer = useLook()
  const inner = resolveLook({ ...outer, ...look }, outer.resolvedScheme === 'dark')
  return (
    <LookContext value={inner}>
      <div
        className={styles.override}
        data-scheme={inner.resolvedScheme}
        data-mantine-color-scheme={inner.resolvedScheme}
        data-density={inner.density}
      >
        {children}
      </div>
    </LookContext>
  )
}
