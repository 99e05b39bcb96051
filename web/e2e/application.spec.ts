import { expect, type Page } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { act, button, choose, fill, nextForm, picture, signAs, write } from './case'
import { ask, listen, loginOf, open, settled, signIn } from './people'
import { test } from './test'

const town = loginOf('township_clerk').slice(1)
const board = zh.cases.board

/** The address of the application in which a step is open, of those that the demonstration has. */
async function waiting(page: Page, step: string): Promise<string> {
  const path = `/cases?procedure=dibao&status=open&step=${step}&limit=100`
  const list = await ask(page, 'GET', path)
  const found = list.body.items as { id: string }[]
  expect(found.length, step).toBeGreaterThan(0)
  return `/cases/${found.at(-1)?.id}`
}

test('a home is visited by two, reviewed by a third, and the list hangs with its photo', async ({
  page,
}) => {
  const noise = listen(page)
  await signIn(page, `c${town}`)
  const address = await waiting(page, 'assign')
  await open(page, address)
  await act(page, '已指派，启动调查')
  const drawer = await nextForm(page)
  await drawer.getByLabel('货币财产').fill('1200')
  await drawer.getByLabel('生活用房套数').fill('1')
  await drawer.getByLabel('机动车辆数').fill('0')
  await drawer.getByLabel('调查情况').fill('土木结构房屋三间，常年服药。')
  await drawer.locator('[id="f-存在近亲属关系"]').getByText(zh.common.no).click()
  // Of nobody who lives there may all incomes be left open.
  const wages = drawer.getByLabel('工资性收入').nth(1)
  await wages.fill('')
  await drawer.getByRole('button', { name: zh.forms.handIn }).click()
  // The page leads to it, however long the form.
  await expect(drawer.getByText(/五项收入都没有填/).first()).toBeInViewport()
  await wages.fill('0')
  await drawer.getByRole('button', { name: zh.forms.handIn }).click()
  await expect(drawer).toBeHidden()
  await button(page, zh.forms.signAsOfficer).click()
  await expect(page.getByText(zh.forms.ofCount(1, 2))).toBeVisible()

  // The village's officer stands there with a telephone.
  await signIn(page, `v${town}`)
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, address)
  await button(page, zh.forms.signAsOfficer).click()
  await expect(page.getByText(zh.forms.ofCount(2, 2))).toBeVisible()
  await page.getByRole('button', { name: /毛进喜签字$/ }).click()
  await write(page)
  await act(page, '调查完成')
  await page.setViewportSize({ width: 1366, height: 900 })

  // Who looked into the family does not review it; who reviews sees what the rules say.
  await signIn(page, `r${town}`)
  await open(page, address)
  await act(page, '退回补充调查', async (dialog) => {
    await dialog.getByLabel(zh.common.reason).fill('请补充住房照片')
  })
  await signIn(page, `c${town}`)
  await open(page, address)
  await expect(page.getByText('请补充住房照片').first()).toBeVisible()
  await fill(page, async (form) => {
    await form.getByLabel('水电通讯等辅助情况').fill('月均电费35元')
  })
  for (const who of ['c', 'v']) {
    await signIn(page, `${who}${town}`)
    await open(page, address)
    await button(page, zh.forms.signAsOfficer).click()
    await expect(button(page, zh.forms.signAsOfficer)).toBeHidden()
  }
  await page.getByRole('button', { name: /毛进喜签字$/ }).click()
  await write(page)
  await act(page, '调查完成')
  await signIn(page, `r${town}`)
  await open(page, address)
  await fill(page, async (form) => {
    await choose(page, form, '低保类别', '二类')
    await form.getByLabel('意见', { exact: true }).fill('拟同意')
  })
  const against = button(page, '拟同意，与测算不一致')
  await expect(against).toBeDisabled()
  await act(page, '拟同意，与测算一致', async (dialog) => {
    await expect(dialog.getByLabel('拟确认月金额')).not.toHaveValue('')
  })

  // The village puts the list up; without a photo it does not hang.
  await signIn(page, `v${town}`)
  await page.setViewportSize({ width: 390, height: 844 })
  await open(page, address)
  await button(page, board.post).click()
  const dialog = page.getByRole('dialog')
  await expect(button(dialog, board.post)).toBeDisabled()
  await dialog.locator('input[type=file]').setInputFiles(picture)
  await expect(dialog.getByRole('img', { name: board.photo })).toBeVisible()
  await button(dialog, board.post).click()
  await expect(dialog).toBeHidden()
  await settled(page)
  await expect(page.getByText(board.states.hanging, { exact: true })).toBeVisible()
  await expect(page.getByRole('img', { name: board.photo })).toBeVisible()
  // Taken down before its time it has to hang anew.
  await act(page, board.takeDown)
  await expect(page.getByText(board.again)).toBeVisible()
  await expect(button(page, board.post)).toBeVisible()
  expect(noise).toEqual([])
})

