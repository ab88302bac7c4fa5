import { useTranslation } from 'react-i18next'
import type { AnimalRecord } from '../../../core/areas/animals/animals.model.ts'
import { canBeDam } from '../../../core/areas/animals/species/sex.ts'
import { useSite } from '../../lib/session/site-choice.tsx'
import { useSiteName } from '../../lib/session/use-site-name.ts'
import { useAnimalWords } from './animal-words.ts'

/** Gives the line under an animal's name: "Holstein cow, born 14 Mar 2021, barn 2 pen 14". */
export function useAnimalSentence(): (animal: AnimalRecord) => string {
  const { t } = useTranslation('animals')
  const words = useAnimalWords()
  const { sites } = useSite()
  const siteName = useSiteName()
  return (animal) => {
    // Offspring tell a cow from a heifer; without any on record her age decides.
    const hasGivenBirth = canBeDam(animal.sex) && animal.offspringCount > 0 ? true : null
    const term = words.term({ species: animal.species, sex: animal.sex, ageMonths: animal.ageMonths, hasGivenBirth })
    const breed = words.breed(animal.mainBreed)
    const kind = breed === '' ? term : t('sentence.kind', { breed, term })
    const born = words.born(animal)
    const place = animal.location ?? sites.filter(({ id }) => id === animal.siteId).map(siteName)[0]
    return [kind, born === '' ? null : t('sentence.born', { born }), place]
      .filter((part) => part != null && part !== '')
      .join(t('separator'))
  }
}
