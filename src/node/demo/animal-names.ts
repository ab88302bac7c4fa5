/** Names as the breeders of each species give them. Company names and studs are invented. */
import type { HerdAnimal } from './herd-animal.ts'
import type { Choices } from './seeded-choices.ts'

const cows =
  'Noor Layal Reem Dana Rima Sama Jude Mira Hala Lulu Yara Wafa Salma Jana Farah Nada Rana Suha Amal Basma Ghada Haya Lamia Maha Nouf Rasha Shahad Taif Widad Zahra Aseel Budoor Dalal Eman Fadwa Hanan Jumana Kawthar Latifa Manal'.split(
    ' ',
  )
const bulls =
  'Captain Lambda Parfait Mogul Uno Doorman Rubicon Valentino Numero Delta Nova Aurora Titan Shay Sirocco Vector Orion Canyon Falcon Meteor Saffron Granite Harvest Summit Pilot Quartz Ranger Solano Tempest Voyager'.split(
    ' ',
  )
const mares =
  'Nashwa Ghazala Sahar Wadeeha Reeha Najla Shahla Farasha Abla Bint_Nafas Dahma Kuhaila Hamdaniya Saqlawiya Jamila Layla Munira Nabila Qamar Rawda Sabah Thuraya Warda Yasmin Zubayda Amira Bahiya Dunya Fayruz Hasna'.split(
    ' ',
  )
const stallions =
  'Antar Badr Faris Hadi Jabbar Kamil Marwan Nasr Qais Rashid Saif Tarek Waleed Zaid Adham Burhan Dhahab Ghazi Haitham Murad Nabeel Rakan Sultan Wahhaj Zahir Shams Barq Layth Nimr Hazim'.split(
    ' ',
  )
const studs = ['Al Khalid', 'Al Rabdan', 'Al Dahna', 'Al Badeia', 'SA', 'Al Nakhla', 'Al Waha', 'KCA']
const sheCamels =
  'Mabrouka Jawhara Wabra Shaela Wadha Hadba Rabda Sawda Sarha Tarfa Nayfa Ghazwa Shuqra Malha Rimth Dhabya Hayla Khawla Mizna Naifa Samha Shaqha Zarqa Umm_Rishan Hazma Jazla Bayda Safra Turfa Lahba'.split(
    ' ',
  )
const camelBulls =
  'Hadaj Shahin Dhib Sayaf Ghayad Rimah Jazzar Malik Rahhal Samir Hamlul Mughir Nawras Khazzam Sabban Dabbah Fahhad Jalmud Tayyar Wahsh'.split(
    ' ',
  )
const sheCamelsArabic = ['وضحى', 'شقراء', 'العنود', 'مزنة', 'الجازي', 'صيتة', 'عليا', 'نوير', 'شامخة', 'مشكورة']
const rams = 'Hamal Najd Shumukh Fahl Raad Zilzal Sahm Murjan Asad Kasir'.split(' ')
const companies = ['Westmere', 'Ridgecrest', 'Sandhill', 'Langhurst', 'Oakline', 'Dorn', 'Hollins', 'Brandale']

/** Gives every animal of the herd that people would name a name, none twice within a species. Parents must come first. */
export function nameAnimals(herd: readonly HerdAnimal[], choices: Choices): void {
  const taken = new Set(herd.flatMap((animal) => animal.name ?? []))
  for (const animal of herd) {
    if (animal.name !== null) continue
    const name = nameOf(animal, choices)
    if (name === null) continue
    animal.name = untaken(name, taken)
    taken.add(animal.name)
  }
}

function nameOf(animal: HerdAnimal, choices: Choices): string | null {
  switch (animal.species) {
    case 'bovine':
      return cattleName(animal, choices)
    case 'equine':
      return `${choices.pick(animal.sex === 'female' ? mares : stallions).replace('_', ' ')} ${animal.dam === null ? choices.pick(studs) : studOf(animal.dam, choices)}`
    case 'camel':
      return camelName(animal, choices)
    default:
      // Small stock is known by number; rams that breed have a name.
      return animal.isSire && choices.chance(0.7) ? choices.pick(rams) : null
  }
}

/** Herd, sire, own name; bull calves that are sold never get one. */
function cattleName(animal: HerdAnimal, choices: Choices): string | null {
  const isMale = animal.sex === 'male' || animal.sex === 'castrate'
  if (animal.isCompany)
    return `${choices.pick(companies)} ${choices.pick(isMale ? bulls : cows)}${choices.chance(0.4) ? '-ET' : ''}`
  if (isMale && !animal.isSire) return null
  const herd = animal.site === 'KHJ' ? 'Kharj' : 'Safi'
  const sire = animal.sire?.name
    ?.replace(/-ET$/, '')
    .split(' ')
    .find((word) => bulls.includes(word))
  const own = choices.pick(isMale ? bulls : cows)
  return [herd, sire === own ? undefined : sire, own].filter((word) => word !== undefined).join(' ')
}

function studOf(dam: HerdAnimal, choices: Choices): string {
  const stud = studs.find((known) => dam.name?.endsWith(known))
  return stud === undefined || choices.chance(0.1) ? choices.pick(studs) : stud
}

function camelName(animal: HerdAnimal, choices: Choices): string | null {
  if (animal.sex !== 'female') return animal.isSire || choices.chance(0.4) ? choices.pick(camelBulls) : null
  if (animal.site === 'AHS' && choices.chance(0.3)) return choices.pick(sheCamelsArabic)
  const own = choices.pick(sheCamels).replace('_', ' ')
  const sire = animal.sire?.name?.split(' ')[0]
  return sire !== undefined && choices.chance(0.25) ? `${own} bint ${sire}` : own
}

function untaken(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  const [stem, suffix] = name.endsWith('-ET') ? [name.slice(0, -3), '-ET'] : [name, '']
  let number = 2
  while (taken.has(`${stem} ${number}${suffix}`)) number += 1
  return `${stem} ${number}${suffix}`
}
