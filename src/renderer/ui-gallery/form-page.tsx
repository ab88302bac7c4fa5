import type { ReactElement } from 'react'
import { z } from 'zod'
import { CheckboxField, SegmentedField } from '../ui/form/choice-fields.tsx'
import { DateField } from '../ui/form/date-field.tsx'
import { Form, FormActions, FormGroup } from '../ui/form/form.tsx'
import { NumberField } from '../ui/form/number-field.tsx'
import { MultiSelectField, SelectField } from '../ui/form/select-field.tsx'
import { PasswordField, TextareaField, TextField } from '../ui/form/text-field.tsx'
import { useZodForm } from '../ui/form/use-zod-form.ts'
import { Screen } from '../ui/frame/screen.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { useToast } from '../ui/toast.tsx'
import { useSay } from './gallery-context.ts'

const schema = z.object({
  name: z.string().min(2).max(40),
  number: z.string().min(3),
  email: z.email().optional(),
  sex: z.enum(['female', 'male', 'unknown']),
  born: z.iso.date(),
  breed: z.string(),
  roles: z.array(z.string()).min(1),
  weightKg: z.number().min(1).max(2000).optional(),
  password: z.string().min(8).optional(),
  note: z.string().max(500).optional(),
  consent: z.boolean(),
})

const breeds = ['Holstein', 'Jersey', 'Brown Swiss', 'Majaheem', 'Maghateer', 'Arabian', 'Homor'].map((label) => ({
  value: label,
  label,
}))

/** A form with every kind of field. */
export function FormPage(): ReactElement {
  const say = useSay()
  const toast = useToast()
  const form = useZodForm({
    schema,
    initial: { sex: 'female', consent: false, roles: [], weightKg: 1240 },
    onSubmit: (values) => {
      if (values.number === 'H-4417')
        return {
          fieldErrors: {
            number: say('This number is used by Kharj Lambda Noor.', 'هذا الرقم مستخدم لـ Kharj Lambda Noor.'),
          },
        }
      toast({ text: say('Saved', 'حُفظ'), undo: () => undefined })
      return undefined
    },
  })
  return (
    <Screen
      header={
        <PageHeader
          title={say('New animal', 'حيوان جديد')}
          path={[{ label: say('Register', 'السجل'), href: '#list' }]}
        />
      }
    >
      <Form form={form} columns={2} label={say('New animal', 'حيوان جديد')}>
        <TextField {...form.field('name')} label={say('Name', 'الاسم')} required />
        <TextField
          {...form.field('number')}
          label={say('Internal number', 'الرقم الداخلي')}
          mono
          required
          hint={say('Type H-4417 to see an answer of the server', 'اكتب H-4417 لرؤية رد الخادم')}
        />
        <SegmentedField
          {...form.field('sex')}
          label={say('Sex', 'الجنس')}
          required
          options={[
            { value: 'female', label: say('Female', 'أنثى'), icon: 'circle' },
            { value: 'male', label: say('Male', 'ذكر'), icon: 'square' },
            { value: 'unknown', label: say('Unknown', 'غير معروف'), icon: 'diamond' },
          ]}
        />
        <DateField {...form.field('born')} label={say('Born', 'تاريخ الميلاد')} required max="2026-11-23" />
        <SelectField {...form.field('breed')} label={say('Breed', 'السلالة')} required options={breeds} />
        <MultiSelectField
          {...form.field('roles')}
          label={say('Roles', 'الأدوار')}
          required
          options={[
            { value: 'donor', label: say('Donor', 'متبرعة') },
            { value: 'recipient', label: say('Recipient', 'مستقبلة') },
            { value: 'reference', label: say('Reference', 'مرجعية') },
          ]}
        />
        <NumberField
          {...form.field('weightKg')}
          label={say('Weight', 'الوزن')}
          unit="kg"
          decimals={1}
          expected={{ min: 400, max: 900 }}
        />
        <TextField {...form.field('email')} label={say('Owner’s e-mail', 'بريد المالك')} type="email" />
        <PasswordField {...form.field('password')} label={say('Password', 'كلمة المرور')} autoComplete="new-password" />
        <FormGroup title={say('Remarks', 'ملاحظات')}>
          <TextareaField {...form.field('note')} label={say('Note', 'ملاحظة')} wide />
          <CheckboxField
            {...form.field('consent')}
            label={say('The owner agreed to genotyping', 'وافق المالك على التنميط الجيني')}
          />
        </FormGroup>
        <FormActions submitLabel={say('Save animal', 'حفظ الحيوان')} onCancel={() => form.reset()} />
      </Form>
    </Screen>
  )
}
