import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { open, signIn } from './people'
import { test } from './test'

test.beforeEach(async ({ page }) => {
  await signIn(page, 'clerk')
})

test('each kind has a template that a spreadsheet can open', async ({ page }) => {
  await open(page, '/imports/new')
  await page.locator('main').getByRole('radio').first().check()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: zh.imports.template }).first().click(),
  ])
  expect(file.suggestedFilename()).toMatch(/\.xlsx$/)
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

test('a file that is no table is refused with a reason and how to mend it', async ({ page }) => {
  await open(page, '/imports/new')
  await page.locator('main').getByRole('radio').first().check()
  const inputs = page.locator('main input[type=file]')
  const count = await inputs.count()
  for (let index = 0; index < count; index += 1)
    await inputs.first().setInputFiles({
      name: `不是表格${index}.xlsx`,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('this is not a workbook'),
    })
  await page.getByRole('button', { name: zh.imports.start }).click()
  await expect(page.locator('main').getByRole('alert').first()).toBeVisible({ timeout: 60_000 })
})

test('the imports of the county can be looked at again', async ({ page }) => {
  await open(page, '/imports')
  await page.getByRole('link', { name: /农村低保家庭查询/ }).click()
  await expect(page.getByText(zh.imports.totals.households, { exact: true }).first()).toBeVisible()
  await page.locator('main').getByRole('note').getByRole('link').click()
  await expect(page.getByText(zh.decisions.statuses.approved).first()).toBeVisible()
})

test('a list of another office says that it opens no benefit', async ({ page }) => {
  await open(page, '/imports')
  await page.getByRole('link', { name: /防返贫监测/ }).click()
  await expect(page.getByText(zh.imports.noClaims)).toBeVisible()
  await expect(page.getByRole('button', { name: zh.imports.openingPropose })).toHaveCount(0)
})
