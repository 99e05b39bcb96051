import { expect } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { open, signIn } from './people'
import { test } from './test'

const rows = 'main .ant-table-tbody tr[data-row-key]'

test('a change of account waits for another person', async ({ page }) => {
  await signIn(page, 'clerk')
  await open(page, '/households?programme=dibao')
  await page.locator(rows).nth(2).locator('a').first().click()
  await page.getByRole('tab', { name: zh.households.file.accounts }).click()
  await page.getByRole('button', { name: zh.households.accounts.propose }).click()
  const dialog = page.getByRole('dialog')
  const holder = (await page.locator('main strong').first().textContent()) ?? ''
  await dialog.getByLabel(zh.households.accounts.holder).fill(holder)
  await dialog.getByLabel(zh.households.accounts.bank).fill('甘肃省农村信用社联合社清水联社')
  await dialog.getByLabel(zh.households.accounts.account).fill('6229 3800 0000 0000 123')
  await dialog.getByLabel(zh.common.reason).fill('原卡遗失补办')
  await dialog.getByRole('button', { name: zh.common.submit }).click()
  await expect(page.getByText(zh.households.accounts.proposed)).toBeVisible()

  await open(page, '/account-changes?status=proposed')
  await expect(page.locator(rows).first()).toBeVisible()
  await expect(page.getByRole('button', { name: zh.households.changes.approve })).toHaveCount(0)

  await signIn(page, 'reviewer')
  await open(page, '/account-changes?status=proposed')
  const waiting = await page.locator(rows).count()
  await page.getByRole('button', { name: zh.households.changes.approve }).first().click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: zh.households.changes.approve })
    .click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator(rows)).toHaveCount(waiting - 1)
})

test('a stop is proposed by one and approved by another', async ({ page }) => {
  await signIn(page, 'clerk')
  await open(page, '/households?programme=dibao')
  await page.locator(rows).nth(5).locator('a').first().click()
  await page.getByRole('tab', { name: zh.households.file.awards }).click()
  await page.getByRole('button', { name: zh.decisions.propose.stop }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(zh.decisions.propose.fromMonth).fill('2022-11')
  await dialog.getByLabel(zh.decisions.propose.fromMonth).press('Enter')
  await dialog.getByRole('button', { name: zh.decisions.propose.stopPhrases[1] }).click()
  await dialog.getByRole('button', { name: zh.common.submit }).click()
  await expect(page.getByText(zh.decisions.propose.done)).toBeVisible()
  await open(page, '/decisions?status=proposed&kind=stop')
  const number = (await page.locator(rows).first().locator('a').first().textContent()) ?? ''
  await page.locator(rows).first().locator('a').first().click()
  await expect(page.getByText(zh.decisions.own)).toBeVisible()
  await expect(page.getByRole('button', { name: zh.decisions.approve, exact: true })).toHaveCount(0)

  await signIn(page, 'reviewer')
  await open(page, '/decisions?status=proposed&kind=stop')
  await page.getByRole('link', { name: number }).click()
  await page.getByRole('button', { name: zh.decisions.approve, exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: zh.decisions.approvePhrases[0] })
    .click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: zh.decisions.approve, exact: true })
    .click()
  await expect(page.getByText(zh.decisions.statuses.approved).first()).toBeVisible()
})
