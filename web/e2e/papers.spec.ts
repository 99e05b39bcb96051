import { expect, type Page } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { loginOf, nameOf, open, signIn } from './people'
import { test } from './test'

const rows = 'main .ant-table-tbody tr[data-row-key]'
const words = zh.cases

/** The key of a household in benefit, by its place in the list. */
async function household(page: Page, at: number): Promise<string> {
  await open(page, '/households?programme=dibao')
  await expect(page.locator(rows).nth(at)).toBeVisible()
  return (await page.locator(rows).nth(at).getAttribute('data-row-key')) ?? ''
}

/** Opens a case over the API, as whoever is signed in; answers its key, also where it is open already. */
async function openCase(page: Page, family: string, procedure: string): Promise<string> {
  const made = await page.evaluate(
    async ([id, key]) => {
      const answer = await fetch('/api/v1/cases', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-doudi': '1',
          'idempotency-key': `e2e-papers-${id}-${key}`,
        },
        body: JSON.stringify({ procedure: key, household: id }),
      })
      return { status: answer.status, body: await answer.json() }
    },
    [family, procedure],
  )
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body.id
}

/** Chooses an officer in a list of the dialog by typing the name. */
async function officer(page: Page, label: string, name: string): Promise<void> {
  const field = page.getByRole('dialog').getByLabel(label)
  await field.fill(name)
  await page.locator('.ant-select-dropdown:visible').last().getByText(name).first().click()
  await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0)
}

test('the archive of a household is bound and shows its directory', async ({ page }) => {
  await signIn(page, 'clerk')
  const family = await household(page, 9)
  await openCase(page, family, 'temporary_relief_emergency')
  await open(page, `/households/${family}?tab=archive`)
  await page.getByRole('button', { name: words.archive.make }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(words.archive.reason).fill('年度归档')
  await dialog.getByRole('button', { name: new RegExp(`${words.archive.make}$`) }).click()
  await expect(dialog.getByText('案件概况与办理经过').first()).toBeVisible()
  await expect(dialog.getByText('认定与计算').first()).toBeVisible()
  const file = page.waitForEvent('download')
  await dialog.getByRole('button', { name: new RegExp(`${words.archive.open}$`) }).click()
  expect((await file).suggestedFilename()).toMatch(/\.pdf$/)
  await dialog.getByRole('button', { name: zh.common.close, exact: true }).last().click()
  await expect(page.locator(rows).filter({ hasText: '年度归档' }).first()).toBeVisible()
})

test('a paper is waived with its reason', async ({ page }) => {
  await signIn(page, loginOf('township_clerk'))
  const family = await household(page, 10)
  const id = await openCase(page, family, 'dibao_head')
  await open(page, `/cases/${id}`)
  await page.getByRole('button', { name: zh.forms.waive }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: new RegExp(`${zh.forms.waive}$`) }).click()
  await expect(dialog.getByText(zh.common.required)).toBeVisible()
  await dialog.getByLabel(zh.common.reason).fill('户籍信息已通过共享数据核实')
  await dialog.getByRole('button', { name: new RegExp(`${zh.forms.waive}$`) }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('户籍信息已通过共享数据核实').first()).toBeVisible()
})

test('a deputy is appointed by another and the time is ended', async ({ page }) => {
  await signIn(page, 'reviewer')
  await open(page, '/deputies')
  await page.getByRole('button', { name: words.deputies.create }).click()
  await officer(page, words.deputies.absent, nameOf('clerk'))
  await officer(page, words.deputies.deputy, nameOf('clerk2'))
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(words.deputies.to).fill('2099-12-31')
  await dialog.getByLabel(words.deputies.to).press('Enter')
  await dialog.getByLabel(zh.common.reason).fill('休假')
  await dialog.getByRole('button', { name: new RegExp(`${words.deputies.create}$`) }).click()
  const row = page.locator(rows).filter({ hasText: '2099-12-31' }).first()
  await expect(row).toContainText(nameOf('clerk2'))
  await row.getByRole('button', { name: words.deputies.end }).click()
  await page
    .locator('.ant-popconfirm:visible')
    .getByRole('button', { name: new RegExp(`${words.deputies.end}$`) })
    .click()
  await expect(page.locator(rows).filter({ hasText: '提前结束' }).first()).toBeVisible()
})

test('delegations and the letters of a month have their pages', async ({ page }) => {
  await signIn(page, 'clerk')
  await open(page, '/delegations')
  await expect(page.getByRole('heading', { name: words.delegations.title })).toBeVisible()
  await open(page, '/letters')
  await expect(page.getByRole('heading', { name: words.stack.title })).toBeVisible()
  await expect(page.getByRole('button', { name: words.stack.print(0) })).toBeDisabled()
  // Families that reported an emergency today have their receipts due.
  await page.locator(`${rows} input[type=checkbox]`).first().check()
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: new RegExp(`${words.stack.word}$`) }).click()
  expect((await file).suggestedFilename()).toMatch(/\.docx$/)
  await expect(page.locator(rows).first()).toContainText('-WS-')
})
