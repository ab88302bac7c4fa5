import { describe, expect, test } from 'vitest'
import { commonAncestorsOf } from '../../src/core/areas/animals/pedigree/common-ancestors.ts'
import { calculateInbreeding, inbreedingOf } from '../../src/core/areas/animals/pedigree/inbreeding.ts'
import { orderCheckedPedigree, orderPedigree } from '../../src/core/areas/animals/pedigree/pedigree-order.ts'
import { describeRelationship, relationshipMatrix } from '../../src/core/areas/animals/pedigree/relationship.ts'
import {
  hasReferencePedigrees,
  readReferencePedigree,
  readReferenceRows,
  whyReferenceIsMissing,
} from '../support/pedigree-reference.ts'

const tolerance = 1e-9

/** F by the tabular method, by pedigreemm 0.3-5 (Sargolzaei & Iwaisaki 2005) and by nadiv: README of the data. */
const referenceF: readonly [name: string, source: string, reference: string][] = [
  ['Mrode 2014, table 2.1', 'pedigree/nadiv_Mrode2.csv', 'nadiv_Mrode2.ref.csv'],
  ['Mrode 2014, chapter 3', 'pedigree/nadiv_Mrode3.csv', 'nadiv_Mrode3.ref.csv'],
  ['Mrode 2014, chapter 9', 'pedigree/nadiv_Mrode9.csv', 'nadiv_Mrode9.ref.csv'],
  ['Wray 1990', 'pedigree/nadiv_Wray90.csv', 'nadiv_Wray90.ref.csv'],
  ['warcolak, 5400 simulated', 'pedigree/nadiv_warcolak.csv', 'nadiv_warcolak.ref.csv'],
  ['pedSires', 'pedigree/pedSires.csv', 'pedSires.ref.csv'],
  ['Hinterwald cattle (optiSel)', 'pedigree/optisel_ExamplePed.csv', 'optisel_ExamplePed.ref.csv'],
  ['visPedigree simple', 'pedigree/vis_simple_ped.csv', 'vis_simple_ped.ref.csv'],
  ['visPedigree small', 'pedigree/vis_small_ped.csv', 'vis_small_ped.ref.csv'],
  ['visPedigree big family, 178421', 'pedigree/vis_big_family_size_ped.csv.gz', 'vis_big_family_size_ped.f.csv.gz'],
  ['simulated chip herd', 'sim_a/pedigree_true.csv', 'sim_a_true.ref.csv'],
  ['German cattle (synbreed)', 'snp/cattle/cattle_pedigree.csv', 'cattle_pedigree.ref.csv'],
  ['salmon families', 'snp/salmon/salmon_pedigree.csv', 'salmon_pedigree.ref.csv'],
  ['sequoia HSg5', 'parentage/hsg5_pedigree.csv', 'seq_HSg5_pedigree.ref.csv'],
]

describe.skipIf(!hasReferencePedigrees)(
  `F of reference pedigrees${hasReferencePedigrees ? '' : ` (${whyReferenceIsMissing})`}`,
  () => {
    test.each(referenceF)('F of every animal equals the references: %s', (_name, source, reference) => {
      const { pedigree, ids, positionOf } = readReferencePedigree(source)
      const inbreeding = calculateInbreeding(pedigree, orderCheckedPedigree(pedigree))!
      const rows = readReferenceRows(`pedigree/ref/${reference}`)
      let largestDifference = 0
      for (const row of rows) {
        const position = positionOf.get(row.id!)
        expect(position, row.id).toBeDefined()
        for (const method of ['f_tabular', 'f_pedigreemm', 'f_nadiv']) {
          const expected = row[method]
          if (expected === undefined || expected === '') continue
          largestDifference = Math.max(largestDifference, Math.abs(inbreeding[position!]! - Number(expected)))
        }
      }
      expect(rows.length).toBe(ids.length)
      expect(largestDifference).toBeLessThan(tolerance)
    })

    test('F of single animals, traced alone, equals the references (Hinterwald cattle, warcolak)', () => {
      for (const [, source, reference] of referenceF.filter(([name]) => /Hinterwald|warcolak/.test(name))) {
        const { pedigree, positionOf } = readReferencePedigree(source)
        const nothingKnown = new Float64Array(pedigree.sire.length).fill(Number.NaN)
        const rows = readReferenceRows(`pedigree/ref/${reference}`).filter((_row, place) => place % 41 === 0)
        const targets = rows.map((row) => positionOf.get(row.id!)!)
        const found = inbreedingOf(targets, pedigree, nothingKnown)
        for (const [place, row] of rows.entries()) {
          expect(Math.abs(found[place]! - Number(row.f_pedigreemm))).toBeLessThan(tolerance)
        }
      }
    })

    test.each(
      referenceF.filter(([name]) => /Mrode|Wray|simple|small|Hinterwald|simulated chip|sequoia|synbreed/.test(name)),
    )('contributions of common ancestors add up to the reference F: %s', (_name, source, reference) => {
      const { pedigree, positionOf } = readReferencePedigree(source)
      const knownF = calculateInbreeding(pedigree, orderCheckedPedigree(pedigree))!
      for (const row of readReferenceRows(`pedigree/ref/${reference}`)) {
        const report = commonAncestorsOf(pedigree, positionOf.get(row.id!)!, { knownF })
        expect(report.complete).toBe(true)
        expect(Math.abs(report.accounted - Number(row.f_pedigreemm)), row.id).toBeLessThan(tolerance)
        expect(Math.abs(report.inbreeding - Number(row.f_pedigreemm)), row.id).toBeLessThan(tolerance)
      }
    })
  },
)

