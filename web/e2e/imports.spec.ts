import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { open, signIn } from './people'

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
  await expect(page.locator('main').getByRole('alert').first()).toBeVisible({ timeout: 30_000 })
})

test('the imports of the county can be looked at again', async ({ page }) => {
  await open(page, '/imports')
  await page.locator('main tbody tr[data-row-key] a').first().click()
  await expect(page.getByText(zh.imports.totals.households, { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: zh.imports.openingDone })).toBeVisible()
})
