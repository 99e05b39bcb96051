import { expect, type Page } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { act, begin, button, choose, fill, signAs, write } from './case'
import { ask, listen, loginOf, open, settled, signIn } from './people'
import { test } from './test'

const town = loginOf('township_clerk').slice(1)

/** The day in the county. */
function today(): string {
  return new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
}

/** A family of several in dibao that nothing else is open for. */
async function family(page: Page): Promise<string> {
  const id = await page.evaluate(async () => {
    const read = async (path: string) => (await fetch(`/api/v1${path}`)).json()
    const busy = new Set<string>()
    for (const key of [
      'change',
      'head',
      'move',
      'death',
      'recheck',
      'stop',
      'grace',
      'reduction',
    ]) {
      const { items } = await read(`/cases?procedure=dibao_${key}&limit=100`)
      for (const one of items) busy.add(one.household)
    }
    const { items } = await read('/households?programme=dibao&limit=100')
    for (const one of items) {
      const file = await read(`/households/${one.id}`)
      const awards = await read(`/households/${one.id}/awards`)
      const held = awards.items.some(
        (award: { programme: { key: string }; status: string }) =>
          award.programme.key === 'dibao' && award.status === 'active',
      )
      if (held && file.members.length > 1 && !busy.has(one.id)) return one.id as string
    }
    return ''
  })
  expect(id).not.toBe('')
  return id
}

interface Family {
  head_id: string
  members: { person_id: string; name: string }[]
}

async function file(page: Page, household: string): Promise<Family> {
  return await page.evaluate(
    async (id) => (await fetch(`/api/v1/households/${id}`)).json(),
    household,
  )
}

/** Fills the report of a change in: the village says it, so that nobody of the family signs. */
function report(page: Page) {
  return fill(page, async (drawer) => {
    await choose(page, drawer, '报告来源', '村级报告')
    await drawer.getByLabel('情况说明').fill('村委会报告')
  })
}

/** The township proposes to reduce or stop, for the first of the grounds that the list has. */
async function propose(page: Page, outcome: string) {
  await fill(page, async (drawer) => {
    await drawer.getByLabel('测算结论').click()
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').last().click()
    await drawer.getByLabel('意见', { exact: true }).fill('情况有变化，拟调整。')
    await drawer.getByLabel('与测算不一致的理由').fill('按入户核实的收入')
  })
  await act(page, outcome, async (dialog) => {
    await dialog.getByLabel('调整事由').click()
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
    await dialog.getByLabel(zh.common.reason).fill('情况有变化')
  })
}

/** The family is heard by two of the township, and what it says is written down and signed. */
async function hear(page: Page, address: string) {
  await signIn(page, `c${town}`)
  await open(page, address)
  await fill(page, async (drawer) => {
    for (const day of ['告知日期', '听取日期']) {
      await drawer.getByLabel(day, { exact: true }).click()
      await page.keyboard.type(today())
      await page.keyboard.press('Enter')
    }
    await choose(page, drawer, '听取意见方式', '当面听取')
    await drawer.getByLabel('地点').fill('村委会')
    // Why the township proposes it was said with the proposal.
    await expect(drawer.getByLabel('调整事由')).toBeVisible()
    await drawer.getByLabel('告知的事实和依据').fill('收入超过标准')
    await drawer.getByLabel('救助对象意见').fill('没有异议')
    await drawer.getByLabel('采纳情况').fill('没有异议')
    await drawer.locator('[id="f-救助对象签字"]').click()
    await write(page)
  })
  await signAs(page, [`c${town}`, `d${town}`], address)
  await act(page, '已听取意见')
}

/** The county's decision, from the month after. */
async function decide(page: Page, outcome: string) {
  await fill(page, async (drawer) => {
    await choose(page, drawer, '结论', '同意调整')
    await drawer.getByLabel('意见', { exact: true }).fill('同意')
  })
  await act(page, outcome, async (dialog) => {
    await dialog.getByLabel(zh.common.reason).fill('情况属实')
  })
}

/** The decision is handed over, and the list of the village is brought up to date. */
async function serve(page: Page, address: string) {
  await signIn(page, `c${town}`)
  await open(page, address)
  await act(page, '已送达')
  await act(page, '已更新并归档')
}

