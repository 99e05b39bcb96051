import { expect } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { open, signIn } from './people'
import { test } from './test'

const words = zh.verify

test.beforeEach(async ({ page }) => {
  await signIn(page, 'clerk')
})

test('a department’s file is looked at, taken in, and its rejected rows are listed', async ({
  page,
}) => {
  await open(page, '/deliveries')
  await page
    .getByRole('button', { name: new RegExp(`${words.take}$`) })
    .first()
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox').first().fill('火化')
  await page.keyboard.press('Enter')
  // Each run of the tests brings a file of its own: the same one again would be refused.
  const place = `殡仪馆${Date.now()}`
  await dialog.locator('input[type=file]').setInputFiles({
    name: '火化.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      `逝者,身份号码列,火化日期,殡仪馆\n某,110101199003070038,2022-01-05,${place}\n某,123,2022-01-06,${place}\n`,
    ),
  })
  await dialog.getByRole('button', { name: new RegExp(`${words.upload.send}$`) }).click()
  await expect(page.getByText(words.mapping.title)).toBeVisible({ timeout: 60_000 })
  // The column of numbers stands under a title that the pack does not know.
  const start = page.getByRole('button', { name: new RegExp(`${words.mapping.start}$`) })
  await expect(start).toBeDisabled()
  await page.locator('#column-person').click()
  await page
    .locator('.ant-select-dropdown:visible')
    .last()
    .locator('.ant-select-item-option')
    .filter({ hasText: '身份号码列' })
    .click()
  await start.click()
  await expect(page.getByText(words.statuses.ready).first()).toBeVisible({ timeout: 120_000 })
  await expect(page.getByText('身份证号应为18位', { exact: false }).first()).toBeVisible()
})

test('findings of the county are opened with their rows and decided on', async ({ page }) => {
  await open(page, '/findings?status=open')
  await page.locator('main tbody a').first().click()
  await expect(page.getByText(words.clue)).toBeVisible()
  await page.getByRole('button', { name: new RegExp(`${words.decide}$`) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(words.findingStatuses.cleared).click()
  await dialog.getByRole('textbox').fill('已入户核实，不影响享受')
  await dialog.getByRole('button', { name: new RegExp(`${words.decide}$`) }).click()
  await expect(page.getByText(words.findingStatuses.cleared).first()).toBeVisible({
    timeout: 60_000,
  })
})

test('a run says what was compared and what could not be told', async ({ page }) => {
  await open(page, '/verification-runs')
  await page.locator('main tbody a').first().click()
  await expect(page.getByText(words.compared)).toBeVisible()
  await expect(page.getByText(words.unanswered)).toBeVisible()
  await open(page, '/checks')
  await expect(page.getByText('死亡仍领')).toBeVisible()
})

test('whom a row without a good number is about is decided with the keys', async ({ page }) => {
  const links = words.links
  await open(page, '/link-pairs?status=')
  await page.locator('main tbody a').first().click()
  await expect(page.getByRole('columnheader', { name: links.theirs })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: links.ours })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: '姓名' })).toBeVisible()
  const address = page.url()
  // Neither key does anything but ask; nothing is decided without a reason.
  await page.keyboard.press('u')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  const send = dialog.getByRole('button', { name: new RegExp(`${links.unsure}$`) })
  // While the dialog still grows, a click may fall beside its button.
  await expect(async () => {
    await send.click()
    await expect(dialog.getByText(zh.common.required)).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  await dialog.getByText(links.reasons.unsure[0] ?? '', { exact: true }).click()
  await send.click()
  await expect(dialog).toBeHidden({ timeout: 60_000 })
  await page.goto(address)
  await expect(page.getByText(links.statuses.unsure).first()).toBeVisible()
  await expect(page.getByText(links.reasons.unsure[0] ?? '').first()).toBeVisible()
})

test('a family is compared at once, beside its file', async ({ page }) => {
  await open(page, '/findings')
  await page.locator('main tbody a').first().click()
  await page.locator('dl a[href*="/households/"]').first().click()
  await page.getByRole('tab', { name: words.family.tab }).click()
  await page.getByRole('button', { name: new RegExp(`${words.family.compare}$`) }).click()
  await expect(page.getByText(words.family.compared).first()).toBeVisible({ timeout: 60_000 })
  await expect(page.locator('main tbody a[href*="/findings/"]').first()).toBeVisible()
})
