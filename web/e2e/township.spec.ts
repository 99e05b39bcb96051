import { expect, type Page } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { open, signIn } from './people'
import { test } from './test'

const rows = 'main .ant-table-tbody tr[data-row-key]'
const words = zh.cases

/** Opens a case over the API, as whoever is signed in. */
async function openCase(page: Page, household: string, procedure: string): Promise<void> {
  const status = await page.evaluate(
    async ([id, key]) => {
      const answer = await fetch('/api/v1/cases', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-doudi': '1',
          'idempotency-key': `e2e-${id}-${key}`,
        },
        body: JSON.stringify({ procedure: key, household: id }),
      })
      return answer.status
    },
    [household, procedure],
  )
  // Open already is as good as opened: the test may run twice on one place.
  expect([201, 409]).toContain(status)
}

async function choose(page: Page, label: string, option: RegExp): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(label).click()
  await page.locator('.ant-select-dropdown:visible').getByText(option).last().click()
}

test('one opinion is given on many cases, and each is looked at', async ({ page }) => {
  await signIn(page, 'clerk')
  await open(page, '/households?programme=dibao')
  await expect(page.locator(rows).first()).toBeVisible()
  const keys = await page
    .locator(rows)
    .evaluateAll((all) => all.slice(6, 8).map((row) => row.getAttribute('data-row-key') ?? ''))
  for (const key of keys) await openCase(page, key, 'temporary_relief_emergency')

  await open(page, '/cases?programme=temporary_relief&step=report')
  await expect(page.locator(rows).nth(1)).toBeVisible()
  await page.getByRole('group', { name: words.lampFilter }).getByText(words.lamps.green).click()
  await expect(page.locator(rows).nth(1)).toBeVisible()
  await page.locator(`${rows} input[type=checkbox]`).nth(0).check()
  await page.locator(`${rows} input[type=checkbox]`).nth(1).check()
  await page.getByRole('button', { name: words.batch.open }).click()
  await choose(page, words.batch.outcome, /转一般程序/)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(words.batch.opinion).fill('情况不紧急')
  await dialog.getByRole('button', { name: words.batch.check }).click()
  await expect(dialog.getByText(words.batch.ready)).toHaveCount(2)
  await dialog.getByRole('button', { name: words.batch.run(2) }).click()
  await expect(dialog.getByText(words.batch.finished(2, 0))).toBeVisible()
})