/** How the family's awards of dibao stand. */
async function statuses(page: Page, household: string): Promise<string[]> {
  const found = await ask(page, 'GET', `/households/${household}/awards`)
  const items = found.body.items as { programme: { key: string }; status: string }[]
  return items.filter((one) => one.programme.key === 'dibao').map((one) => one.status)
}

test('another head is chosen, agrees, and stands in the register', async ({ page }) => {
  const noise = listen(page)
  await signIn(page, `c${town}`)
  const household = await family(page)
  const before = await file(page, household)
  const [next, ...rest] = before.members.filter((one) => one.person_id !== before.head_id)
  if (!next) throw new Error('the family has one member')
  const address = await begin(page, household, '低保家庭变更户主', next.name)
  await report(page)
  await page.getByRole('button', { name: new RegExp(`${zh.forms.given}$`) }).click()
  await act(page, '已登记', async (dialog) => {
    await dialog.getByText(zh.common.yes, { exact: true }).click()
  })
  // The page says that the register comes first, and the register is changed by its own dialog.
  await expect(page.getByText(/户主以家庭登记为准/)).toBeVisible()
  await open(page, `/households/${household}`)
  const people = zh.households.people
  await page.getByRole('button', { name: new RegExp(`${people.head}$`) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(people.newHead).click()
  await page.locator('.ant-select-dropdown:visible').getByTitle(next.name).click()
  const head = before.members.find((one) => one.person_id === before.head_id)
  for (const one of [...rest, ...(head ? [head] : [])])
    await dialog.getByLabel(people.relationOf(one.name)).fill('其他')
  await dialog.getByLabel(zh.common.reason).fill('原户主委托')
  await dialog.getByRole('button', { name: new RegExp(`${people.head}$`) }).click()
  await expect(dialog).toBeHidden()
  await signIn(page, `r${town}`)
  await open(page, address)
  await act(page, '同意变更')
  await settled(page)
  expect((await file(page, household)).head_id).toBe(next.person_id)
  expect(noise).toEqual([])
})

test('a stop is begun by whom it belongs to, and the family is invited to be heard', async ({
  page,
}) => {
  const noise = listen(page)
  await signIn(page, `c${town}`)
  const household = await family(page)
  await open(page, `/households/${household}`)
  await page.getByRole('link', { name: zh.counter.handle }).click()
  // A clerk sees that there is such a matter, and that it is not hers to begin.
  const stop = page.getByRole('radio', { name: '低保停发', exact: true })
  await expect(stop).toBeDisabled()
  const whose = zh.counter.openedBy(zh.cases.roles.township_reviewer)
  await expect(page.getByTitle(whose).first()).toBeVisible()
  await signIn(page, `r${town}`)
  const address = await begin(page, household, '低保停发')
  await propose(page, '拟停发，听取意见')
  // Its notice is printed with the case's own words, and no place of it stays open.
  const printed = page.waitForResponse((one) => /\/letters\/[^/]+\?nth=/.test(one.url()))
  const notice = page.getByRole('listitem').filter({ hasText: '听取意见通知书' })
  await notice.getByRole('button', { name: new RegExp(`${zh.forms.print}$`) }).click()
  const html = await (await printed).text()
  expect(html).toContain('听取意见')
  expect(html).not.toMatch(/\{\{|＿{4,}|undefined/)

  // The county decides only after the family was heard by two.
  await hear(page, address)
  await signIn(page, 'reviewer')
  await open(page, address)
  await decide(page, '决定停发')
  await serve(page, address)
  await expect(page.getByText(zh.cases.results.stopped, { exact: true }).first()).toBeVisible()
  expect(await statuses(page, household)).toEqual(['stopped'])
  expect(noise).toEqual([])
})

test('a death is recorded, and the family is paid for one less after it was heard', async ({
  page,
}) => {
  const noise = listen(page)
  await signIn(page, `c${town}`)
  const household = await family(page)
  const before = await file(page, household)
  const at = before.members.findIndex((one) => one.person_id !== before.head_id)
  const address = await begin(page, household, '低保对象死亡处理', at)
  await page.getByRole('button', { name: new RegExp(`${zh.forms.given}$`) }).click()
  await act(page, '已登记', async (dialog) => {
    await dialog.getByLabel('死亡日期').fill(today())
    await page.keyboard.press('Tab')
  })
  await signIn(page, `r${town}`)
  await open(page, address)
  await expect(button(page, '单人保障，待遇终止')).toBeDisabled()
  await act(page, '其他成员继续保障，转减发程序')
  await page.getByRole('link', { name: /低保减发/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('低保减发')
  await settled(page)
  const reduction = new URL(page.url()).hash.slice(1).replace(/\?.*/, '')
  await propose(page, '拟减发，听取意见')
  await hear(page, reduction)
  await signIn(page, 'reviewer')
  await open(page, reduction)
  await decide(page, '决定减发')
  await serve(page, reduction)
  await expect(page.getByText(zh.cases.results.reduced, { exact: true }).first()).toBeVisible()
  expect(await statuses(page, household)).toEqual(['active'])
  expect(noise).toEqual([])
})

test('a grace period of at most six months is proposed, confirmed by the county, and runs', async ({
  page,
}) => {
  const noise = listen(page)
  await signIn(page, `r${town}`)
  const household = await family(page)
  const address = await begin(page, household, '低保渐退')
  await fill(page, async (drawer) => {
    await drawer.getByLabel('就业人员').fill('次子')
    await drawer.getByLabel('就业单位和收入').fill('县服装厂，月工资2800元')
    await drawer.getByLabel('渐退月数').fill('7')
    await drawer.getByLabel('意见', { exact: true }).fill('就业后收入超过标准，拟给予渐退期')
  })

  // Seven months are one too many: the step says why, and takes six.
  const propose = page.getByRole('button', { name: /拟渐退$/ })
  await propose.first().click()
  const dialog = page.getByRole('dialog')
  const send = dialog.getByRole('button', { name: /拟渐退$/ })
  await expect(dialog.getByLabel('渐退月数')).toHaveValue('7')
  await send.click()
  await expect(dialog.getByText('渐退期原则上不超过6个月').first()).toBeVisible()
  await dialog.getByLabel('渐退月数').fill('6')
  await send.click()
  await expect(dialog).toBeHidden()

  await signIn(page, loginOf('county_reviewer'))
  await open(page, address)
  await fill(page, async (drawer) => {
    await choose(page, drawer, '结论', '同意调整')
    await drawer.getByLabel('意见', { exact: true }).fill('同意')
  })
  await act(page, '同意渐退')
  await settled(page)
  await expect(page.getByText('渐退期', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '调整' }).first()).toBeVisible()
  // The award says so: it runs to the end of the sixth month.
  await open(page, `/households/${household}?tab=awards`)
  await expect(
    page.getByText(zh.households.awards.statuses.grace, { exact: true }).first(),
  ).toBeVisible()
  expect(noise).toEqual([])
})

test('a recheck is concluded by one who was not at the visit', async ({ page }) => {
  const noise = listen(page)
  await signIn(page, `c${town}`)
  const list = await ask(page, 'GET', '/cases?procedure=dibao_recheck&status=open&limit=100')
  let address = ''
  for (const { id } of list.body.items as { id: string }[]) {
    const { body } = await ask(page, 'GET', `/cases/${id}`)
    const facts = body.facts as Record<string, unknown>
    const road = body.road as { step: string; place: string }[]
    const at = road.find((stop) => stop.step === 'survey')
    if (facts.核对报告已出具 === true && at?.place === 'current') address = `/cases/${id}`
  }
  await open(page, address)
  await fill(page, async (drawer) => {
    for (const field of ['家庭人口变化', '收入变化', '财产变化'])
      await drawer.locator(`[id="f-${field}"]`).getByText(zh.common.no).click()
    await drawer.getByLabel('家庭年收入').fill('6000')
    await choose(page, drawer, '待遇到账情况', '按时足额')
  })
  await signAs(page, [`c${town}`, `d${town}`], address)
  await page.getByRole('button', { name: /签字$/ }).first().click()
  await write(page)
  await act(page, '复核完成')
  await signIn(page, `r${town}`)
  await open(page, address)
  await act(page, '没有明显变化，继续保障')
  await expect(page.getByText(zh.cases.results.unchanged, { exact: true }).first()).toBeVisible()
  expect(noise).toEqual([])
})
