import type { AreaTexts } from '../../lib/i18n/area-texts.ts'

export const syncEn = {
  texts: {
    title: 'Sync centre',
    bench: {
      title: 'Not connected to HQ',
      none: 'Keep working. Everything you save is kept on this bench.',
      some_one:
        'Keep working. {{count, number}} change is safe on this bench and stays here until the bench is connected to HQ.',
      some_other:
        'Keep working. {{count, number}} changes are safe on this bench and stay here until the bench is connected to HQ.',
    },
    hq: { title: 'This is HQ', detail: 'Benches send their changes here. What is saved here is in its place at once.' },
    waiting: {
      title: 'Waiting to go',
      none: 'Nothing waits.',
      oldest: 'Oldest:',
      seeAll: 'See all changes',
      open: '{{what}}: show in the audit trail',
    },
    here: {
      title: 'On this machine',
      ledger: 'Changes kept',
      ledgerHint: 'Each names who did it, when, from what to what. None is ever erased.',
      waiting: 'Of these waiting',
      device: 'Machine',
      connection: 'Connection',
      notConnected: 'None',
      isHq: 'This is HQ',
    },
    decisions: {
      title: 'Nothing to decide',
      bench:
        'When the same record is changed here and elsewhere, the choice is asked for in this place. As long as this bench works alone, that cannot happen.',
      hq: 'When two benches change the same record, the choice is asked for in this place.',
    },
  },
} satisfies AreaTexts
