import { expect, type Locator, type Page } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { open, settled, signIn } from './people'

/** The smallest picture. */
export const picture = {
  name: 'photo.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
}

/** A button by its name; one that was busy a moment ago still says so before it. */
export function button(where: Page | Locator, name: string): Locator {
  return where.getByRole('button', { name: new RegExp(`(^|\\s)${name}$`) }).first()
}

/** Where something stands once it has come to rest. */
async function still(what: Locator) {
  await expect(what).toBeVisible()
  let box = await what.boundingBox()
  for (let before: typeof box = null; JSON.stringify(before) !== JSON.stringify(box); ) {
    before = box
    await what.page().waitForTimeout(300)
    box = await what.boundingBox()
  }
  if (!box) throw new Error('it is gone')
  return box
}

/** Writes a name on the pad. */
export async function write(page: Page): Promise<void> {
  const pad = page.locator('canvas')
  const box = await still(pad)
  await page.mouse.move(box.x + 60, box.y + 60)
  await page.mouse.down()
  await page.mouse.move(box.x + 160, box.y + 110, { steps: 5 })
  await page.mouse.move(box.x + 240, box.y + 60, { steps: 5 })
  await page.mouse.up()
  await page.getByRole('button', { name: zh.forms.signed, exact: true }).click()
  await expect(pad).toBeHidden()
}

/** Opens a case of a family from its file, as a clerk does, and answers its address. */
export async function begin(
  page: Page,
  household: string,
  procedure: string,
  who?: number | string,
) {
  await open(page, `/households/${household}`)
  await page.getByRole('link', { name: zh.counter.handle }).click()
  await page.getByText(procedure, { exact: true }).click()
  if (who !== undefined) {
    await page.locator('#counter-applicant').click()
    const people = page.locator('.ant-select-dropdown:visible .ant-select-item-option')
    await (typeof who === 'number' ? people.nth(who) : people.filter({ hasText: who })).click()
  }
  await page.getByRole('button', { name: new RegExp(`${zh.counter.open}$`) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(procedure)
  await settled(page)
  return new URL(page.url()).hash.slice(1).replace(/\?.*/, '')
}

/** Takes an outcome of a case on its page, filling its dialog in. */
export async function act(page: Page, name: string, typed?: (dialog: Locator) => Promise<void>) {
  const dialog = page.getByRole('dialog')
  await button(page, name).click()
  await typed?.(dialog)
  await button(dialog, name).click()
  await expect(dialog).toBeHidden()
  await settled(page)
}

/** The next form of a case; a case that was just opened shows its first one by itself. */
export async function nextForm(page: Page): Promise<Locator> {
  const drawer = page.getByRole('dialog')
  if (!(await drawer.isVisible())) await button(page, zh.forms.fill).click()
  // What a form rests on stands at its head.
  await expect(drawer.getByText(zh.forms.restsOn)).toBeVisible()
  return drawer
}

/** Fills the next form of a case in and hands it in. */
export async function fill(page: Page, typed: (drawer: Locator) => Promise<void>) {
  const drawer = await nextForm(page)
  await typed(drawer)
  await drawer.getByRole('button', { name: zh.forms.handIn }).click()
  await expect(drawer).toBeHidden()
  await settled(page)
}

/** Chooses a value of a code in a form. */
export async function choose(page: Page, drawer: Locator, field: string, value: string) {
  await drawer.getByLabel(field, { exact: true }).first().click()
  await page.locator('.ant-select-dropdown:visible').getByTitle(value, { exact: true }).click()
}

/** Notes every paper that is still missing as handed in; answers how many there were. */
export async function givePapers(page: Page): Promise<number> {
  // A button that was busy a moment ago still says so in its name.
  const given = page.getByRole('button', { name: new RegExp(`${zh.forms.given}$`) })
  for (let count = 0; ; count += 1) {
    const left = await given.count()
    if (left === 0) return count
    await given.first().click()
    await expect(given).toHaveCount(left - 1)
  }
}

/** Each of these officers signs at the open step of a case; who has signed is not asked again. */
export async function signAs(page: Page, logins: string[], address: string) {
  for (const login of logins) {
    await signIn(page, login)
    await open(page, address)
    await button(page, zh.forms.signAsOfficer).click()
    await expect(page.getByRole('button', { name: zh.forms.signAsOfficer })).toHaveCount(0)
  }
}
