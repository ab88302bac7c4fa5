/** Colours and purposes, by breed. */
import type { animalPurposes } from '../../core/areas/animals/animals.model.ts'
import type { HerdAnimal } from './herd-animal.ts'
import type { Choices } from './seeded-choices.ts'

type Purpose = (typeof animalPurposes)[number]
type Weighted<Item> = readonly (readonly [item: Item, weight: number])[]

const colours: Readonly<Record<string, Weighted<string>>> = {
  holstein: [
    ['black and white', 9],
    ['red and white', 1],
  ],
  jersey: [
    ['fawn', 7],
    ['dark fawn', 3],
  ],
  brown_swiss: [['brown', 1]],
  montbeliarde: [['red and white', 1]],
  hassawi_cattle: [
    ['red', 6],
    ['black', 2],
    ['brindle', 2],
  ],
  arabian: [
    ['grey', 45],
    ['bay', 28],
    ['chestnut', 25],
    ['black', 2],
  ],
  majaheem: [['black', 1]],
  maghateer: [
    ['white', 7],
    ['cream', 3],
  ],
  homor: [['red-brown', 1]],
  najdi: [['black, white head', 1]],
  awassi: [
    ['white, brown head', 8],
    ['white, black head', 2],
  ],
  ardi: [
    ['black', 8],
    ['black, white ears', 2],
  ],
  damascus: [
    ['red-brown', 7],
    ['pied', 3],
  ],
}

const purposes: Readonly<Record<string, Weighted<Purpose>>> = {
  bovine: [['dairy', 1]],
  hassawi_cattle: [['conservation', 1]],
  equine: [
    ['racing', 4],
    ['show', 3],
    ['breeding', 3],
  ],
  camel: [
    ['dairy', 4],
    ['racing', 3],
    ['show', 2],
    ['breeding', 1],
  ],
  ovine: [
    ['meat', 6],
    ['breeding', 4],
  ],
  caprine: [
    ['dairy', 7],
    ['breeding', 3],
  ],
}

export function colourOf({ line }: HerdAnimal, choices: Choices): string | null {
  const known = colours[line]
  return known === undefined ? null : choices.weighted(known)
}

export function purposeOf(animal: HerdAnimal, choices: Choices): Purpose | null {
  if (animal.isSire || animal.donorFrom !== null || animal.isCompany) return 'breeding'
  const known = purposes[animal.line] ?? purposes[animal.species]
  return known === undefined ? null : choices.weighted(known)
}
