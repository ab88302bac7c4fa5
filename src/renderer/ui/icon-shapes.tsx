import type { ReactElement } from 'react'

/** A filled dot: the only fill an icon may have. */
function dot(cx: number, cy: number, r: number): ReactElement {
  return <circle data-dot="" cx={cx} cy={cy} r={r} />
}

function line(d: string): ReactElement {
  return <path d={d} />
}

/** Own icon set on a 16 grid. Strokes are drawn 1.5 px wide whatever the size. */
export const iconShapes = {
  // places of the product
  today: (
    <>
      <rect x="2.5" y="3.5" width="11" height="10" rx="2" />
      {line('M2.5 6.8h11M5.5 2v3M10.5 2v3')}
    </>
  ),
  bench: line('M4 13.8h9M3.2 10.8h5M5.2 3.4l2.7-1.1 2.1 5.2-2.7 1.1zM9.6 4.6a4.7 4.7 0 0 1 .9 9.2'),
  animals: line(
    'M2.8 2.5c0 2.2 1 3.4 2.8 3.6h4.8c1.8-.2 2.8-1.4 2.8-3.6M5.3 6.2l.9 5.5a1.85 1.85 0 0 0 3.6 0l.9-5.5M5.2 8.2L2.6 7.6M10.8 8.2l2.6-.6',
  ),
  storage: line(
    'M6 2h4v2.2c2 .6 3 1.9 3 3.8v4.2a1.6 1.6 0 0 1-1.6 1.6H4.6A1.6 1.6 0 0 1 3 12.2V8c0-1.9 1-3.2 3-3.8zM3 9.2h10',
  ),
  logistics: (
    <>
      {line('M3 11.5H1.7V4h7.6v7.5H6M9.3 6.5h2.9l2.1 2.5v2.5h-1.2M9.3 11.5h1.2')}
      <circle cx="4.5" cy="11.8" r="1.5" />
      <circle cx="11.8" cy="11.8" r="1.5" />
    </>
  ),
  monitoring: line('M1.5 8.5h2.8l2-5.5 3.2 10 2-4.5h3'),
  quality: line('M8 1.8l5 1.7v4c0 3.2-2 5.4-5 6.7-3-1.3-5-3.5-5-6.7v-4zM5.7 7.9l1.7 1.7 3-3.2'),
  system: (
    <>
      {line('M2 4.5h5.5M11 4.5h3M2 11.5h3M8.5 11.5H14')}
      <circle cx="9.3" cy="4.5" r="1.7" />
      <circle cx="6.7" cy="11.5" r="1.7" />
    </>
  ),
  snow: line('M8 1.8v12.4M2.6 4.9l10.8 6.2M13.4 4.9L2.6 11.1M6.3 2.9L8 4.5l1.7-1.6M6.3 13.1L8 11.5l1.7 1.6'),
  customers: line('M2.5 14V5.5L8 2.5l5.5 3V14M2.5 14h11M6.5 14v-3.5h3V14M5.5 7.5h.8M9.7 7.5h.8'),

  // the six meanings
  'check-circle': (
    <>
      <circle cx="8" cy="8" r="5.9" />
      {line('M5.4 8.2l1.8 1.8 3.4-3.7')}
    </>
  ),
  triangle: (
    <>
      {line('M8 2.5l6 10.7H2zM8 6.5v3')}
      {dot(8, 11.3, 0.9)}
    </>
  ),
  octagon: (
    <>
      {line('M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 4.9v3.7')}
      {dot(8, 10.9, 0.9)}
    </>
  ),
  'dot-ring': (
    <>
      <circle cx="8" cy="8" r="5.9" />
      {dot(8, 8, 2.1)}
    </>
  ),
  padlock: (
    <>
      <rect x="3.2" y="7" width="9.6" height="6.7" rx="1.5" />
      {line('M5.3 7V5a2.7 2.7 0 0 1 5.4 0v2')}
    </>
  ),
  'dashed-circle': <circle cx="8" cy="8" r="5.9" strokeDasharray="2.3 2.33" />,

  // state of a record
  clock: (
    <>
      <circle cx="8" cy="8" r="5.7" />
      {line('M8 5v3.2l2.1 1.3')}
    </>
  ),
  fork: line('M8 14v-3.5c0-3-4-2.5-4-6.5M8 10.5c0-3 4-2.5 4-6.5M2.3 5.7L4 3.7l1.7 2M10.3 5.7l1.7-2 1.7 2'),
  'cloud-off': line(
    'M5.3 4.3a4 4 0 0 1 6 2.5 2.9 2.9 0 0 1 2.2 4.3M11.3 12.5H4.6a3.1 3.1 0 0 1-.5-6.1M2.2 2.2l11.6 11.6',
  ),
  cloud: line('M4.6 12.5a3.1 3.1 0 0 1-.5-6.1 4 4 0 0 1 7.6.4 2.9 2.9 0 0 1-.3 5.7z'),
  'cloud-check': line('M4.6 12.5a3.1 3.1 0 0 1-.5-6.1 4 4 0 0 1 7.6.4 2.9 2.9 0 0 1-.3 5.7zM6.2 9.2l1.4 1.4 2.4-2.7'),
  sync: line('M13.2 6.3A5.5 5.5 0 0 0 3.4 5M2.8 9.7a5.5 5.5 0 0 0 9.8 1.3M3.2 2.2V5H6M12.8 13.8V11H10'),
  bell: line('M8 2a4 4 0 0 0-4 4v2.6L2.9 11h10.2L12 8.6V6a4 4 0 0 0-4-4zM6.5 13.3a1.7 1.7 0 0 0 3 0'),
  flag: line('M4 14V2.5M4 3h7.5l-1.4 2.7L11.5 8.5H4'),

  // shapes of a pedigree
  square: <rect x="3.2" y="3.2" width="9.6" height="9.6" rx="1" />,
  circle: <circle cx="8" cy="8" r="5.1" />,
  diamond: line('M8 2.5L13.5 8 8 13.5 2.5 8z'),
  dna: line('M4.8 1.8c0 5 6.4 4.4 6.4 9v3.4M11.2 1.8c0 5-6.4 4.4-6.4 9v3.4M5.3 4.3h5.4M5.3 11.8h5.4'),
  straw: (
    <>
      <rect x="-1.7" y="-7" width="3.4" height="14" rx="1.7" transform="translate(8 8) rotate(45)" />
      {line('M6.3 7.3l2.4 2.4')}
    </>
  ),
  tree: line('M3 8h3.5M6.5 4v8M6.5 4H9M6.5 12H9M9 2.5h4v3H9zM9 10.5h4v3H9z'),
  thermometer: line('M8 1.8a1.7 1.7 0 0 0-1.7 1.7v5.2a3.2 3.2 0 1 0 3.4 0V3.5A1.7 1.7 0 0 0 8 1.8zM8 6.5v4'),
  weight: line('M3.5 6h9l1.2 7.5H2.3zM6 6a2 2 0 1 1 4 0M8 9v2'),

  // people and places
  user: (
    <>
      <circle cx="8" cy="5.3" r="2.7" />
      {line('M2.9 13.7c.7-2.8 2.6-3.9 5.1-3.9s4.4 1.1 5.1 3.9')}
    </>
  ),
  users: (
    <>
      <circle cx="6" cy="5.5" r="2.4" />
      {line(
        'M1.7 13.3c.5-2.5 2.1-3.5 4.3-3.5s3.8 1 4.3 3.5M10.6 3.3a2.4 2.4 0 0 1 0 4.4M11.9 10.1c1.3.5 2.1 1.5 2.4 3.2',
      )}
    </>
  ),
  site: (
    <>
      {line('M8 14.2c3-3.2 4.5-5.6 4.5-7.6a4.5 4.5 0 0 0-9 0c0 2 1.5 4.4 4.5 7.6z')}
      <circle cx="8" cy="6.5" r="1.6" />
    </>
  ),
  phone: line(
    'M3.4 2.5h2.3l1.1 2.9-1.5 1.2a8 8 0 0 0 4.1 4.1l1.2-1.5 2.9 1.1v2.3c0 .5-.4.9-.9.9A10.1 10.1 0 0 1 2.5 3.4c0-.5.4-.9.9-.9z',
  ),
  mail: (
    <>
      <rect x="2" y="3.5" width="12" height="9" rx="1.5" />
      {line('M2.3 4.5L8 9l5.7-4.5')}
    </>
  ),
  message: line(
    'M3.5 3h9A1.5 1.5 0 0 1 14 4.5v5a1.5 1.5 0 0 1-1.5 1.5H8l-3.5 2.8V11h-1A1.5 1.5 0 0 1 2 9.5v-5A1.5 1.5 0 0 1 3.5 3z',
  ),
  badge: (
    <>
      <rect x="3.2" y="3.2" width="9.6" height="11" rx="1.5" />
      {line('M6.3 3.2V1.6h3.4v1.6M5.5 11.8c.4-1.3 1.3-1.8 2.5-1.8s2.1.5 2.5 1.8')}
      <circle cx="8" cy="7.4" r="1.6" />
    </>
  ),
  globe: (
    <>
      <circle cx="8" cy="8" r="5.9" />
      {line('M2.1 8h11.8M8 2.1c4 4 4 7.8 0 11.8M8 2.1c-4 4-4 7.8 0 11.8')}
    </>
  ),

  // actions
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      {line('M10.4 10.4l3.1 3.1')}
    </>
  ),
  scanner: line(
    'M2 5V3.5A1.5 1.5 0 0 1 3.5 2H5M11 2h1.5A1.5 1.5 0 0 1 14 3.5V5M14 11v1.5a1.5 1.5 0 0 1-1.5 1.5H11M5 14H3.5A1.5 1.5 0 0 1 2 12.5V11M5.2 5.5v5M8 5.5v5M10.8 5.5v5',
  ),
  plus: line('M8 3.5v9M3.5 8h9'),
  minus: line('M3.5 8h9'),
  close: line('M4.2 4.2l7.6 7.6M11.8 4.2l-7.6 7.6'),
  check: line('M3.3 8.5l3 3 6.4-7'),
  columns: (
    <>
      <rect x="2.5" y="3" width="11" height="10" rx="1.5" />
      {line('M6.2 3v10M9.8 3v10')}
    </>
  ),
  filter: line('M2.5 4h11M4.5 8h7M6.5 12h3'),
  sort: line('M5 3v10M2.8 10.8L5 13l2.2-2.2M11 13V3M8.8 5.2L11 3l2.2 2.2'),
  print: line('M4.5 6V2.3h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4.2h-7z'),
  undo: line('M5.5 2.8L2.3 6l3.2 3.2M2.3 6h7.2a3.8 3.8 0 0 1 0 7.6H6'),
  redo: line('M10.5 2.8L13.7 6l-3.2 3.2M13.7 6H6.5a3.8 3.8 0 0 0 0 7.6H10'),
  refresh: line('M13.3 8a5.3 5.3 0 1 1-1.6-3.8M13.3 2.2v2.9h-2.9'),
  upload: line('M8 10.5v-8M4.8 5.4L8 2.3l3.2 3.1M2.5 10.5v1.8a1.2 1.2 0 0 0 1.2 1.2h8.6a1.2 1.2 0 0 0 1.2-1.2v-1.8'),
  download: line('M8 2.5v8M4.8 7.4L8 10.5l3.2-3.1M2.5 10.5v1.8a1.2 1.2 0 0 0 1.2 1.2h8.6a1.2 1.2 0 0 0 1.2-1.2v-1.8'),
  aside: line('M8 2.5v6M5.2 5.8L8 8.6l2.8-2.8M2.5 9.5v2.8a1.2 1.2 0 0 0 1.2 1.2h8.6a1.2 1.2 0 0 0 1.2-1.2V9.5'),
  paperclip: line('M13 7.5l-5.2 5.2a3.2 3.2 0 0 1-4.5-4.5l5.4-5.4a2.1 2.1 0 0 1 3 3L6.4 11a1 1 0 0 1-1.5-1.4l4.8-4.8'),
  camera: (
    <>
      {line(
        'M3.3 4.7h1.9L6.4 3h3.2l1.2 1.7h1.9A1.3 1.3 0 0 1 14 6v5.7a1.3 1.3 0 0 1-1.3 1.3H3.3A1.3 1.3 0 0 1 2 11.7V6a1.3 1.3 0 0 1 1.3-1.3z',
      )}
      <circle cx="8" cy="8.7" r="2.3" />
    </>
  ),
  edit: line('M3 13l.6-2.8 7.2-7.2a1.5 1.5 0 0 1 2.2 2.2l-7.2 7.2zM9.5 4.3l2.2 2.2'),
  trash: line('M2.8 4.5h10.4M6 4.5V2.8h4v1.7M4.2 4.5l.6 9h6.4l.6-9M6.8 7v4M9.2 7v4'),
  archive: line('M2.3 3h11.4v3H2.3zM3.3 6v7.2h9.4V6M6.5 8.7h3'),
  restore: line('M2.3 3h11.4v3H2.3zM3.3 6v7.2h9.4V6M8 11.5V8M6.3 9.5L8 7.8l1.7 1.7'),
  merge: line('M8 13.5V9.8c0-3-4-2.8-4-7.3M8 9.8c0-3 4-2.8 4-7.3M6 11.6l2 2 2-2'),
  link: line(
    'M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.3 9A2.6 2.6 0 0 0 7 12.7l.8-.8',
  ),
  history: line('M2.8 5.3A5.7 5.7 0 1 1 2.4 9M2.6 2.5v3h3M8 5v3.2l2.1 1.3'),
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      {line('M3.8 10.5h-.3A1 1 0 0 1 2.5 9.5V3.5a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v.3')}
    </>
  ),
  save: line('M3 3h8.2L13.5 5.3V13H3zM5.3 3v3h5V3M5.3 13V9.3h5.4V13'),
  eye: (
    <>
      {line('M1.5 8C3 5.2 5.2 3.8 8 3.8S13 5.2 14.5 8C13 10.8 10.8 12.2 8 12.2S3 10.8 1.5 8z')}
      <circle cx="8" cy="8" r="2" />
    </>
  ),
  'eye-off': line(
    'M3.5 5.5A10 10 0 0 0 1.5 8c1.5 2.8 3.7 4.2 6.5 4.2 1 0 2-.2 2.8-.5M6.5 4a7.6 7.6 0 0 1 1.5-.2c2.8 0 5 1.4 6.5 4.2a10 10 0 0 1-1.5 2M2.5 2.5l11 11',
  ),
  open: line('M6 3.5h6.5V10M12.5 3.5L4 12'),
  drag: (
    <>
      {dot(6, 4, 1)}
      {dot(10, 4, 1)}
      {dot(6, 8, 1)}
      {dot(10, 8, 1)}
      {dot(6, 12, 1)}
      {dot(10, 12, 1)}
    </>
  ),
  more: (
    <>
      {dot(3.5, 8, 1.2)}
      {dot(8, 8, 1.2)}
      {dot(12.5, 8, 1.2)}
    </>
  ),
  pause: line('M5.8 3.8v8.4M10.2 3.8v8.4'),
  play: line('M5 3.3l7.5 4.7L5 12.7z'),
  backspace: line('M5.7 3.5h7.8v9H5.7L2 8zM7.8 6.3l3.4 3.4M11.2 6.3L7.8 9.7'),

  // things
  file: line('M4 2h5l3.5 3.5V14H4zM9 2v3.5h3.5'),
  table: (
    <>
      <rect x="2.5" y="3" width="11" height="10" rx="1.5" />
      {line('M2.5 6.5h11M2.5 9.8h11M6.5 6.5V13')}
    </>
  ),
  list: (
    <>
      {line('M6 4h7.5M6 8h7.5M6 12h7.5')}
      {dot(3, 4, 0.9)}
      {dot(3, 8, 0.9)}
      {dot(3, 12, 0.9)}
    </>
  ),
  tag: (
    <>
      {line('M2.5 2.5h5l6 6a1.2 1.2 0 0 1 0 1.7l-3.3 3.3a1.2 1.2 0 0 1-1.7 0l-6-6z')}
      {dot(5.3, 5.3, 0.9)}
    </>
  ),
  note: line('M3.5 2.5h9v7.5l-3 3.5h-6zM12.5 10H9.5v3.5M5.5 5.5h5M5.5 8h3'),
  star: line('M8 2.2l1.8 3.7 4 .6-2.9 2.8.7 4L8 11.4l-3.6 1.9.7-4L2.2 6.5l4-.6z'),
  database: line(
    'M3 4c0-1 2.2-1.8 5-1.8S13 3 13 4s-2.2 1.8-5 1.8S3 5 3 4zM3 4v8c0 1 2.2 1.8 5 1.8s5-.8 5-1.8V4M3 8c0 1 2.2 1.8 5 1.8S13 9 13 8',
  ),
  device: line('M5.5 2v3M10.5 2v3M4 5h8v2.5a4 4 0 0 1-8 0zM8 11.5V14'),
  key: (
    <>
      <circle cx="5" cy="11" r="2.5" />
      {line('M6.8 9.2l6-6M10.5 5.5l2 2M8.8 7.2l1.2 1.2')}
    </>
  ),
  shield: line('M8 1.8l5 1.7v4c0 3.2-2 5.4-5 6.7-3-1.3-5-3.5-5-6.7v-4z'),
  settings: (
    <>
      <circle cx="8" cy="8" r="2" />
      {line('M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6l1.4 1.4M11 11l1.4 1.4M12.4 3.6L11 5M5 11l-1.4 1.4')}
    </>
  ),
  keyboard: (
    <>
      <rect x="1.5" y="4" width="13" height="8.5" rx="1.5" />
      {line('M4 7h.2M6.7 7h.2M9.3 7h.2M12 7h.2M5 10h6')}
    </>
  ),
  help: (
    <>
      <circle cx="8" cy="8" r="5.9" />
      {line('M6.2 6.3a1.8 1.8 0 1 1 2.7 1.6c-.6.3-.9.7-.9 1.4')}
      {dot(8, 11.2, 0.8)}
    </>
  ),
  lock: (
    <>
      <rect x="3.2" y="7" width="9.6" height="6.7" rx="1.5" />
      {line('M5.3 7V5a2.7 2.7 0 0 1 5.4 0v2M8 9.7v1.3')}
    </>
  ),
  logout: line('M9.5 3H4a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h5.5M6.8 8h6.7M11 5.3L13.7 8 11 10.7'),
  sun: (
    <>
      <circle cx="8" cy="8" r="2.8" />
      {line('M8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9')}
    </>
  ),
  moon: line('M13 9.7A5.5 5.5 0 0 1 6.3 3a5.5 5.5 0 1 0 6.7 6.7z'),
  hand: line(
    'M5 8V4.2a1 1 0 0 1 2 0V7M7 7V2.9a1 1 0 0 1 2 0V7M9 7V3.9a1 1 0 0 1 2 0v5.3l.8-1.4a1 1 0 0 1 1.7 1c-1.2 2.4-1.9 5-5 5-2.6 0-4-1.5-4.3-3.8L3.5 7a1 1 0 0 1 1.5-.7',
  ),
  sidebar: (
    <>
      <rect x="2.5" y="3" width="11" height="10" rx="1.5" />
      {line('M6.2 3v10')}
    </>
  ),

  // directions; -start and -end follow the reading direction
  'chevron-down': line('M4.5 6.3L8 9.8l3.5-3.5'),
  'chevron-up': line('M4.5 9.7L8 6.2l3.5 3.5'),
  'chevron-end': line('M6.3 4.5L9.8 8l-3.5 3.5'),
  'chevron-start': line('M9.7 4.5L6.2 8l3.5 3.5'),
  'arrow-up': line('M8 12.5v-9M4.8 6.7L8 3.5l3.2 3.2'),
  'arrow-down': line('M8 3.5v9M4.8 9.3L8 12.5l3.2-3.2'),
  'arrow-end': line('M3.5 8h9M9.3 4.8L12.5 8l-3.2 3.2'),
  'arrow-start': line('M12.5 8h-9M6.7 4.8L3.5 8l3.2 3.2'),
} satisfies Record<string, ReactElement>

export type IconName = keyof typeof iconShapes

/** Icons that point along the line of text and so turn round in right-to-left pages. */
export const mirroredIcons: ReadonlySet<IconName> = new Set<IconName>([
  'chevron-end',
  'chevron-start',
  'arrow-end',
  'arrow-start',
  'open',
  'logout',
  'undo',
  'redo',
  'backspace',
  'list',
  'sidebar',
  'logistics',
])