describe.skipIf(!hasReferencePedigrees)(
  `A of reference pedigrees${hasReferencePedigrees ? '' : ` (${whyReferenceIsMissing})`}`,
  () => {
    test.each(['nadiv_Mrode2', 'nadiv_Wray90', 'vis_small_ped'])('A and r equal the reference matrix: %s', (name) => {
      const { pedigree, positionOf } = readReferencePedigree(`pedigree/${name}.csv`)
      const rows = readReferenceRows(`pedigree/ref/${name}.A.csv`)
      const animals = rows.map((row) => positionOf.get(row.id!)!)
      const matrix = relationshipMatrix(pedigree, animals)
      const reference = (i: number, j: number): number => Number(rows[i]![rows[j]!.id!.toLowerCase()])
      for (let i = 0; i < rows.length; i++) {
        for (let j = 0; j < rows.length; j++) {
          expect(Math.abs(matrix[i * rows.length + j]! - reference(i, j))).toBeLessThan(tolerance)
          const pair = describeRelationship(pedigree, animals[i]!, animals[j]!)
          const coefficient = reference(i, j) / Math.sqrt(reference(i, i) * reference(j, j))
          expect(Math.abs(pair.coefficient - coefficient)).toBeLessThan(tolerance)
        }
      }
    })

    test('A equals the reference where it is not zero and is zero elsewhere: pedSires', () => {
      const { pedigree, ids, positionOf } = readReferencePedigree('pedigree/pedSires.csv')
      const all = [...ids.keys()]
      const matrix = relationshipMatrix(pedigree, all)
      for (const row of readReferenceRows('pedigree/ref/pedSires.A_nonzero.tsv.gz', '\t')) {
        const first = positionOf.get(row.id1!)!
        const second = positionOf.get(row.id2!)!
        expect(Math.abs(matrix[first * all.length + second]! - Number(row.a))).toBeLessThan(tolerance)
        matrix[first * all.length + second] = 0
        matrix[second * all.length + first] = 0
      }
      expect(matrix.reduce((most, value) => Math.max(most, value), 0)).toBeLessThan(tolerance)
    })
  },
)

describe.skipIf(!hasReferencePedigrees)(
  `pedigrees with loops${hasReferencePedigrees ? '' : ` (${whyReferenceIsMissing})`}`,
  () => {
    const loopsOf = (source: string): string[][] => {
      const { pedigree, ids } = readReferencePedigree(source)
      const result = orderPedigree(pedigree)
      return result.ok ? [] : result.loops.map((loop) => loop.map((position) => ids[position]!))
    }

    test('refuses visPedigree loop_ped and names its loops as they stand in the file', () => {
      expect(loopsOf('pedigree/vis_loop_ped.csv')).toEqual([
        ['F', 'A', 'C', 'E'],
        ['M', 'V'],
        ['M', 'V', 'T', 'R', 'P'],
      ])
    })

    test('refuses optiSel PedigWithErrors and names only loops that are in the file', () => {
      const { pedigree, positionOf } = readReferencePedigree('pedigree/optisel_PedigWithErrors.csv.gz')
      const named = loopsOf('pedigree/optisel_PedigWithErrors.csv.gz')
      expect(named.length).toBeGreaterThan(0)
      for (const loop of named) {
        for (const [place, id] of loop.entries()) {
          const animal = positionOf.get(id)!
          const next = positionOf.get(loop[(place + 1) % loop.length]!)!
          expect([pedigree.sire[animal], pedigree.dam[animal]]).toContain(next)
        }
      }
    })
  },
)
