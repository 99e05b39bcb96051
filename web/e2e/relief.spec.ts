import { expect, type Locator, type Page } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { act, begin, choose, fill, givePapers, nextForm, picture, signAs, write } from './case'
import { ask, listen, loginOf, open, signIn } from './people'
import { test } from './test'

const town = loginOf('township_clerk').slice(1)

/** Couples in dibao whom no relief was given to. */
async function couples(page: Page): Promise<string[]> {
  const found = await page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api/v1${path}`)).json()
    const relief = await read('/cases?programme=temporary_relief&limit=100')
    const busy = new Set(relief.items.map((one: { household: string }) => one.household))
    const { items } = await read('/households?programme=dibao&limit=100')
    const free: string[] = []
    for (const { id } of items) {
      if (busy.has(id) || free.length === 2) continue
      const file = await read(`/households/${id}`)
      if (file.members.length === 2) free.push(id)
    }
    return free
  })
  expect(found.length).toBe(2)
  return found
}

/** What somebody asks for and why, as the clerk writes it down. */
async function application(page: Page, form: Locator, kind: string, cause: string) {
  // What the family holds stands there already.
  await expect(form.locator('[id="f-家庭类别"]').locator('..')).toContainText('低保')
  await expect(form.getByText(kind, { exact: true }).first()).toBeVisible()
  await choose(page, form, '困难原因', cause)
  await form.getByLabel('困难情况').fill('生活一时陷入困难')
}

/** The register of what was given, in cash from the township's reserve. */
async function register(page: Page, form: Locator, cause: string) {
  await form.getByLabel('救助对象').fill('全家')
  await form.getByLabel('救助事由').fill(cause)
  await choose(page, form, '发放方式', '现金')
  await form.locator('[id="f-备用金列支"]').getByText(zh.common.yes).click()
  await form.locator('input[type=file]').setInputFiles(picture)
}

/** Two of the township sign, and one of the family on the screen. */
async function signed(page: Page, officers: string[], address: string) {
  await signAs(page, officers, address)
  await page.getByRole('button', { name: /签字$/ }).first().click()
  await write(page)
}

test('small and fast relief is paid the day it is asked for', async ({ page }) => {
  const noise = listen(page)
  await signIn(page, `c${town}`)
  const [household = ''] = await couples(page)
  const address = await begin(page, household, '临时救助小额快救')
  await fill(page, async (form) => {
    await application(page, form, '小额快救', '疾病')
    await form.locator('[id="f-申请人签字"]').click()
    await write(page)
  })
  await act(page, '小额快救', async (dialog) => {
    await dialog.getByLabel('拟救助金额').fill('300')
  })
  await expect(page.getByText('登记至救助').first()).toBeVisible()
  await signIn(page, `r${town}`)
  await open(page, address)
  await act(page, '乡镇备用金现金救助')
  await signIn(page, `c${town}`)
  await open(page, address)
  await fill(page, (form) => register(page, form, '疾病'))
  await givePapers(page)
  await signed(page, [`c${town}`, `d${town}`], address)
  await act(page, '已归档')
  await expect(page.getByText(/^已归档 ·/).first()).toBeVisible()
  expect(noise).toEqual([])
})

test('relief of an expense is judged by its own amount and paid by the roll', async ({ page }) => {
  const noise = listen(page)
  await signIn(page, `c${town}`)
  const [, household = ''] = await couples(page)
  const address = await begin(page, household, '支出型临时救助')
  const drawer = await nextForm(page)
  await application(page, drawer, '支出型', '疾病')
  await drawer.getByLabel('一次性必需支出').fill('26000')
  await drawer.locator('[id="f-申请人签字"]').click()
  await write(page)
  await drawer.getByRole('button', { name: zh.forms.handIn }).click()
  // The consent of each follows.
  const title = drawer.locator('.ant-drawer-title')
  for (let named = '', nth = 0; nth < 2; nth += 1) {
    await expect(title).toContainText('授权书')
    await expect(title).not.toHaveText(named)
    named = (await title.textContent()) ?? ''
    await drawer.locator('[id="f-签字"]').click()
    await write(page)
    await drawer.getByRole('button', { name: zh.forms.handIn }).click()
  }
  await expect(drawer).toBeHidden()
  await givePapers(page)
  await act(page, '受理', async (dialog) => {
    await dialog.getByText(zh.common.no, { exact: true }).click()
  })
  // Who is in dibao is not verified and not publicised anew: only the expense is looked into.
  await fill(page, async (form) => {
    await form.getByLabel('货币财产').fill('0')
    await form.getByLabel('生活用房套数').fill('1')
    await form.getByLabel('机动车辆数').fill('0')
    await form.getByLabel('调查情况').fill('住院票据属实，自付部分已超出承受能力。')
    await form.locator('[id="f-存在近亲属关系"]').getByText(zh.common.no).click()
    for (const wages of await form.getByLabel('工资性收入').all()) await wages.fill('0')
  })
  await signed(page, [`v${town}`, `c${town}`], address)
  await act(page, '调查完成')
  await signIn(page, `r${town}`)
  await open(page, address)
  await fill(page, async (form) => {
    await expect(form.getByLabel('拟确认月金额')).toHaveCount(0)
    await form.getByLabel('拟救助金额').fill('1800')
    await form.getByLabel('金额依据').fill('自付医疗费，按当地标准救助')
    await form.getByRole('checkbox', { name: '发放救助金' }).check()
    await form.getByLabel('意见', { exact: true }).fill('情况属实，拟救助')
  })
  await act(page, '拟救助，与测算一致', async (dialog) => {
    await expect(dialog.getByLabel('拟救助金额')).toHaveValue('1800.00')
  })
  await signIn(page, 'reviewer')
  await open(page, address)
  await fill(page, async (form) => {
    await choose(page, form, '结论', '予以救助')
    await form.getByLabel('意见', { exact: true }).fill('同意')
  })
  await act(page, '予以救助', async (dialog) => {
    await expect(dialog.getByLabel('拟救助金额')).toHaveValue('1800.00')
  })
  await signIn(page, `c${town}`)
  await open(page, address)
  await act(page, '已列入名册')
  await act(page, '已归档')
  await expect(page.getByText(zh.cases.results.granted, { exact: true }).first()).toBeVisible()
  expect(noise).toEqual([])
})

test('a family in an emergency gets cash today, and the papers follow', async ({ page }) => {
  const noise = listen(page)
  await signIn(page, `r${town}`)
  const path = '/cases?procedure=temporary_relief_emergency&status=open&step=aid&limit=100'
  const list = await ask(page, 'GET', path)
  const items = list.body.items as { id: string; division: { code: string } }[]
  const one = items.find((item) => item.division.code.startsWith(town))
  const address = `/cases/${one?.id}`
  await open(page, address)
  await act(page, '乡镇备用金现金救助')
  await expect(page.getByText(zh.cases.results.granted, { exact: true }).first()).toBeVisible()

  // What was left out in the hurry is written down, with the receipt and by those who were there.
  await signIn(page, `c${town}`)
  await open(page, address)
  const drawer = await nextForm(page)
  await application(page, drawer, '急难型', '火灾')
  await drawer.locator('[id="f-申请人签字"]').click()
  await write(page)
  await drawer.getByRole('button', { name: zh.forms.handIn }).click()
  await expect(drawer.getByText('临时救助登记表').first()).toBeVisible()
  // The line is slow: what is typed while the receipt is on its way stays, and handing in waits.
  await page.route('**/cases/*/files', async (route) => {
    await new Promise((done) => setTimeout(done, 2_000))
    await route.continue()
  })
  await register(page, drawer, '火灾')
  await drawer.getByLabel('备注').fill('当日发放')
  await drawer.getByRole('button', { name: zh.forms.handIn }).click()
  await expect(drawer).toBeHidden()
  await page.unroute('**/cases/*/files')
  const filed = await ask(page, 'GET', `${address}/forms/relief_register`)
  expect(JSON.stringify(filed.body)).toContain('当日发放')
  await givePapers(page)
  await signed(page, [`c${town}`, `d${town}`], address)
  await act(page, '手续已补齐')
  await act(page, '已归档')
  await expect(page.getByText(/^已归档 ·/).first()).toBeVisible()
  expect(noise).toEqual([])
})
