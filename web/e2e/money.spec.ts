import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { sum } from '../src/lib/money'
import { listen, open, signIn } from './people'
import { test } from './test'

const plain = (text: string | null) => (text ?? '').replace(/,/g, '').trim()

test.beforeEach(async ({ page }) => {
  await signIn(page, 'clerk')
})

test('home shows 户 and 人 side by side, and 万元 on demand', async ({ page }) => {
  const noise = listen(page)
  await page.getByPlaceholder(zh.common.month).fill('2022-10')
  await page.keyboard.press('Enter')
  const numbers = page.locator('main section', { hasText: zh.home.numbers('2022-10') }).first()
  await expect(numbers.getByRole('row')).not.toHaveCount(1)
  await page
    .getByTitle(zh.common.unitWan)
    .or(page.getByText(zh.common.unitWan, { exact: true }))
    .first()
    .click()
  await expect(
    numbers.getByText(`${zh.common.amount}（${zh.common.unitWan}）`).first(),
  ).toBeVisible()
  await page.getByText(zh.common.unitYuan, { exact: true }).first().click()
  expect(noise).toEqual([])
})

test('the townships of a locked roll add up to its total, to the fen', async ({ page }) => {
  await open(page, '/rolls')
  await page
    .getByRole('row', { name: /2022-10/ })
    .getByRole('link')
    .first()
    .click()
  await expect(page.getByText(zh.disburse.statuses.locked).first()).toBeVisible()
  const cells = page.locator('main [role=tabpanel]:visible tbody tr[data-row-key] td:last-child')
  await expect(cells.first()).toBeVisible()
  const amounts = (await cells.allTextContents()).map(plain)
  expect(amounts.length).toBeGreaterThan(0)
  const total = await page.locator('main [role=tabpanel]:visible tfoot td').last().textContent()
  expect(sum(amounts)).toBe(plain(total))
})

test('a locked roll can be taken out as a workbook and cannot be moved', async ({ page }) => {
  await open(page, '/rolls')
  await page
    .getByRole('row', { name: /2022-09/ })
    .getByRole('link')
    .first()
    .click()
  await expect(page.getByRole('button', { name: zh.disburse.roll.submit })).toHaveCount(0)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: zh.disburse.roll.file }).click(),
  ])
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

test('changes against the month before have reasons', async ({ page }) => {
  await open(page, '/rolls')
  await page
    .getByRole('row', { name: /2022-10/ })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('tab', { name: zh.disburse.roll.changes }).click()
  const rows = page.locator('main [role=tabpanel]:visible tbody tr[data-row-key]')
  await expect(rows.first()).toBeVisible()
  await expect(rows.first().getByRole('link', { name: zh.common.details })).toBeVisible()
})

test('the bank file of a batch can be fetched, its payments are masked', async ({ page }) => {
  await open(page, '/batches?month=2022-10')
  await page.locator('main tbody tr[data-row-key] a').first().click()
  await expect(page.locator('main tbody tr[data-row-key]').first()).toBeVisible()
  expect(await page.locator('main').innerText()).not.toMatch(/\d{16}/)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: zh.disburse.batch.file }).click(),
  ])
  expect(readFileSync(await file.path()).length).toBeGreaterThan(100)
})

test('the ledger balances in every month', async ({ page }) => {
  await open(page, '/ledger')
  await expect(page.locator('main tbody tr[data-row-key]').first()).toBeVisible()
  await expect(page.getByText(zh.disburse.ledger.notBalanced)).toHaveCount(0)
  const balanced = page.getByText(zh.disburse.ledger.isBalanced, { exact: true })
  expect(await balanced.count()).toBeGreaterThan(9)
})

test('reconciliation shows computed beside reported, and the figures their faults', async ({
  page,
}) => {
  await open(page, '/reconciliation')
  await expect(page.locator('main tbody tr[data-row-key]').first()).toBeVisible()
  await expect(page.locator('main')).toContainText('\u2212')
  await open(page, '/figures')
  await expect(page.getByText('F-005')).toBeVisible()
  await expect(page.getByText('D-02').first()).toBeVisible()
})
