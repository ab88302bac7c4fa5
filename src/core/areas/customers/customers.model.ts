import { z } from 'zod'
import { optionalText, recordColumns, requiredText } from '../../kernel/procedure.ts'

export const customerTypes = ['individual', 'organization', 'research', 'government'] as const
export const customerCategories = ['standard', 'premium', 'vip', 'research'] as const
export const customerStatuses = ['active', 'inactive', 'prospect', 'blocked'] as const

/** What a person enters about a customer. */
export const customerFields = z.strictObject({
  name: requiredText(200),
  nameArabic: optionalText(200),
  type: z.enum(customerTypes),
  category: z.enum(customerCategories).default('standard'),
  status: z.enum(customerStatuses).default('active'),
  taxId: optionalText(60),
  registrationNumber: optionalText(60),
  industry: optionalText(120),
  website: optionalText(300),
  email: z.email().max(200).nullable().optional(),
  phone: optionalText(60),
  creditLimit: z.number().min(0).max(1e12).nullable().optional(),
  currency: z.string().regex(/^[A-Z]{3}$/).nullable().optional().describe('ISO 4217'),
  paymentTermsDays: z.number().int().min(0).max(365).nullable().optional(),
  discountPercent: z.number().min(0).max(100).nullable().optional(),
  language: z.enum(['en', 'ar']).nullable().optional(),
  notes: optionalText(10_000),
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

export type Customer = z.infer<typeof customer>
export type CustomerFields = z.infer<typeof customerFields>
