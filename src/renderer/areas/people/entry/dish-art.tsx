import type { ReactElement } from 'react'

const middle = 300
const ring = { count: 22, radius: 226, long: 33, wide: 27 }
const inside = [
  [223.5, 443.9, 33],
  [171.6, 400.4, 33],
  [141.8, 339.4, 33],
  [139.5, 271.7, 33],
  [263.7, 389.9, 32],
  [216, 348.5, 32],
  [203.9, 286.5, 32],
] as const

/** A tank seen from above, with its canisters and some goblets. Decoration. */
export function DishArt({ className }: { className?: string | undefined }): ReactElement {
  return (
    <svg className={className} viewBox="0 0 600 600" aria-hidden="true">
      <circle cx={middle} cy={middle} r="292" />
      <circle cx={middle} cy={middle} r="266" />
      {Array.from({ length: ring.count }, (_, at) => {
        const degrees = (at * 360) / ring.count
        const angle = (degrees * Math.PI) / 180
        const x = middle + ring.radius * Math.cos(angle)
        const y = middle + ring.radius * Math.sin(angle)
        return (
          <ellipse
            key={degrees}
            cx={x}
            cy={y}
            rx={ring.long}
            ry={ring.wide}
            transform={`rotate(${degrees + 90} ${x} ${y})`}
          />
        )
      })}
      {inside.map(([x, y, r]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={r} />
      ))}
    </svg>
  )
}
