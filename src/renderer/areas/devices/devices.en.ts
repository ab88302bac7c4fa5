import type { AreaTexts } from '../../lib/i18n/area-texts.ts'

export const devicesEn = {
  texts: {
    title: 'Devices',
    none: 'No device is set up on this bench',
    noneDetail: 'This version talks to no device yet, apart from keyboard scanners that read badges at sign-in.',
    will: 'What will stand here',
    scanner: 'Scanners',
    scannerDetail: 'Barcode and badge readers on USB, serial or network, with the last thing each one read.',
    printer: 'Label printers',
    printerDetail: 'Queue, ribbon and paper of each printer, and a test label.',
    balance: 'Balances and rack readers',
    balanceDetail: 'Weights and whole-rack scans, taken straight into the form that is open.',
    sensor: 'Temperature and level sensors',
    sensorDetail: 'Freezers and tanks with their present value, and the time of the last one.',
  },
} satisfies AreaTexts