test('an objection is looked into before the county decides', async ({ page }) => {
  const noise = listen(page)
  await signIn(page, `d${town}`)
  await open(page, '/publicity?state=hanging')
  const line = page.locator('main .ant-table-tbody tr[data-row-key]').first()
  const address = (await line.getByRole('link').first().getAttribute('href'))?.replace('#', '')
  await button(line, board.object).click()
  const dialog = page.getByRole('dialog')
  await button(dialog, board.object).click()
  await expect(dialog).toBeHidden()
  await open(page, address ?? '')
  await act(page, '公示有异议')
  await signIn(page, `r${town}`)
  await open(page, address ?? '')
  await fill(page, async (form) => {
    await choose(page, form, '来源', '匿名')
    for (const field of ['异议内容', '调查情况', '意见'])
      await form.getByLabel(field, { exact: true }).fill('经走访核实，反映的情况不属实')
    await form.locator('[id="f-是否成立"]').getByText(zh.common.no).click()
  })
  // The village is heard: three of it sit together and sign.
  await act(page, '组织民主评议')
  const drawer = await nextForm(page)
  await drawer.getByLabel('地点').fill('村委会')
  await drawer.getByLabel('主持人').fill('包村干部')
  for (const field of ['宣讲政策', '介绍情况'])
    await drawer.locator(`[id="f-${field}"]`).getByText(zh.common.yes).click()
  for (const [field, votes] of Object.entries({ 同意票: '3', 不同意票: '0', 弃权票: '0' }))
    await drawer.getByLabel(field, { exact: true }).fill(votes)
  await choose(page, drawer, '评议结论', '真实')
  const neighbours = ['马春生', '赵玉梅', '冯长顺']
  for (const [at, name] of neighbours.entries()) {
    const cell = (field: string) => drawer.locator(`[id="f-参加人员-${at}-${field}"]`)
    await button(drawer, zh.forms.addRow).click()
    await cell('姓名').fill(name)
    await cell('身份').click()
    await page.locator('.ant-select-dropdown:visible').getByTitle('居民代表').click()
  }
  for (const at of neighbours.keys()) {
    await drawer.locator(`[id="f-参加人员-${at}-签字"]`).click()
    await write(page)
  }
  await drawer.getByRole('button', { name: zh.forms.handIn }).click()
  await expect(drawer).toBeHidden()
  await settled(page)
  await act(page, '评议后维持初审意见', async (form) => {
    await form.getByLabel(zh.common.reason).fill('经走访和评议，反映的情况不属实')
  })
  await expect(page.getByText('县级审核确认', { exact: true }).first()).toBeVisible()
  expect(noise).toEqual([])
})

test('two of the county visit the home of a staff member’s near relative', async ({ page }) => {
  const noise = listen(page)
  await signIn(page, 'clerk')
  const address = await waiting(page, 'county_visit')
  await open(page, address)
  await expect(page.getByText('近亲属备案登记').first()).toBeVisible()
  await fill(page, async (form) => {
    await form.getByRole('checkbox', { name: '近亲属备案' }).check()
    await form.locator('[id="f-与入户调查表是否一致"]').getByText(zh.common.yes).click()
    await form.getByLabel('核查意见').fill('与入户调查情况一致，未发现优亲厚友。')
  })
  await signAs(page, ['clerk', 'clerk2'], address)
  await page.getByRole('button', { name: /窦志远签字$/ }).click()
  await write(page)
  await act(page, '核查完成')
  // Who visited does not confirm.
  await expect(button(page, '予以确认')).toHaveCount(0)
  await expect(page.getByText('县级审核确认', { exact: true }).first()).toBeVisible()
  expect(noise).toEqual([])
})

test('the county confirms two at once, each with its own sum, and the award begins the month after', async ({
  page,
}) => {
  const noise = listen(page)
  await signIn(page, 'reviewer')
  await open(page, '/cases?procedure=dibao&step=county_review')
  for (const name of ['窦志远', '温有财'])
    await page.getByRole('row', { name }).locator('input[type=checkbox]').check()
  const words = zh.cases.batch
  await button(page, words.open).click()
  const dialog = page.getByRole('dialog')
  // The form concludes as the outcome does, and asks for what that needs and no more.
  const why = dialog.locator('[id="f-不予确认的理由"]')
  await choose(page, dialog, words.outcome, '不予确认')
  await expect(why).toBeVisible()
  await choose(page, dialog, words.outcome, '予以确认')
  await expect(dialog.getByText('予以确认', { exact: true })).toHaveCount(2)
  await expect(why).toHaveCount(0)
  const sum = dialog.getByLabel('窦志远 确认月金额')
  const proposed = await sum.inputValue()
  expect(Number(proposed)).toBeGreaterThan(0)
  await dialog.getByLabel(words.opinion, { exact: true }).fill('同意')
  // A sum that the rolls would not pay is said beforehand, and keeps nothing else back.
  await sum.fill('1.00')
  await button(dialog, words.check).click()
  await expect(dialog.getByText(words.ready)).toHaveCount(1)
  await expect(dialog.getByText(/每月将发/)).toBeVisible()
  await sum.fill(proposed)
  await button(dialog, words.check).click()
  await expect(dialog.getByText(words.ready)).toHaveCount(2)
  await button(dialog, words.run(2)).click()
  await expect(dialog.getByText(words.finished(2, 0))).toBeVisible()
  await button(dialog, zh.common.close).click()

  const list = await ask(page, 'GET', '/cases?procedure=dibao&status=open&step=publication')
  const items = list.body.items as { id: string; applicant: string }[]
  const one = items.find((item) => item.applicant === '温有财')
  const address = `/cases/${one?.id}`
  await signIn(page, `d${town}`)
  await open(page, address)
  await act(page, '已公布')
  await signIn(page, 'clerk')
  await open(page, address)
  await act(page, '已列入次月名册')
  await act(page, '已归档')
  await expect(page.getByText(zh.cases.results.granted, { exact: true }).first()).toBeVisible()
  const shown = await ask(page, 'GET', address)
  await open(page, `/households/${shown.body.household}?tab=awards`)
  await expect(
    page.getByText(zh.households.awards.statuses.active, { exact: true }).first(),
  ).toBeVisible()
  expect(noise).toEqual([])
})
