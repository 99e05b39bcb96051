import { expect, type Page, test } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { listen, open, signIn } from './people'

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
