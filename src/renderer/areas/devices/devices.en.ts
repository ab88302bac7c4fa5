import type { AreaTexts } from '../../lib/i18n/area-texts.ts'

export const devicesEn = {
  texts: {
    title: 'Devices',
    detail: 'What is connected to this bench',
    none: 'No device is set up on this bench',
    noneDetail:
      'Everything can be entered by hand. A scanner that types like a keyboard works as soon as it is plugged in, without set-up.',
    notHere: 'Not set up',
    works: 'Works without set-up',
    scanner: 'Barcode and tag scanner',
    scannerDetail: 'Any scanner in keyboard mode. Let it send Enter after each code.',
    printer: 'Label printer',
    printerDetail: 'No label printer is connected.',
    sensors: 'Temperature and level sensors',
    sensorsDetail: 'No sensor is connected. Nothing is measured by itself.',
    test: {
      title: 'Try a scanner',
      prompt: 'Scan any code now',
      promptDetail: 'It may be scanned anywhere on this page. Nothing is saved.',
      got: 'Last scan',
      signs_one: '{{count, number}} character',
      signs_other: '{{count, number}} characters',
      empty:
        'Nothing scanned yet. If a scan shows nothing here, the scanner does not send Enter at the end, or the code has fewer than 8 characters.',
      earlier: 'Earlier scans',
      means: 'Means',
      looking: 'Looking it up',
      unknown: 'No animal carries this code.',
      clear: 'Clear',
      by: {
        code: 'animal, by its code',
        identifier: 'animal, by an identifier',
        internal_number: 'animal, by its working number',
      },
    },
  },
} satisfies AreaTexts
