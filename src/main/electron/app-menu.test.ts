import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { appMenu } from './app-menu.ts'
import { shellTexts } from './shell-texts.ts'

function labels(items: MenuItemConstructorOptions[]): string[] {
  return items.flatMap((item) => [
    ...(item.label ? [item.label] : []),
    ...(Array.isArray(item.submenu) ? labels(item.submenu) : []),
  ])
}

function aMenu(locale: string, platform: NodeJS.Platform, developer = false): MenuItemConstructorOptions[] {
  return appMenu({ texts: shellTexts(locale), platform, developer, openLogs: () => undefined })
}

describe('the application menu', () => {
  test.each(['ar', 'ar-EG', 'ar_SA', 'AR'])('is Arabic throughout for %s', (locale) => {
    const withoutArabic = labels(aMenu(locale, 'linux', true)).filter((label) => !/[\u0600-\u06ff]/.test(label))
    expect(withoutArabic).toEqual([])
  })

  test.each(['en-GB', 'de', 'arn', ''])('is English for %j', (locale) => {
    expect(labels(aMenu(locale, 'linux')).filter((label) => /[\u0600-\u06ff]/.test(label))).toEqual([])
  })

  test.each(['linux', 'win32', 'darwin'] as const)('offers quit, copy, paste and about on %s', (platform) => {
    expect(labels(aMenu('en', platform))).toEqual(
      expect.arrayContaining(['Quit Reprotech', 'Copy', 'Paste', 'About Reprotech']),
    )
  })

  test('offers the developer tools only to developers', () => {
    expect(
      [true, false].map((developer) => labels(aMenu('en', 'linux', developer)).includes('Developer tools')),
    ).toEqual([true, false])
  })
})
