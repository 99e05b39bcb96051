import { expect, type Page } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { givePapers, write } from './case'
import { listen, loginOf, open, settled, signIn } from './people'
import { test } from './test'

/** A number with a valid check digit, of a person born that day. */
function idNumber(birth: string, serial: number): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const head = `620521${birth.replace(/-/g, '')}${String(serial).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, n) => total + weight * Number(head[n]), 0)
  return `${head}${'10X98765432'[sum % 11]}`
}

test('a family of three applies at the counter, and the keys are counted', async ({ page }) => {
  const noise = listen(page)
  await signIn(page, loginOf('township_clerk'))
  // Beyond names, numbers and amounts: every click, and every key that is none of these.
  let clicks = 0
  let keys = 0
  const visited: string[] = []
  page.on('framenavigated', () => visited.push(page.url()))
  const press = async (key: string) => {
    keys += 1
    await page.keyboard.press(key)
  }
  const serial = 100 + (Date.now() % 800)
  const family = [
    ['测试甲', idNumber('1979-02-03', serial), ''],
    ['测试乙', idNumber('1981-05-06', serial + 1), '妻'],
    ['测试丙', idNumber('2010-07-08', serial + 2), '子'],
  ] as const
  await open(page, '/counter')
  await page.locator('#counter-village').click()
  clicks += 1
  await page.locator('.ant-select-tree-node-content-wrapper').last().click()
  clicks += 1
  await page.locator('#counter-address').fill('一组12号')
  await press('Tab')
  await page.keyboard.type('13800000000')
  await page.getByText('农村', { exact: true }).click()
  clicks += 1
  for (const [index, [name, number, relation]] of family.entries()) {
    if (index > 0) {
      await page.getByRole('button', { name: zh.counter.addMember }).click()
      clicks += 1
    }
    await page.getByLabel(`${zh.counter.name} ${index + 1}`).fill(name)
    await press('Tab')
    await page.keyboard.type(number)
    if (relation) {
      await press('Tab')
      await page.keyboard.type(relation)
      keys += relation.length
      await press('Escape')
    }
  }
  await expect(page.getByText('1979-02-03 男').or(page.getByText('1979-02-03 女'))).toBeVisible()
  await page.getByRole('button', { name: zh.counter.save }).click()
  clicks += 1
  await page.getByRole('button', { name: zh.counter.open }).click()
  clicks += 1

  // The first form opens by itself; only what nobody knew is typed.
  const drawer = page.getByRole('dialog')
  await expect(drawer.getByText('最低生活保障申请书').first()).toBeVisible()
  await drawer.locator('[id="f-申请事由"]').fill('家庭困难')
  await drawer.locator('[id="f-承诺内容真实"]').getByText(zh.common.yes).click()
  clicks += 1
  await drawer.locator('[id="f-申请人签字"]').click()
  clicks += 1
  await write(page)
  clicks += 2
  await drawer.getByRole('button', { name: zh.forms.handIn }).click()
  clicks += 1
  for (const [name] of family) {
    await expect(drawer.getByText(`家庭经济状况核对授权书 · ${name}`)).toBeVisible()
    await drawer.locator('[id="f-签字"]').click()
    clicks += 1
    await write(page)
    clicks += 2
    await drawer.getByRole('button', { name: zh.forms.handIn }).click()
    clicks += 1
  }
  await expect(drawer).toBeHidden()
  clicks += await givePapers(page)
  await page.getByRole('button', { name: '受理', exact: true }).click()
  clicks += 1
  const finish = page.getByRole('dialog')
  await finish.getByText(zh.common.no, { exact: true }).click()
  clicks += 1
  await finish.getByRole('button', { name: '受理', exact: true }).click()
  clicks += 1
  await expect(page.getByRole('heading', { level: 1 })).toContainText('-SL-')
  await settled(page)
  console.log(`counter: ${clicks} clicks, ${keys} keys beyond names, numbers and amounts`)
  expect(clicks + keys).toBeLessThan(120)
  const places = visited.map((url) => url.replace(/\?.*/, '').replace(/.*#/, ''))
  expect(places.filter((one) => one === '/counter').length).toBeLessThan(2)

  const address = new URL(page.url()).hash.slice(1).replace(/\?.*/, '')
  await signIn(page, loginOf('township_reviewer'))
  await extended(page, address)
  await signIn(page, loginOf('township_clerk'))
  await withdrawn(page, address)
  expect(noise).toEqual([])
})

/** Working days that are left of a case's total time. */
async function left(page: Page): Promise<number> {
  const row = page.getByRole('row', { name: /受理至审核确认/ })
  return Number((await row.getByRole('cell').nth(2).innerText()).match(/\d+/)?.[0])
}

/** The reviewer gives a case more time: the ground names itself, with its paragraph. */
async function extended(page: Page, address: string): Promise<void> {
  await open(page, address)
  const before = await left(page)
  const button = page.getByRole('button', { name: '人户分离', exact: true })
  await button.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/民发〔2022〕83号/)).toBeVisible()
  await dialog.getByRole('button', { name: '人户分离', exact: true }).click()
  await expect(dialog).toBeHidden()
  await settled(page)
  expect(await left(page)).toBe(before + 15)
  // One ground extends once.
  await expect(button).toHaveCount(0)
}

/** The applicant withdraws; what is left is the notice of it. */
async function withdrawn(page: Page, address: string): Promise<void> {
  await open(page, address)
  const button = page.getByRole('button', { name: '申请人撤回申请', exact: true })
  await button.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(zh.common.reason).fill('子女已能赡养')
  await dialog.getByRole('button', { name: '申请人撤回申请', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText(zh.cases.results.withdrawn, { exact: true }).first()).toBeVisible()
  await expect(button).toHaveCount(0)
  await expect(page.getByRole('listitem').filter({ hasText: '终止' }).first()).toBeVisible()
  await settled(page)
}

test('who has to do with a case without living in the family is named with it', async ({
  page,
}) => {
  const noise = listen(page)
  await signIn(page, loginOf('township_clerk'))
  const serial = 100 + (Date.now() % 800)
  await open(page, '/counter')
  await page.locator('#counter-village').click()
  await page.locator('.ant-select-tree-node-content-wrapper').last().click()
  await page.getByLabel(`${zh.counter.name} 1`).fill('测试丁')
  await page.getByLabel(`${zh.counter.idNumber} 1`).fill(idNumber('1949-03-04', serial))
  await page.getByRole('button', { name: new RegExp(`${zh.counter.save}$`) }).click()
  const add = page.getByRole('button', { name: new RegExp(`${zh.counter.addOther}$`) })
  await add.click()
  const other = (n: number) => `${zh.counter.other} ${n}`
  const son = idNumber('1975-06-07', serial)
  const wrong = `${son.slice(0, 17)}${son.endsWith('1') ? '2' : '1'}`
  await page.getByLabel(`${zh.counter.name} ${other(1)}`).fill('测试戊')
  const number = page.getByLabel(`${zh.counter.idNumber} ${other(1)}`)
  await number.fill(wrong)
  await expect(page.getByText(zh.counter.wrongId)).toBeVisible()
  await number.fill(son)
  await add.click()
  await page.getByLabel(`${zh.counter.name} ${other(2)}`).fill('测试己')
  await page
    .getByLabel(`${zh.counter.idNumber} ${other(2)}`)
    .fill(idNumber('1983-06-07', serial + 1))
  await page.getByLabel(`${zh.counter.capacity} 2`).click()
  await page.getByText(zh.cases.capacities.agent, { exact: true }).last().click()
  await page.screenshot({ path: 'test-results/counter-others.png', fullPage: true })
  await page.getByRole('button', { name: new RegExp(`${zh.counter.open}$`) }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('最低生活保障')
  await settled(page)
  const { supporter, agent } = zh.cases.capacities
  await expect(page.getByText(`测试戊（${supporter}）`)).toBeVisible()
  await expect(page.getByText(`测试己（${agent}）`)).toBeVisible()
  expect(noise).toEqual([])
})
