import { z } from 'zod'
import { instant, optionalText, recordColumns, recordId, requiredText } from '../../kernel/procedure.ts'

export const customerTypes = ['individual', 'organization', 'research', 'government'] as const
export const customerCategories = ['standard', 'premium', 'vip', 'research'] as const
export const customerStatuses = ['active', 'inactive', 'prospect', 'blocked'] as const

const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .nullable()
  .optional()
  .describe('ISO 4217')

/**
 * The fields of a customer that may be changed, each optional. They carry no defaults: a default would be filled into
 * an edit that never named the field, and so reset it.
 */
export const customerChanges = z
  .strictObject({
    name: requiredText(200),
    nameArabic: optionalText(200),
    type: z.enum(customerTypes),
    category: z.enum(customerCategories),
    status: z.enum(customerStatuses),
    taxId: optionalText(60),
    registrationNumber: optionalText(60),
    industry: optionalText(120),
    website: optionalText(300),
    email: z.email().max(200).nullable().optional(),
    phone: optionalText(60),
    creditLimit: z.number().min(0).max(1e12).nullable().optional(),
    currency,
    paymentTermsDays: z.number().int().min(0).max(365).nullable().optional(),
    discountPercent: z.number().min(0).max(100).nullable().optional(),
    language: z.enum(['en', 'ar']).nullable().optional(),
    notes: optionalText(10_000),
    tags: z.array(requiredText(40)).max(50),
  })
  .partial()

/** What a person enters about a new customer. */
export const customerFields = customerChanges.extend({
  name: requiredText(200),
  type: z.enum(customerTypes),
  category: z.enum(customerCategories).default('standard'),
  status: z.enum(customerStatuses).default('active'),
  tags: z.array(requiredText(40)).max(50).default([]),
})

export const customer = z.object({
  ...recordColumns,
  code: z.string(),
  name: z.string(),
  nameArabic: z.string().nullable(),
  type: z.enum(customerTypes),
  category: z.enum(customerCategories),
  status: z.enum(customerStatuses),
  taxId: z.string().nullable(),
  registrationNumber: z.string().nullable(),
  industry: z.string().nullable(),
  website: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  creditLimit: z.number().nullable(),
  currency: z.string().nullable(),
  paymentTermsDays: z.number().int().nullable(),
  discountPercent: z.number().nullable(),
  language: z.enum(['en', 'ar']).nullable(),
  notes: z.string().nullable(),
  tags: z.array(z.string()),
  mergedIntoId: z.string().nullable(),
})

/** A customer as lists show it: with what stands in its parts. */
export const customerListItem = customer.extend({
  primaryContact: z
    .object({ id: recordId, name: z.string(), phone: z.string().nullable(), email: z.string().nullable() })
    .nullable(),
  city: z.string().nullable().describe('of the primary address'),
  country: z.string().nullable().describe('of the primary address, ISO 3166-1 alpha-2'),
  openFollowUps: z.number().int(),
  nextDueDate: z.string().nullable().describe('earliest due date of an open follow-up'),
  animals: z.number().int().nullable().describe('owned animals within the caller sites; null without animals.read'),
})

/** A customer that was laid aside or merged into another. */
export const archivedCustomer = customer.extend({ deletedAt: instant })

/** What still hangs on a customer, and stands in the way of archiving it unseen. */
export const openItems = z.object({
  openFollowUps: z.number().int(),
  animals: z.number().int().describe('animals it owns that are neither dead, sold nor archived'),
})

export type Customer = z.infer<typeof customer>
export type CustomerFields = z.infer<typeof customerFields>
export type CustomerChanges = z.infer<typeof customerChanges>
export type CustomerListItem = z.infer<typeof customerListItem>
export type OpenItems = z.infer<typeof openItems>
