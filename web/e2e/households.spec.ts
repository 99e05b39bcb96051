import { expect } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { listen, open, signIn } from './people'
import { test } from './test'

const rows = 'main .ant-table-tbody tr[data-row-key]'

test.beforeEach(async ({ page }) => {
  await signIn(page, 'clerk')
})

test('the list counts the county and finds a family by name from the keyboard', async ({
  page,
}) => {
  const noise = listen(page)
  await open(page, '/households')
  await expect(page.locator(rows)).toHaveCount(20)
  await expect(page.locator('main .ant-table-summary')).toContainText(zh.common.householdsShort)
  const name = (await page.locator(rows).first().locator('a').first().textContent()) ?? ''
  expect(name.length).toBeGreaterThan(1)
  await page.locator('main').click({ position: { x: 4, y: 4 } })
  await page.keyboard.press('/')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(name)}`))
  await expect(page.locator(rows).first()).toContainText(name)
  await page.locator(rows).first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: zh.households.file.title })).toBeVisible()
  expect(noise).toEqual([])
})

test('no list shows a full ID number', async ({ page }) => {
  await open(page, '/households')
  await expect(page.locator(rows).first()).toBeVisible()
  const text = await page.locator('main').innerText()
  expect(text).not.toMatch(/\d{17}[\dX]/)
  expect(text).toMatch(/\d{4}\*{10}\d{3}[\dX]/)
})

test('a family reads how its amount was computed, with clauses, in both languages', async ({
  page,
}) => {
  await open(page, '/households?programme=dibao')
  await page.locator(rows).first().locator('a').first().click()
  await page.getByRole('tab', { name: zh.households.file.payments }).click()
  await page.locator('main .link-button').first().click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText(zh.disburse.explain.steps)).toBeVisible()
  await expect(sheet.getByText(/〔\d{4}〕\d+号/).first()).toBeVisible()
  await sheet.getByText('English', { exact: true }).click()
  await expect(sheet.getByText('Computation')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})

test('a full number is shown for a reason only', async ({ page }) => {
  await open(page, '/households')
  await page.locator(rows).first().locator('a').first().click()
  await page.getByRole('button', { name: zh.households.reveal.button }).first().click()
  const dialog = page.getByRole('dialog')
  // A click that meets the dialog on its way in may be lost; once it is there, it has the focus.
  await expect(dialog.getByLabel(zh.common.reason)).toBeFocused()
  await dialog.getByRole('button', { name: zh.households.reveal.show }).click()
  await expect(dialog.getByText(zh.common.required)).toBeVisible()
  await dialog.getByRole('button', { name: zh.households.reveal.phrases[0] }).click()
  await dialog.getByRole('button', { name: zh.households.reveal.show }).click()
  await expect(dialog.getByRole('status')).toContainText(/\d{17}[\dX]/)
})

test('every part of the file opens', async ({ page }) => {
  const noise = listen(page)
  await open(page, '/households?programme=dibao')
  await page.locator(rows).first().locator('a').first().click()
  for (const tab of [
    'members',
    'circumstances',
    'awards',
    'payments',
    'accounts',
    'history',
  ] as const) {
    await page.getByRole('tab', { name: zh.households.file[tab] }).click()
    await expect(page.getByRole('tab', { name: zh.households.file[tab] })).toHaveAttribute(
      'aria-selected',
      'true',
    )
    await expect(page.locator('main [role=tabpanel]:visible')).not.toBeEmpty()
    await expect(page.locator('main').getByRole('alert')).toHaveCount(0)
  }
  expect(noise).toEqual([])
})

test('what is filtered is exported', async ({ page }) => {
  await open(page, '/households?programme=tekun')
  await page.getByRole('button', { name: zh.common.export }).click()
  await page.getByRole('dialog').getByRole('button', { name: zh.common.export }).click()
  const button = page.getByRole('button', { name: zh.shell.getFile }).first()
  await expect(button).toBeVisible({ timeout: 120_000 })
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
})
