import type { ReactElement } from 'react'

/** The mark of the product: two cells in a dish. Decoration, its name stands beside it. */
export function Brand(): ReactElement {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
    >
      <circle cx="12" cy="12" r="10" />
      <circle cx="8.4" cy="12" r="4.1" />
      <circle cx="15.6" cy="12" r="4.1" />
    </svg>
  )
}
