import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerInteraction } from '../../../core/areas/customers/interactions.model.ts'
import { useCommand } from '../../lib/api/use-command.ts'
import { useWords } from '../../lib/i18n/use-words.ts'
import { PersonName } from '../../lib/people/person-names.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { DateTimeText } from '../../ui/relative-time.tsx'
import styles from './customers.module.css'
import { useContacts } from './customers.queries.ts'
import { DueText } from './due-text.tsx'
import { interactionKindIcons } from './interaction-kind-icons.ts'

interface InteractionRowProps {
  readonly interaction: CustomerInteraction
  readonly mayLog: boolean
  readonly onEdit: () => void
  readonly onComplete: () => void
}

/** One interaction: what, with whom, when, by whom, and whether something is still open. */
export function InteractionRow({ interaction, mayLog, onEdit, onComplete }: InteractionRowProps): ReactElement {
  const { t } = useTranslation('customers')
  const words = useWords()
  const { id: interactionId, customerId, rev, subject } = interaction
  const own = { id: customerId, interactionId, rev }
  const contact = useContacts(customerId).data?.items.find(({ id }) => id === interaction.contactId)
  const remove = useCommand((api, input: typeof own) => api.customers.removeInteraction(input))
  const reopen = useCommand((api, input: typeof own) => api.customers.reopenFollowUp(input))
  const open = interaction.dueDate !== null && interaction.doneAt === null
  const items: MenuEntry[] = [
    { id: 'edit', label: t('interactions.editEntry'), icon: 'edit', onSelect: onEdit },
    ...(interaction.doneAt === null
      ? []
      : [
          {
            id: 'reopen',
            label: t('interactions.reopen'),
            icon: 'undo' as const,
            onSelect: () => void reopen.run(own),
          },
        ]),
    {
      id: 'remove',
      label: t('interactions.remove'),
      icon: 'trash',
      tone: 'critical',
      onSelect: () => void remove.run(own),
    },
  ]
  return (
    <li className={styles.part}>
      <div className={styles.partLine}>
        <Icon name={interactionKindIcons[interaction.kind]} className={styles.kindIcon} />
        <div className={styles.partText}>
          <p className={styles.partHead}>
            <b>
              <bdi>{subject}</bdi>
            </b>
            <DueText dueDate={interaction.dueDate} doneAt={interaction.doneAt} />
          </p>
          {interaction.details !== null && <p className={styles.notes}>{interaction.details}</p>}
          {interaction.outcome !== null && (
            <p className={styles.notes}>
              <b>{words.field('customerInteraction', 'outcome')}</b> {interaction.outcome}
            </p>
          )}
          <p className={styles.facts}>
            <span>{words.value('customerInteraction', 'kind', interaction.kind)}</span>
            <DateTimeText at={interaction.happenedAt} />
            {contact !== undefined && <bdi>{contact.name}</bdi>}
            {interaction.createdBy !== null && <PersonName id={interaction.createdBy} />}
            {interaction.assignedToUserId !== null && interaction.dueDate !== null && (
              <span>
                {t('interactions.assignedTo')} <PersonName id={interaction.assignedToUserId} />
              </span>
            )}
          </p>
        </div>
        {mayLog && open && (
          <Button small icon="check" onClick={onComplete}>
            {t('followUps.markDone')}
          </Button>
        )}
        {mayLog && (
          <Menu trigger={<IconButton icon="more" small label={t('interactions.more', { subject })} />} items={items} />
        )}
      </div>
    </li>
  )
}
