/**
 * Where the nodes of a pedigree stand and how their lines run, in px. Time runs from left to right in every language:
 * the oldest generation is at the left, the animal at the right.
 */

import type { TreeAnimal } from '../../../../core/areas/animals/pedigree/ancestor-tree.ts'
import type { TreeNode } from '../../../../core/areas/animals/pedigree/tree-layout.ts'

export interface TreeSize {
  readonly generations: number
  /** Width there is for the tree. */
  readonly width: number
  readonly density: 'dense' | 'default' | 'gloves'
}

export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Geometry {
  readonly width: number
  readonly height: number
  readonly columnLefts: readonly number[]
  readonly columnWidth: number
  box(node: Pick<TreeNode<TreeAnimal>, 'column' | 'middle' | 'generation'>): Box
}

/** Room between two columns: half of it for each end of a bracket. */
const gap = 22
const leastColumn = 124
const mostColumn = 176
/** Height of a slot of the oldest generation by how many there are. */
const pitches: Readonly<Record<number, number>> = { 1: 120, 2: 96, 3: 72, 4: 36, 5: 32, 6: 30 }
const glovePitch = 60

/** Calculates the places of a tree. A tree too wide for its room is as wide as it must be and scrolls. */
export function treeGeometry({ generations, width, density }: TreeSize): Geometry {
  const columns = generations + 1
  const columnWidth = Math.max(leastColumn, Math.min(mostColumn, Math.floor((width - gap * generations) / columns)))
  const pitch = density === 'gloves' ? glovePitch : (pitches[generations] ?? 30)
  const columnLefts = Array.from({ length: columns }, (_, column) => column * (columnWidth + gap))
  const leafHeight = density === 'gloves' ? 52 : Math.min(46, pitch - (pitch > 40 ? 12 : 6))
  const fullHeight = density === 'gloves' ? 64 : 46
  return {
    width: columns * columnWidth + generations * gap,
    height: 2 ** generations * pitch,
    columnLefts,
    columnWidth,
    box: ({ column, middle, generation }) => {
      const height = generation === generations ? leafHeight : Math.min(fullHeight, 2 * pitch - 6)
      return {
        left: columnLefts[column] ?? 0,
        top: Math.round(middle * pitch - height / 2),
        width: columnWidth,
        height,
      }
    },
  }
}

const bend = 6

/** The bracket from a parent to its offspring, with round corners. */
export function bracketPath(parent: Box, offspring: Box): string {
  const fromX = parent.left + parent.width
  const fromY = parent.top + parent.height / 2
  const toY = offspring.top + offspring.height / 2
  const middle = Math.round((fromX + offspring.left) / 2)
  if (Math.abs(toY - fromY) < 1) return `M${fromX} ${fromY}H${offspring.left}`
  const turn = Math.min(bend, Math.abs(toY - fromY) / 2)
  const down = toY > fromY ? 1 : -1
  return `M${fromX} ${fromY}H${middle - turn}Q${middle} ${fromY} ${middle} ${fromY + down * turn}V${toY - down * turn}Q${middle} ${toY} ${middle + turn} ${toY}H${offspring.left}`
}

/** Where an arrow key leads from a place: left to the sire, right to the offspring, up and down within the generation. */
export function nextPlace(key: string, number: number, filled: ReadonlySet<number>): number | null {
  if (key === 'ArrowRight') return number > 1 ? number >> 1 : null
  if (key === 'ArrowLeft') return [2 * number, 2 * number + 1].find((place) => filled.has(place)) ?? null
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return key === 'Home' ? 1 : null
  const step = key === 'ArrowUp' ? -1 : 1
  const generation = 31 - Math.clz32(number)
  for (let place = number + step; 31 - Math.clz32(place) === generation && place > 0; place += step) {
    if (filled.has(place)) return place
  }
  return null
}
