import {
  type KeyboardEvent,
  type ReactElement,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import type { PedigreeTree } from '../../../../core/areas/animals/animals.pedigree.model.ts'
import { type AncestorTree, buildAncestorTree } from '../../../../core/areas/animals/pedigree/ancestor-tree.ts'
import { layOutTree, type TreeNode } from '../../../../core/areas/animals/pedigree/tree-layout.ts'
import { useGo } from '../../../lib/route/use-go.ts'
import { useLook } from '../../../ui/theme/look.ts'
import { SexMark } from '../animal-name.tsx'
import { useAnimalWords } from '../animal-words.ts'
import { CommonMark } from './common-mark.tsx'
import styles from './pedigree.module.css'
import { PedigreeWhy } from './pedigree-why.tsx'
import { type Box, bracketPath, type Geometry, nextPlace, treeGeometry } from './tree-geometry.ts'

type Shown = PedigreeTree['nodes'][number]['animal']
type TreeRow = { id: string; sire: string | null; dam: string | null; shown: Shown }
type Node = TreeNode<TreeRow>

/** A narrower box has room for the name alone; the year is in its hint. */
const roomForYear = 150
const nearGenerations = ['self', 'parents', 'grandparents'] as const

/** The answer of the node as the core's layout takes it. */
function toTree(pedigree: PedigreeTree): AncestorTree<TreeRow> {
  const byId = new Map(
    pedigree.nodes.map(({ animal }) => [
      animal.id,
      { id: animal.id, sire: animal.sireId, dam: animal.damId, shown: animal },
    ]),
  )
  return buildAncestorTree(pedigree.animal.id, pedigree.generations, (id) => byId.get(id) ?? null)
}

/** Which line leads to a common ancestor: the two of most weight are drawn, A solid and B dashed. */
function pathsOf(pedigree: PedigreeTree): ReadonlyMap<number, 'A' | 'B'> {
  const paths = new Map<number, 'A' | 'B'>()
  for (const letter of ['B', 'A'] as const) {
    for (const { slot, mark } of pedigree.nodes) {
      if (mark === letter) for (let number = slot; number > 1; number >>= 1) paths.set(number, letter)
    }
  }
  return paths
}

/** The tree of ancestors: brackets, shapes for sex, common ancestors lettered, F and what it comes from. */
export function PedigreeTreeView({ pedigree }: { pedigree: PedigreeTree }): ReactElement {
  const { t } = useTranslation('animals')
  const go = useGo()
  const { density } = useLook()
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const { nodes, byNumber, filled, paths, geometry } = useMemo(() => {
    const layout = layOutTree(toTree(pedigree))
    const drawn = layout.nodes.filter((node) => node.state !== 'empty')
    return {
      nodes: drawn,
      byNumber: new Map(drawn.map((node) => [node.number, node])),
      filled: new Set(drawn.filter((node) => node.state === 'known').map((node) => node.number)),
      paths: pathsOf(pedigree),
      geometry: treeGeometry({ generations: pedigree.generations, width, density }),
    }
  }, [pedigree, width, density])
  const marks = useMemo(() => new Map(pedigree.nodes.map(({ slot, mark }) => [slot, mark])), [pedigree])
  const [at, setAt] = useState(1)
  const focused = filled.has(at) ? at : 1
  // The animal stands at the right; where the tree is wider than its room, begin there.
  useLayoutEffect(() => {
    const element = frame.current
    if (element === null) return
    element.scrollLeft = geometry.width
    element.scrollTop = Math.max(0, (geometry.height - element.clientHeight) / 2)
  }, [geometry])

  function onKeyDown(event: KeyboardEvent): void {
    const next = nextPlace(event.key, focused, filled)
    if (next === null) return
    event.preventDefault()
    setAt(next)
    frame.current?.querySelector<HTMLElement>(`[data-place="${next}"]`)?.focus()
  }
  return (
    <div ref={frame} className={styles.frame} dir="ltr">
      <div className={styles.headings} style={{ inlineSize: geometry.width }}>
        {geometry.columnLefts.map((left, column) => {
          const generation = pedigree.generations - column
          return (
            <span key={left} style={{ left }}>
              {t(`pedigree.generation.${nearGenerations[generation] ?? 'back'}`, { n: generation })}
            </span>
          )
        })}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a tree of links moved by arrow keys is no list */}
      <div
        role="group"
        aria-label={t('pedigree.tree')}
        className={styles.tree}
        style={{ inlineSize: geometry.width, blockSize: geometry.height }}
        onKeyDown={onKeyDown}
      >
        <Brackets nodes={nodes} byNumber={byNumber} paths={paths} geometry={geometry} />
        {nodes.map((node) => (
          <PlaceView
            key={node.number}
            node={node}
            box={geometry.box(node)}
            letter={marks.get(node.number) ?? null}
            isLeaf={node.generation === pedigree.generations && pedigree.generations > 3}
            isFocusable={node.number === focused}
            onFocus={() => setAt(node.number)}
            onGo={go}
          />
        ))}
        <PedigreeWhy
          pedigree={pedigree}
          box={geometry.box({ column: pedigree.generations, middle: 2 ** pedigree.generations / 2, generation: 0 })}
        />
      </div>
    </div>
  )
}

