import { expect, type Page } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { ask, listen, loginOf, open, signIn } from './people'
import { test } from './test'

const words = zh.oversight.alignments
const rows = 'main .ant-table-tbody tr[data-row-key]'

/** A valid number of nobody. */
function number(serial: string): string {
  const body = `11010119600517${serial}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = [...body].reduce((all, digit, n) => all + Number(digit) * (weights[n] ?? 0), 0)
  return body + '10X98765432'[sum % 11]
}

const [first, second, third, fourth] = ['011', '022', '033', '044'].map(number)
const ours = `姓名,身份证号,户编号,类别\n甲一,${first},1,低保\n甲二,${second},1,低保\n乙一,${third},2,特困\n`
const theirs = `姓名,身份证号,户编号,类别\n甲一,${first},9,脱贫不稳定\n甲贰,${second},9,脱贫不稳定\n丁一,${fourth},8,边缘易致贫\n`

async function publish(page: Page, button: string, place: string): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(words.place).fill(place)
  await dialog.getByRole('button', { name: new RegExp(`${zh.common.submit}$`) }).click()
  await expect(dialog).toBeHidden()
}

test('two lists are laid beside each other and every difference is seen to its end', async ({
  page,
}) => {
  const noise = listen(page)
  await signIn(page, 'clerk')
  await open(page, '/alignments')
  await page.getByRole('button', { name: words.create }).click()
  const making = page.getByRole('dialog')
  await making.getByLabel(words.name, { exact: true }).fill('两份名单')
  const file = (name: string, text: string) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  })
  await making.locator('input[type=file]').first().setInputFiles(file('我方.csv', ours))
  await expect(making.getByText('我方.csv')).toBeVisible()
  await making.locator('input[type=file]').last().setInputFiles(file('对方.csv', theirs))
  await expect(making.getByText('对方.csv')).toBeVisible()
  await making.getByRole('button', { name: new RegExp(`${words.begin}$`) }).click()

  // The workbench: what each side has, the table with its names, three differences.
  await expect(page.getByText(words.declaredText('3', '3'))).toBeVisible({ timeout: 120_000 })
  await expect(page.locator(rows)).toHaveCount(3)
  const table = page.locator('main table', { hasText: words.net }).first()
  await table.getByRole('button').first().click()
  const drawer = page.locator('.ant-drawer')
  await expect(drawer.getByText('甲一')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer.getByText('甲一')).toBeHidden()

  await page.getByRole('button', { name: words.handleAll }).click()
  const handling = page.getByRole('dialog')
  await handling.getByLabel(words.result).click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').last().click()
  await handling.getByLabel(words.remark).fill('情况属实')
  await handling.getByRole('button', { name: new RegExp(`${zh.common.submit}$`) }).click()
  await expect(page.getByText(words.checkedText('0', '3'))).toBeVisible()

  const [sent] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: new RegExp(`${words.export}$`) }).click(),
  ])
  expect(sent.suggestedFilename()).toMatch(/\.xlsx$/)
  await page.getByRole('button', { name: words.readFeedback }).click()
  const feedback = page.getByRole('dialog')
  await feedback.getByLabel(words.receivedNote).fill('乡村振兴局签收')
  await feedback.getByRole('button', { name: new RegExp(`${zh.common.submit}$`) }).click()
  await expect(page.getByText(words.received)).toBeVisible()

  await publish(page, words.publishHere, '村务公开栏')
  await publish(page, words.publishThere, '乡镇公示栏')
  await page.getByRole('button', { name: words.close, exact: true }).click()
  const closing = page.getByRole('dialog')
  await closing.getByRole('button', { name: words.phrases[0] }).click()
  // A phrase ends with the same word as the button.
  await closing.locator('.ant-btn-primary').click()
  await expect(page.locator('main h1')).toContainText('已办结')
  expect(noise).toEqual([])
})

/** The number of somebody whose household is in benefit. */
async function inBenefit(page: Page): Promise<string> {
  const list = await ask(page, 'GET', '/households?programme=dibao&limit=1')
  const [household] = list.body.items as { id: string }[]
  const file = await ask(page, 'GET', `/households/${household?.id}`)
  const [member] = file.body.members as { person_id: string }[]
  const shown = await ask(page, 'POST', `/persons/${member?.person_id}/reveal`, {
    field: 'id_number',
    reason: '监督核查',
  })
  expect(shown.status, JSON.stringify(shown.body)).toBe(200)
  return String(shown.body.value)
}

/** Fills the window that is open and sends it; a field is named by its label. */
async function fill(page: Page, fields: Record<string, string>, send: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label).fill(text)
  await dialog.getByRole('button', { name: new RegExp(`${send}$`) }).click()
  await expect(dialog).toBeHidden()
}

/** Gives one's opinion with a phrase; a phrase ends with the same words as the button. */
async function agree(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(zh.oversight.clue.phrases[0] ?? '', { exact: true }).click()
  await dialog.locator('.ant-btn-primary').click()
}

test('a clue goes from a department’s file to an accepted rectification, by two persons', async ({
  page,
}) => {
  const noise = listen(page)
  const { runs, clue: said } = zh.oversight
  await signIn(page, 'clerk')
  const person = await inBenefit(page)
  await open(page, '/supervision-runs')
  await page.getByRole('button', { name: runs.create }).click()
  const making = page.getByRole('dialog')
  await making.getByLabel(runs.name, { exact: true }).fill('财政供养专项核查')
  await making.getByLabel(runs.addSource).fill('财政供养')
  await page.keyboard.press('Enter')
  await making.locator('input[type=file]').setInputFiles({
    name: '财政供养.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`姓名,身份证号,单位名称,人员类别\n某某,${person},县第一中学,事业人员\n`),
  })
  await making.getByRole('button', { name: new RegExp(`${runs.begin}$`) }).click()

  // The run counts one clue; it is assigned, and the table to be filled in leaves as a workbook.
  await page.getByRole('link', { name: runs.toClues }).click({ timeout: 120_000 })
  await expect(page.locator(rows)).toHaveCount(1)
  await page.locator(rows).getByRole('checkbox').check()
  await page.getByRole('button', { name: said.assign, exact: true }).click()
  await fill(page, {}, said.assign)
  await expect(page.locator(rows).getByText(said.statuses.assigned)).toBeVisible()
  await page.getByRole('button', { name: new RegExp(`${zh.common.export}$`) }).click()
  const [sheet] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: said.export }).click(),
  ])
  expect(sheet.suggestedFilename()).toMatch(/\.xlsx$/)

  // One answers …
  await page.locator(rows).getByRole('link').first().click()
  await expect(page.locator('main h1').getByText(said.statuses.assigned)).toBeVisible()
  await page.getByRole('button', { name: said.answer }).click()
  const answering = page.getByRole('dialog')
  await answering.getByText(said.answers.yes).click()
  await answering.getByLabel(said.conclusion).click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
  await fill(page, { [zh.common.reason]: '2021年起在编，未报告' }, zh.common.submit)
  await expect(page.locator('main h1').getByText(said.statuses.answered)).toBeVisible()
  await expect(page.getByRole('button', { name: said.confirm })).toHaveCount(0)
  const address = new URL(page.url()).hash.slice(1)

  // … another confirms, and what is so is put right.
  await signIn(page, loginOf('county_reviewer'))
  await open(page, address)
  await agree(page, said.confirm)
  await expect(page.getByText(said.rectification, { exact: true })).toBeVisible()

  await signIn(page, 'clerk')
  await open(page, address)
  await page.getByRole('button', { name: said.rectify }).click()
  const due = { [said.measure]: '停发并追缴', [said.proof]: '清民〔2022〕8号' }
  await fill(page, { ...due, [runs.toRecover]: '600' }, zh.common.submit)
  await page.getByRole('button', { name: said.recover }).click()
  const over = page.getByRole('dialog')
  await over.getByLabel(said.amount).fill('600.01')
  await over.getByLabel(said.receipt).fill('甘财 0001')
  await over.getByRole('button', { name: new RegExp(`${zh.common.submit}$`) }).click()
  await expect(over.getByRole('alert')).toBeVisible()
  await fill(page, { [said.amount]: '600' }, zh.common.submit)
  await expect(page.getByText('600.00 / 600.00')).toBeVisible()

  await signIn(page, loginOf('county_reviewer'))
  await open(page, address)
  await agree(page, said.accept)
  await expect(page.getByText(said.rectStates.accepted)).toBeVisible()
  expect(noise).toEqual([])
})
