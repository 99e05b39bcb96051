import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { ask, listen, loginOf, open, settled, signIn } from './people'
import { test } from './test'

const words = zh.verification
const rows = 'main .ant-table-tbody tr[data-row-key]'
/** The smallest picture. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** A household in benefit reports a change, so that its verification is due. */
async function changeCase(page: Page): Promise<string> {
  await open(page, '/households?programme=dibao')
  await expect(page.locator(rows).first()).toBeVisible()
  const keys = await page
    .locator(rows)
    .evaluateAll((all) => all.map((row) => row.getAttribute('data-row-key') ?? ''))
  for (const household of keys) {
    const made = await ask(page, 'POST', '/cases', { procedure: 'dibao_change', household })
    if (made.status !== 201) continue
    const id = String(made.body.id)
    const values = {
      报告日期: new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10),
      报告来源: '村级报告',
      变动情况: '收入增加',
      情况说明: '外出务工',
    }
    const sheet = await ask(page, 'GET', `/cases/${id}/forms/change_report/sheet`)
    const today = (sheet.body.values as Record<string, unknown>)?.报告日期 ?? values.报告日期
    const filed = await ask(page, 'POST', `/cases/${id}/forms`, {
      step: 'report',
      form: 'change_report',
      values: { ...values, 报告日期: today },
      seen: made.body.seen,
    })
    expect(filed.status, JSON.stringify(filed.body)).toBe(200)
    const act = {
      act: 'finish',
      step: 'report',
      outcome: 'record',
      reason: null,
      facts: { 变动情况: '收入增加' },
    }
    const seen = filed.body.seen
    const done = await ask(page, 'POST', `/cases/${id}/acts`, { act, seen })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    return id
  }
  throw new Error('no household is left that may report a change')
}

/** Records the paper consent of everybody in the case, on its page. */
async function consent(page: Page, id: string): Promise<void> {
  await open(page, `/cases/${id}`)
  const missing = page.getByText(words.panel.states.missing, { exact: true })
  await expect(missing.first()).toBeVisible()
  const count = await missing.count()
  for (let n = 0; n < count; n += 1) {
    const name = await missing
      .first()
      .locator('xpath=ancestor::tr')
      .locator('td')
      .first()
      .innerText()
    await page.getByRole('button', { name: words.panel.paper }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words.panel.person).click()
    await page
      .locator('.ant-select-dropdown:visible')
      .last()
      .getByText(name.split('\n')[0] ?? name, { exact: true })
      .click()
    await dialog.getByLabel(words.panel.from).fill('2020-01-01')
    await page.keyboard.press('Enter')
    await dialog.getByLabel(words.panel.guardianName).fill('监护人')
    await dialog.locator('input[type=file]').setInputFiles({
      name: 'consent.png',
      mimeType: 'image/png',
      buffer: picture,
    })
    await dialog.getByRole('button', { name: new RegExp(`${zh.common.confirm}$`) }).click()
    await expect(dialog).toBeHidden()
    await expect(missing).toHaveCount(count - n - 1)
  }
}

interface Asked {
  request: string
  name: string
  number: string
}

/** What the platform finds in the request file. */
async function requested(page: Page, file: string): Promise<Asked[]> {
  const text = await page.evaluate(async (id) => {
    const answer = await fetch(`/api/v1/files/${id}`)
    return new TextDecoder('gb18030').decode(await answer.arrayBuffer())
  }, file)
  return text
    .split('\r\n')
    .map((line) => line.split(','))
    .filter((cells) => cells[0]?.includes('-HD-'))
    .map(([request = '', , name = '', number = '']) => ({ request, name, number }))
}

function report(asked: Asked[], day: string): string {
  const lines = asked.map(
    ({ request, name, number }, n) =>
      `${request},甘核${request},${day},${name},${number},` +
      (n === 0 ? '车辆船舶,有,甘E00001小型轿车' : '户籍,无,'),
  )
  const requests = new Set(asked.map((one) => one.request)).size
  return [
    `日期,${day}`,
    `户数,${requests},人数,${asked.length},行数,${asked.length},检出行数,1`,
    '核对编号,报告编号,报告日期,姓名,证件号码,信息类别,检出情况,明细',
    ...lines,
    '',
  ].join('\r\n')
}