interface BracketsProps {
  readonly nodes: readonly Node[]
  readonly byNumber: ReadonlyMap<number, Node>
  readonly paths: ReadonlyMap<number, 'A' | 'B'>
  readonly geometry: Geometry
}

function Brackets({ nodes, byNumber, paths, geometry }: BracketsProps): ReactElement {
  const order = { A: 2, B: 1 }
  const lines = nodes
    .flatMap((node) => {
      const offspring = node.offspring === null ? undefined : byNumber.get(node.offspring)
      if (offspring === undefined) return []
      const path = paths.get(node.number) ?? null
      return [
        {
          number: node.number,
          path,
          unknown: node.state === 'unknown',
          d: bracketPath(geometry.box(node), geometry.box(offspring)),
        },
      ]
    })
    // Lines on a path are drawn over the others, the solid one last.
    .sort((one, other) => (one.path === null ? 0 : order[one.path]) - (other.path === null ? 0 : order[other.path]))
  return (
    <svg className={styles.lines} width={geometry.width} height={geometry.height} aria-hidden="true">
      {lines.map((line) => (
        <path
          key={line.number}
          d={line.d}
          data-path={line.path ?? undefined}
          data-unknown={line.unknown || undefined}
        />
      ))}
    </svg>
  )
}

interface PlaceProps {
  readonly node: Node
  readonly box: Box
  readonly letter: string | null
  readonly isLeaf: boolean
  readonly isFocusable: boolean
  onFocus(): void
  onGo(href: string): void
}

function PlaceView({ node, box, letter, isLeaf, isFocusable, onFocus, onGo }: PlaceProps): ReactElement {
  const { t } = useTranslation('animals')
  const words = useAnimalWords()
  const style = { left: box.left, top: box.top, width: box.width, height: box.height }
  const shown = node.slot?.animal?.shown ?? null
  if (shown === null) {
    return (
      <span className={styles.unknown} style={style} dir="auto">
        {node.role === 'sire' ? t('pedigree.unknownSire') : t('pedigree.unknownDam')}
      </span>
    )
  }
  const title = words.title(shown)
  const number = shown.hidden ? '' : words.number(shown)
  const year = words.bornYear(shown)
  const path = letter === 'A' || letter === 'B' ? letter : undefined
  const href = node.number === 1 ? `/animals/${shown.id}` : `/animals/${shown.id}/pedigree`
  return (
    <a
      className={styles.place}
      style={style}
      href={shown.hidden ? undefined : href}
      data-place={node.number}
      data-leaf={isLeaf || undefined}
      data-animal={node.number === 1 || undefined}
      data-path={path}
      tabIndex={isFocusable ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={(event) => {
        if (event.key === ' ' && !shown.hidden) {
          event.preventDefault()
          onGo(href)
        }
      }}
      title={[title, number, year].filter((part) => part !== '').join(' · ')}
    >
      <span className={styles.first}>
        <SexMark sex={shown.sex} size={isLeaf ? 12 : 13} />
        <bdi className={styles.placeName}>{title}</bdi>
        {letter !== null && <CommonMark letter={letter} />}
        {isLeaf && letter === null && year !== '' && box.width >= roomForYear && <time>{year}</time>}
      </span>
      {!isLeaf && (
        <span className={styles.second}>
          {number !== '' && <span className={styles.number}>{number}</span>}
          {year !== '' && <time>{year}</time>}
        </span>
      )}
    </a>
  )
}

function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(900)
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return undefined
    const measure = () => setWidth(element.clientWidth - 40)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref])
  return width
}
