// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { uiTextsEn } from '../texts/ui-texts.en.ts'
import { UiRoot } from '../theme/ui-root.tsx'
import { CheckboxField } from './choice-fields.tsx'
import { Form, FormActions } from './form.tsx'
import { NumberField } from './number-field.tsx'
import { TextField } from './text-field.tsx'
import { type SubmitFailure, useZodForm } from './use-zod-form.ts'

const schema = z.object({
  name: z.string().min(2),
  email: z.email().optional(),
  weightKg: z.number().max(2000).optional(),
  agreed: z.boolean(),
})
type Values = z.infer<typeof schema>

let root: Root
let page: HTMLElement
let saved: Values[]

function AnimalForm({ answer }: { answer?: SubmitFailure | Error }) {
  const form = useZodForm({
    schema,
    initial: { agreed: false },
    onSubmit: async (values) => {
      if (answer instanceof Error) throw answer
      if (answer !== undefined) return answer
      saved.push(values)
      return undefined
    },
  })
  return (
    <Form form={form}>
      <TextField {...form.field('name')} label="Name" required />
      <TextField {...form.field('email')} label="E-mail" type="email" />
      <NumberField {...form.field('weightKg')} label="Weight" unit="kg" />
      <CheckboxField {...form.field('agreed')} label="Agreed" />
      <FormActions submitLabel="Save" />
    </Form>
  )
}

async function show(answer?: SubmitFailure | Error): Promise<void> {
  await act(async () => {
    root.render(
      <UiRoot look={{ scheme: 'light', density: 'default', lang: 'en' }} texts={uiTextsEn}>
        <AnimalForm {...(answer === undefined ? {} : { answer })} />
      </UiRoot>,
    )
  })
}

function field(name: string): HTMLInputElement {
  const input = page.querySelector<HTMLInputElement>(`[name="${name}"]`)
  if (input === null) throw new Error(`no field ${name}`)
  return input
}

async function type(name: string, text: string): Promise<void> {
  const input = field(name)
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

async function leave(name: string): Promise<void> {
  await act(async () => {
    field(name).dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  })
}

async function send(): Promise<void> {
  await act(async () => {
    page.querySelector('form')?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  })
}

function errorOf(name: string): string | null {
  const described = field(name).getAttribute('aria-describedby')?.split(' ') ?? []
  const id = described.find((part) => part.endsWith('-error'))
  return id === undefined ? null : (document.getElementById(id)?.textContent ?? null)
}

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  saved = []
  page = document.createElement('div')
  document.body.append(page)
  root = createRoot(page)
})

afterEach(async () => {
  await act(async () => root.unmount())
  page.remove()
})

describe('a form over a schema', () => {
  test('says nothing about a field before it was left', async () => {
    await show()
    await type('name', 'N')
    expect(errorOf('name')).toBeNull()
    await leave('name')
    expect([errorOf('name'), errorOf('email')]).toEqual(['Use at least 2 characters.', null])
  })

  test('takes an error back as soon as the value is right', async () => {
    await show()
    await leave('name')
    expect(errorOf('name')).toBe('Fill this in.')
    await type('name', 'Noor')
    expect(errorOf('name')).toBeNull()
  })

  test('refused, sums up the errors with links to the fields and moves the focus there', async () => {
    await show()
    await type('email', 'noor')
    await send()
    const summary = page.querySelector('[role="alert"]')
    expect([...(summary?.querySelectorAll('a') ?? [])].map((link) => link.textContent)).toEqual([
      'Name: Fill this in.',
      'E-mail: Enter an address like name@example.com.',
    ])
    expect([document.activeElement === summary, saved]).toEqual([true, []])
  })

  test('sends parsed values, with empty fields left out', async () => {
    await show()
    await type('name', 'Noor')
    await type('email', 'x')
    await type('email', '')
    await type('weightKg', '612,5')
    await send()
    expect(saved).toEqual([{ name: 'Noor', weightKg: 612.5, agreed: false }])
  })

  test('passes on what is no number, so that the schema refuses it', async () => {
    await show()
    await type('weightKg', '12 kg')
    await leave('weightKg')
    expect(errorOf('weightKg')).toBe('Enter a number.')
  })

  test('puts the answer of the server to its field until the value changes', async () => {
    await show({ fieldErrors: { name: 'This name is taken.' } })
    await type('name', 'Noor')
    await send()
    expect(errorOf('name')).toBe('This name is taken.')
    await type('name', 'Noora')
    expect(errorOf('name')).toBeNull()
  })

  test('says so when sending failed, and keeps what was typed', async () => {
    await show(new Error('connection lost'))
    await type('name', 'Noor')
    await send()
    expect(page.querySelector('[role="alert"]')?.textContent).toBe(uiTextsEn.form.submitFailed)
    expect(field('name').value).toBe('Noor')
  })
})
