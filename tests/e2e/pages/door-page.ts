import type { Locator, Page } from 'playwright'

/** Texts of the door in the language a test uses. */
const texts = {
  en: { userName: 'User name', password: 'Password', signIn: 'Sign in', someoneElse: 'Someone else User name' },
  ar: {
    userName: 'اسم المستخدم',
    password: 'كلمة المرور',
    signIn: 'تسجيل الدخول',
    someoneElse: 'شخص آخر اسم المستخدم',
  },
}

/** The door: sign-in, and the lock over the product. */
export class DoorPage {
  readonly page: Page
  readonly keypad: Locator

  constructor(page: Page) {
    this.page = page
    this.keypad = page.getByRole('group', { name: /^(PIN of|الرمز السري)/ })
  }

  async #words(): Promise<(typeof texts)['en']> {
    const lang = await this.page.locator('html').getAttribute('lang')
    return lang === 'ar' ? texts.ar : texts.en
  }

  /** Signs in by name and password, whichever panel is shown. */
  async signIn(username: string, password: string): Promise<void> {
    await this.page.getByRole('main').waitFor()
    const words = await this.#words()
    const name = this.page.getByRole('textbox', { name: words.userName })
    await name.or(this.keypad).first().waitFor()
    if (!(await name.isVisible())) await this.page.getByRole('button', { name: words.someoneElse }).click()
    await name.fill(username)
    await this.page.getByRole('textbox', { name: words.password }).fill(password)
    await this.page.getByRole('button', { name: words.signIn, exact: true }).click()
  }

  person(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(name) })
  }

  /** Types a PIN as a person does, and ends it with Enter. */
  async typePin(pin: string): Promise<void> {
    await this.keypad.waitFor()
    await this.page.keyboard.type(pin, { delay: 90 })
    await this.page.keyboard.press('Enter')
  }

  /** What a scanner that types like a keyboard sends: fast keys, then Enter. */
  async scanBadge(code: string): Promise<void> {
    await this.page.keyboard.type(code)
    await this.page.keyboard.press('Enter')
  }
}
