/** Made-up rows for the gallery; the same index always gives the same row. */
export type DemoAnimal = {
  id: string
  name: string
  number: string
  iso: string
  breed: string
  born: string
  ageYears: number
  next: { day: string; step: string; today: boolean }
  status: 'active' | 'withheld' | 'pregnant' | 'hold' | 'resting'
  bank: number
  mark: 'waiting' | 'conflict' | null
}

const first = [
  'Kharj',
  'Safi',
  'Westmere',
  'Ridgecrest',
  'Sandhill',
  'Nashwa',
  'Ghazala',
  'Jawhara',
  'Wadeeha',
  'Mabrouka',
  'Shaela',
  'Sahar',
]
const second = [
  'Lambda',
  'Rubicon',
  'Amira',
  'Parfait',
  'Valentino',
  'Oona',
  'Mogul',
  'Doorman',
  'Captain',
  'Ivy',
  'Dorcy',
  'Numero',
]
const third = ['Noor', 'Layal', 'Reem', 'Mira', 'Dana', 'Jude', 'Sama', 'Rima', 'Hind', 'Ada']
const breeds = ['Holstein', 'Majaheem', 'Arabian', 'Jersey', 'Maghateer', 'Homor']
const prefixes = ['H', 'C', 'A', 'J']
const steps = ['OPU', 'scan', 'flush', 'FSH 4 of 6']
const states: DemoAnimal['status'][] = [
  'active',
  'active',
  'active',
  'active',
  'active',
  'active',
  'withheld',
  'pregnant',
  'hold',
  'resting',
]

/** Spreads an index over 32 bits (Knuth's multiplicative hash), so neighbours differ. */
function spread(index: number, salt: number): number {
  return (Math.imul(index + 1, 2654435761) ^ Math.imul(salt + 7, 40503)) >>> 0
}

function pick<T>(list: readonly T[], index: number, salt: number): T {
  return list[(spread(index, salt) >>> 8) % list.length] as T
}

/** Gives the row at an index. */
export function demoAnimal(index: number): DemoAnimal {
  const age = 2 + (spread(index, 3) % 11)
  const day = spread(index, 5) % 12
  const marker = spread(index, 6) % 17
  return {
    id: `animal-${index}`,
    name: `${pick(first, index, 0)} ${pick(second, index, 1)} ${pick(third, index, 2)}`,
    number: `${pick(prefixes, index, 4)}-${String(100 + (index % 9900)).padStart(4, '0')}`,
    iso: `682 ${String(93_000_000 + index).padStart(12, '0')}`,
    breed: pick(breeds, index, 8),
    born: `${2026 - age}-${String(1 + (spread(index, 9) % 12)).padStart(2, '0')}-${String(1 + (spread(index, 10) % 28)).padStart(2, '0')}`,
    ageYears: age,
    next: { day: day === 0 ? 'Today' : `${23 + (day % 8)} Nov`, step: pick(steps, index, 11), today: day === 0 },
    status: pick(states, index, 12),
    bank: spread(index, 13) % 41,
    mark: marker === 0 ? 'waiting' : marker === 1 ? 'conflict' : null,
  }
}
