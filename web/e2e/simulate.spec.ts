import { expect } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { listen, open, signIn } from './people'
import { test } from './test'

test('an officer tries out another amount and sees who gets more', async ({ page }) => {
  const noise = listen(page)
  await signIn(page, 'clerk')
  await open(page, '/simulate?on=2022-10-20')
  await expect(page.getByRole('heading', { name: zh.simulate.result })).toBeVisible()
  const name = zh.simulate.entry('农村低保分类补助标准', '三类')
  await page.getByRole('combobox', { name: zh.simulate.add }).fill(name)
  await page.locator('.ant-select-dropdown:visible').last().getByTitle(name).click()
  await page.getByLabel(`${name} ${zh.simulate.next}`).fill('100')
  await expect(page.getByTestId('difference')).toContainText('+')
  await expect(page.getByRole('heading', { name: zh.simulate.families })).toBeVisible()
  await expect(page.locator('main').getByText(zh.simulate.kinds.raise).first()).toBeVisible()
  await expect(page.getByText(zh.simulate.step('+19.0%'))).toBeVisible()
  // The address holds the trial: a reload shows the same.
  await page.reload()
  await expect(page.getByLabel(`${name} ${zh.simulate.next}`)).toHaveValue('100')
  await expect(page.getByTestId('difference')).toContainText('+')
  // What cannot be meant is said where it stands.
  await page.getByLabel(`${name} ${zh.simulate.next}`).fill('-1')
  await expect(page.locator('main [role=alert]').first()).toBeVisible()
  expect(noise.filter((line) => !line.includes('422'))).toEqual([])
})

test.describe('with the wish for less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } })
  test('lists and dialogs open all the same', async ({ page }) => {
    await signIn(page, 'policy')
    await open(page, '/simulate?on=2022-10-20')
    const name = zh.simulate.entry('农村低保分类补助标准', '三类')
    await page.getByRole('combobox', { name: zh.simulate.add }).fill(name)
    await page.locator('.ant-select-dropdown:visible').last().getByTitle(name).click()
    await page.getByLabel(`${name} ${zh.simulate.next}`).fill('90')
    await page.getByRole('button', { name: zh.simulate.draft }).click()
    await expect(page.getByRole('dialog').getByLabel(zh.simulate.draftDocument)).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: zh.common.cancel }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
  })
})

test('a formula is tried out beside the one in force, read aloud and refused by name', async ({
  page,
}) => {
  const noise = listen(page)
  await signIn(page, 'policy')
  await open(page, '/simulate?on=2022-10-20')
  const name = '最低生活保障 · 家庭月收入'
  await page.getByRole('combobox', { name: zh.simulate.add }).fill(name)
  await page
    .locator('.ant-select-dropdown:visible')
    .last()
    .getByTitle(name, { exact: true })
    .click()
  // The text in force stands in the field, so that a part of it can be changed.
  const field = page.getByLabel(`${name} ${zh.simulate.next}`)
  await expect(field).toHaveValue(/max\(月额\(sum\(/)
  await expect(page.getByRole('button', { name: zh.simulate.draft })).toBeDisabled()
  await field.fill('max(低保月标准, 低保月标准 * 3)')
  await expect(page.getByText(`${zh.simulate.reads} 取最大（`)).toBeVisible()
  await expect(page.getByTestId('difference')).toContainText('\u2212')
  // A wrong text is refused where it stands.
  await field.fill('低保月标准 + 年龄')
  await expect(page.locator('main [role=alert]').first()).toBeVisible()
  expect(noise.filter((line) => !line.includes('422'))).toEqual([])
})

test('a policy officer drafts a release from a trial, and a second person puts it in force', async ({
  page,
}) => {
  await signIn(page, 'policy')
  await open(page, '/simulate')
  const name = zh.simulate.entry('农村低保分类补助标准', '四类')
  await page.getByRole('combobox', { name: zh.simulate.add }).fill(name)
  await page.locator('.ant-select-dropdown:visible').last().getByTitle(name).click()
  await page.getByLabel(`${name} ${zh.simulate.next}`).fill('60')
  await page.getByRole('button', { name: zh.simulate.draft }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(zh.simulate.draftDocument).fill('关于调整农村低保四类补助标准的通知')
  await dialog.getByLabel(zh.simulate.draftNumber).fill(`清民发〔2022〕${Date.now() % 100000}号`)
  await dialog.getByLabel(zh.simulate.draftIssuer).fill('清水县民政局')
  await dialog.getByLabel(zh.simulate.draftOvertake).check()
  await dialog.getByRole('button', { name: new RegExp(`${zh.simulate.propose}$`) }).click()
  await expect(page.getByRole('heading', { name: zh.policy.releases.checks })).toBeVisible({
    timeout: 60_000,
  })
  await expect(page.getByText(zh.policy.releases.passed)).toBeVisible()
  await expect(page.getByText(zh.policy.releases.statuses.proposed).first()).toBeVisible()
  // Another person reads document and checks, and approves on the same page.
  const path = new URL(page.url()).hash.slice(1)
  await signIn(page, 'leader')
  await open(page, path)
  await expect(page.getByText('关于调整农村低保四类补助标准的通知')).toBeVisible()
  await page.getByRole('button', { name: new RegExp(`${zh.policy.releases.approve}$`) }).click()
  const sure = page.getByRole('dialog').last()
  await sure.getByRole('button', { name: new RegExp(`${zh.policy.releases.approve}$`) }).click()
  await expect(page.getByText(zh.policy.releases.statuses.in_force).first()).toBeVisible()
})
