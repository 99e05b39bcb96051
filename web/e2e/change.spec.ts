import { expect, type Page } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { listen, loginOf, open, settled, signIn } from './people'
import { test } from './test'

/** A family of several in benefit, whose household number is none of the others' tests. */
async function family(page: Page): Promise<string> {
  const id = await page.evaluate(async () => {
    const answer = await fetch('/api/v1/households?programme=dibao&limit=100')
    const { items } = await answer.json()
    for (const one of items.reverse()) {
      const file = await (await fetch(`/api/v1/households/${one.id}`)).json()
      const awards = await (await fetch(`/api/v1/households/${one.id}/awards`)).json()
      const open = await (await fetch('/api/v1/cases?procedure=dibao_death&limit=100')).json()
      const covered = awards.items.find(
        (award: { programme: { key: string }; status: string; members: unknown[] }) =>
          award.programme.key === 'dibao' && award.status === 'active' && award.members.length > 1,
      )
      const busy = open.items.some((case_: { household: string }) => case_.household === one.id)
      if (covered && !busy && file.members.length > 1) return one.id as string
    }
    return ''
  })
  expect(id).not.toBe('')
  return id
}

test('a death is recorded at the counter, and what follows opens by itself', async ({ page }) => {
  const noise = listen(page)
  await signIn(page, loginOf('township_clerk'))
  const household = await family(page)
  await open(page, `/households/${household}`)
  await page.getByRole('link', { name: zh.counter.handle }).click()
  await expect(page.getByText(zh.counter.kinds.held)).toBeVisible()
  await page.getByText('低保对象死亡处理', { exact: true }).click()
  await page.locator('#counter-applicant').click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').last().click()
  await page.getByRole('button', { name: new RegExp(`${zh.counter.open}$`) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('低保对象死亡处理')
  await settled(page)
  const address = new URL(page.url()).hash.slice(1).replace(/\?.*/, '')

  await page.getByRole('button', { name: new RegExp(`${zh.forms.given}$`) }).click()
  await page.getByRole('button', { name: /已登记$/ }).click()
  const dialog = page.getByRole('dialog')
  const day = dialog.getByLabel('死亡日期')
  await day.fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10))
  // Enter would hand the dialog in; leaving the field takes the day.
  await day.press('Tab')
  await dialog.getByRole('button', { name: /已登记$/ }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(zh.cases.facts)).toBeVisible()

  const town = loginOf('township_clerk').slice(1)
  await signIn(page, `r${town}`)
  await open(page, address)
  await page.getByRole('button', { name: /转减发程序$/ }).click()
  await dialog.getByRole('button', { name: /转减发程序$/ }).click()
  await expect(dialog).toBeHidden()
  const next = page
    .getByRole('alert')
    .or(page.getByRole('note'))
    .getByRole('link', { name: /低保减发/ })
  await next.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('低保减发')
  await expect(page.getByText(zh.cases.cameFrom)).toBeVisible()
  await settled(page)
  expect(noise).toEqual([])
})

test('an office puts in its own template, and a wrong one says why', async ({ page }) => {
  const noise = listen(page)
  const town = loginOf('township_clerk').slice(1)
  await signIn(page, `r${town}`)
  await open(page, '/templates')
  const row = page.locator('tr[data-row-key="publication_list"]')
  const fetched = page.waitForEvent('download')
  await row.getByRole('button', { name: zh.templates.sample }).click()
  const sample = await (await fetched).path()

  await row.getByRole('button', { name: zh.templates.upload }).click()
  const dialog = page.getByRole('dialog')
  const input = dialog.locator('input[type=file]')
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  await input.setInputFiles({ name: '样式.docx', mimeType: docx, buffer: Buffer.from('no docx') })
  await dialog.getByRole('button', { name: new RegExp(`${zh.templates.check}$`) }).click()
  await expect(dialog.getByText(/不是 .docx 文件/)).toBeVisible()
  await dialog.getByRole('button', { name: zh.common.cancel }).first().click()
  await input.setInputFiles({
    name: '样式.docx',
    mimeType: docx,
    buffer: (await import('node:fs')).readFileSync(sample),
  })
  await dialog.getByRole('button', { name: new RegExp(`${zh.templates.check}$`) }).click()
  await expect(dialog).toBeHidden()
  await expect(row.getByText(zh.templates.holders.own, { exact: true })).toBeVisible()
  await row.getByRole('button', { name: zh.templates.withdraw }).click()
  await dialog.getByLabel(zh.common.reason).fill('改用县里的样式')
  await dialog.getByRole('button', { name: new RegExp(`${zh.templates.withdraw}$`) }).click()
  await expect(row.getByText(zh.templates.holders.pack, { exact: true })).toBeVisible()
  await settled(page)
  expect(noise).toEqual([])
})