/** The same file carried into the folder: it is named with its fault, and waits on. */
async function fetchRefused(page: Page, text: string): Promise<void> {
  const folder = join(dirname(process.env.DOUDI_PASSWORDS ?? ''), 'inbox', 'verification')
  const path = join(folder, '核对报告.csv')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, text)
  await page.getByRole('button', { name: words.fetchReports }).click()
  const dialog = page.getByRole('dialog', { name: words.fetchTitle })
  await expect(dialog.getByText(words.fetchRefused('核对报告.csv'))).toBeVisible({
    timeout: 60_000,
  })
  await expect(dialog.getByText(/汇总数/).first()).toBeVisible()
  await dialog.getByRole('button', { name: zh.common.close }).last().click()
  expect(existsSync(path)).toBe(true)
  rmSync(path)
}

test('a family is verified from its consents to the recheck of a finding', async ({ page }) => {
  const noise = listen(page)
  await signIn(page, loginOf('township_clerk'))
  const id = await changeCase(page)
  await consent(page, id)

  await signIn(page, 'clerk')
  await open(page, `/cases/${id}`)
  await page.getByRole('button', { name: new RegExp(`${words.panel.ask}$`) }).click()
  await expect(page.getByText(words.statuses.ready)).toBeVisible()

  await open(page, '/verification')
  const found = await ask(page, 'GET', `/verification/requests?case=${id}`)
  const [one] = found.body.items as { id: string; number: string; asked_on: string }[]
  if (!one) throw new Error('no request')
  await page.getByRole('checkbox', { name: one.number }).check()
  await page.getByRole('button', { name: words.sendSome(1) }).click()
  const send = page.getByRole('dialog')
  await send.getByRole('button', { name: new RegExp(`${words.send}$`) }).click()
  await expect(send).toBeHidden()
  const batches = await ask(page, 'GET', '/verification/batches')
  const [batch] = batches.body as unknown as { file: string; number: string }[]
  if (!batch) throw new Error('no batch')
  await page.getByRole('button', { name: words.batches }).click()
  await expect(page.getByRole('dialog').getByText(batch.number)).toBeVisible()
  await page.keyboard.press('Escape')

  const asked = await requested(page, batch.file)
  expect(asked.length).toBeGreaterThan(0)
  const file = (text: string) => ({
    name: 'report.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(text, 'utf8'),
  })
  // A file of another place is refused whole, with its row.
  const wrong = report(asked, one.asked_on).replaceAll(one.number, '999999-HD-2020-00001')
  await fetchRefused(page, report(asked, one.asked_on).replace(/户数,\d+/, '户数,9'))
  await page.getByRole('button', { name: words.read, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: words.readTitle })
  const input = dialog.locator('input[type=file]')
  await input.setInputFiles(file(wrong))
  await dialog.getByRole('button', { name: new RegExp(`${words.preview}$`) }).click()
  await expect(dialog.getByText(/999999-HD-2020-00001/).first()).toBeVisible()
  await dialog.getByRole('button', { name: zh.common.cancel }).first().click()
  await input.setInputFiles(file(report(asked, one.asked_on)))
  await dialog.getByRole('button', { name: new RegExp(`${words.preview}$`) }).click()
  await expect(dialog.getByText(words.previewSome(1))).toBeVisible()
  await dialog.getByRole('button', { name: new RegExp(`${words.read}$`) }).click()
  await expect(dialog).toBeHidden()

  await page.getByRole('link', { name: one.number }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.report)
  await expect(page.getByText('甘E00001小型轿车')).toBeVisible()
  await expect(page.getByText(words.unanswered, { exact: true }).first()).toBeVisible()
  await page.getByRole('button', { name: words.object }).click()
  const objection = page.getByRole('dialog')
  await objection.getByLabel(words.objection).fill('车辆已报废')
  await objection.getByRole('button', { name: new RegExp(`${zh.common.confirm}$`) }).click()
  await expect(page.getByText(words.states.objected)).toBeVisible()
  const address = new URL(page.url()).hash.slice(1)

  await signIn(page, 'reviewer')
  await open(page, address)
  await page.getByRole('button', { name: words.decide }).click()
  const decision = page.getByRole('dialog')
  await decision.getByText(words.cleared).click()
  await decision.getByLabel(words.outcome).fill('已查验注销证明')
  await decision.getByRole('button', { name: new RegExp(`${zh.common.confirm}$`) }).click()
  await expect(decision).toBeHidden()
  await expect(page.getByText(words.states.cleared).first()).toBeVisible()
  await settled(page)
  expect(noise).toEqual([])
})
