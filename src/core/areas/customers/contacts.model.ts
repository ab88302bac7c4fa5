/** The people at a customer and the places it has. */
import { z } from 'zod'
import { optionalText, recordColumns, recordId, requiredText } from '../../kernel/procedure.ts'

export const addressTypes = ['billing', 'shipping', 'facility', 'headquarters'] as const

/** The fields of a contact that may be changed, each optional and without a default (see `customerChanges`). */
export const contactChanges = z.strictObject({
  name: requiredText(200).optional(),
  title: optionalText(80),
  department: optionalText(120),
  email: z.email().max(200).nullable().optional(),
  phone: optionalText(60),
  mobile: optionalText(60),
  isPrimary: z.boolean().optional(),
  isBilling: z.boolean().optional(),
  isTechnical: z.boolean().optional(),
  notes: optionalText(4000),
})

/** What a person enters about a contact. The first contact of a customer becomes the primary one by itself. */
export const contactFields = contactChanges.extend({
  name: requiredText(200),
  isPrimary: z.boolean().default(false),
  isBilling: z.boolean().default(false),
  isTechnical: z.boolean().default(false),
})

export const customerContact = z.object({
  ...recordColumns,
  customerId: recordId,
  name: z.string(),
  title: z.string().nullable(),
  department: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  mobile: z.string().nullable(),
  isPrimary: z.boolean(),
  isBilling: z.boolean(),
  isTechnical: z.boolean(),
  notes: z.string().nullable(),
})

const country = z
  .string()
  .regex(/^[A-Z]{2}$/)
  .describe('ISO 3166-1 alpha-2')

/** The fields of an address that may be changed, each optional and without a default (see `customerChanges`). */
export const addressChanges = z.strictObject({
  type: z.enum(addressTypes).optional(),
  line1: requiredText(200).optional(),
  line2: optionalText(200),
  city: requiredText(120).optional(),
  region: optionalText(120),
  postcode: optionalText(20),
  country: country.optional(),
  isPrimary: z.boolean().optional(),
  latitude: z.number().min(-90).max(90).nullable().optional().describe('degrees, WGS 84'),
  longitude: z.number().min(-180).max(180).nullable().optional().describe('degrees, WGS 84'),
})

/** What a person enters about an address. The first address of a customer becomes the primary one by itself. */
export const addressFields = addressChanges.extend({
  type: z.enum(addressTypes),
  line1: requiredText(200),
  city: requiredText(120),
  country,
  isPrimary: z.boolean().default(false),
})

export const customerAddress = z.object({
  ...recordColumns,
  customerId: recordId,
  type: z.enum(addressTypes),
  line1: z.string(),
  line2: z.string().nullable(),
  city: z.string(),
  region: z.string().nullable(),
  postcode: z.string().nullable(),
  country: z.string(),
  isPrimary: z.boolean(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
})

export type ContactFields = z.infer<typeof contactFields>
export type ContactChanges = z.infer<typeof contactChanges>
export type CustomerContact = z.infer<typeof customerContact>
export type AddressFields = z.infer<typeof addressFields>
export type AddressChanges = z.infer<typeof addressChanges>
export type CustomerAddress = z.infer<typeof customerAddress>
