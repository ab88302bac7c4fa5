import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PedigreeTree } from '../../../../core/areas/animals/animals.pedigree.model.ts'
import { formatNumber } from '../../../ui/format-values.ts'
import { useLook } from '../../../ui/theme/look.ts'
import { useAnimalWords } from '../animal-words.ts'
import { CommonMark } from './common-mark.tsx'
import styles from './pedigree.module.css'
import type { Box } from './tree-geometry.ts'

/** Common ancestors named beside the tree; the others are in the figure. */
const mostNamed = 3

/** F of the animal, through whom it comes, and how much of the pedigree is known. */
export function PedigreeWhy({ pedigree, box }: { pedigree: PedigreeTree; box: Box }): ReactElement {
  const { t } = useTranslation('animals')
  const { lang, dir } = useLook()
  const words = useAnimalWords()
  const { completeness } = pedigree
  const named = pedigree.commonAncestors.slice(0, mostNamed)
  const back = (generations: readonly number[]) => formatNumber(lang, Math.min(...generations))
  return (
    <div className={styles.why} style={{ left: box.left, top: box.top + box.height + 14, width: box.width }} dir={dir}>
      <h2>{t('pedigree.inbreeding')}</h2>
      <p className={styles.big}>{pedigree.inbreeding === null ? t('unknown') : words.percent(pedigree.inbreeding)}</p>
      {pedigree.inbreeding === null && <p>{t('pedigree.loop')}</p>}
      {pedigree.inbreedingStale && <p>{t('stale')}</p>}
      <ul>
        {named.map((one) => (
          <li key={one.animal.id}>
            {one.mark === null ? <span className={styles.noLetter} /> : <CommonMark letter={one.mark} />}
            <span>
              <bdi>{words.title(one.animal)}</bdi>
              <small>
                {t('pedigree.contribution', {
                  part: words.percent(one.contribution),
                  sire: back(one.sireGenerations),
                  dam: back(one.damGenerations),
                })}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {pedigree.commonAncestorCount > named.length && (
        <p>{t('pedigree.moreCommon', { count: pedigree.commonAncestorCount - named.length })}</p>
      )}
      <p>
        {t('pedigree.known', {
          known: formatNumber(lang, completeness.known),
          possible: formatNumber(lang, completeness.possible),
        })}
      </p>
      <p>
        {t('pedigree.equivalent', {
          n: formatNumber(lang, completeness.equivalentGenerations, { maximumFractionDigits: 1 }),
        })}
      </p>
    </div>
  )
}
