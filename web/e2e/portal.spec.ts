import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { devices, expect } from '@playwright/test'
import { open, signIn } from './people'
import { test } from './test'

const phone = devices['Pixel 5']
test.use({
  viewport: phone.viewport,
  userAgent: phone.userAgent,
  hasTouch: true,
  isMobile: true,
})

/** The code that the gateway would send: the file twin lies in the data folder. */
function lastCode(number: string): string {
  const folder = dirname(process.env.DOUDI_PASSWORDS ?? '')
  const lines = readFileSync(join(folder, 'outbox', 'messages.csv'), 'utf8')
    .trim()
    .split('\n')
  const line = lines.reverse().find((one) => one.includes(number))
  const code = line?.match(/登录码 (\d{6})/)?.[1]
  if (!code) throw new Error('no code was sent')
  return code
}

/** A made-up identity number with its check character (GB 11643). */
function idNumber(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((all, weight, at) => all + weight * Number(body[at]), 0)
  return body + '10X98765432'[sum % 11]
}

test('a new user applies from a phone, and a clerk takes it over', async ({ page, browser }) => {
  const serial = String(Date.now() % 1000).padStart(3, '0')
  const id = idNumber(`62052119480203${serial}`)
  const mobile = `139${String(Date.now() % 100_000_000).padStart(8, '0')}`
  await page.goto('/portal')
  await page.getByLabel('县（区）').selectOption({ index: 1 })
  await page.getByLabel('乡镇（街道）').selectOption({ index: 1 })
  const town = await page.getByLabel('乡镇（街道）').inputValue()
  await page.getByLabel('村（社区）').selectOption({ index: 1 })
  await page.getByRole('link', { name: /我要申请/ }).click()

  await page.getByLabel('身份证号', { exact: true }).fill(id)
  await page.getByLabel('姓名').fill('周门前')
  await page.getByLabel('手机号').fill(mobile)
  await page.getByRole('button', { name: '获取登录码' }).click()
  await expect(page.getByText('登录码会发到您的手机')).toBeVisible()
  await page.getByLabel('登录码（6位数字）').fill(lastCode(mobile))
  await page.getByRole('button', { name: '登录', exact: true }).click()

  await page.getByLabel('申请什么').selectOption('dibao')
  await page.getByRole('button', { name: '下一步' }).click()
  // A page that lacks something says what, and of whom, before the next one comes.
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByRole('alert')).toContainText('请填写住址')
  const first = page.getByRole('group', { name: '第1位' })
  // Who one is was said at the door, and is not asked again.
  await expect(first.getByLabel('姓名')).toHaveValue('周门前')
  await expect(first.getByLabel('身份证号', { exact: true })).toHaveValue(id)
  await expect(page.getByLabel('联系电话')).toHaveValue(mobile)
  await page.getByLabel('家庭住址').fill('一组12号')
  await page.getByRole('button', { name: '下一步' }).click()

  await page.getByLabel('家里遇到了什么困难？').fill('年老体弱，没有收入。')
  await page.getByRole('button', { name: '下一步' }).click()

  const picture = await page.screenshot({ type: 'jpeg' })
  const box = page.locator('input[type=file]')
  await box.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ') })
  await expect(page.getByRole('alert')).toContainText('不能作为材料照片')
  await box.setInputFiles({ name: 'id.jpg', mimeType: 'image/jpeg', buffer: picture })
  await expect(page.locator('.photos li')).toHaveCount(1)
  await page.getByRole('button', { name: '下一步' }).click()

  await page.getByRole('button', { name: '提交申请' }).click()
  await expect(page.getByRole('alert')).toContainText('授权书')
  await page.getByLabel('我已读懂并同意').check()
  await page.getByLabel('签名人姓名').fill('周门前')
  await page.getByRole('button', { name: '用输入的姓名签名' }).click()
  await expect(page.getByText('已签名')).toBeVisible()
  await page.getByRole('button', { name: '提交申请' }).click()

  await expect(page.getByText('等待窗口接收')).toBeVisible()
  await expect(page.getByText(/-WS-\d{4}-\d{5}/)).toBeVisible()
  // Nothing is wider than a phone.
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)
  expect(wide).toBe(false)
  const receipt = await page.getByText(/-WS-\d{4}-\d{5}/).innerText()

  const office = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await signIn(office, `c${town.slice(0, 9)}`)
  await open(office, '/submissions')
  await office.getByRole('link', { name: receipt }).click()
  await expect(office.getByText('年老体弱，没有收入。')).toBeVisible()
  await expect(office.getByRole('img', { name: '身份证' })).toBeVisible()
  await office.getByRole('button', { name: '接收并建案' }).click()
  await office.getByRole('dialog').getByRole('button', { name: '接收并建案' }).click()
  await expect(office).toHaveURL(/#\/cases\//)
  await expect(office.getByText(/周门前（/)).toBeVisible()
  await office.close()

  await page.reload()
  await expect(page.getByText('正在办理')).toBeVisible()
  await expect(page.getByRole('heading', { name: '办到哪一步' })).toBeVisible()
})

test('what is public is read without signing in', async ({ page }) => {
  await page.goto('/portal')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByLabel('County (district)').selectOption({ index: 1 })
  await page.getByLabel('Township (street)').selectOption({ index: 1 })
  await page.getByLabel('Village (community)').selectOption({ index: 1 })
  for (const [door, heading] of [
    [/What help there is/, 'What help there is'],
    [/Windows/, 'Windows'],
    [/Public lists/, 'Public lists'],
  ] as const) {
    await page.getByRole('navigation').getByRole('link', { name: door }).click()
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
    await page.getByRole('link', { name: 'Home' }).click()
  }
})
