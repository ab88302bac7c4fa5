/** Every procedure of the animals area. Static paths (`/animals/stats`) win over `/animals/{id}`. */
import { animalPartsContract } from './animals.parts.contract.ts'
import { animalPedigreeContract } from './animals.pedigree.contract.ts'
import { animalRegistryContract } from './animals.registry.contract.ts'

export const animalsContract = {
  ...animalRegistryContract,
  ...animalPartsContract,
  ...animalPedigreeContract,
}
