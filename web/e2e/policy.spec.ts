import { expect } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { listen, open, signIn } from './people'
import { test } from './test'

test('a policy officer reads a programme down to the clause, and what changed', async ({
  page,
}) => {
  const noise = listen(page)
  await signIn(page, 'clerk')
  await open(page, '/programmes?on=2022-10-01')
  await page.getByLabel(zh.policy.browse.search).fill('低保')
  await page.getByRole('link', { name: '最低生活保障', exact: true }).click()
  await expect(page.getByRole('heading', { name: zh.policy.browse.conditions })).toBeVisible()
  await expect(page.getByText('家庭财产状况符合当地规定').first()).toBeVisible()
  // Formulas are read in Chinese words, and the text of the pack is a click away.
  await expect(page.getByText(/四舍五入（查表（/).first()).toBeVisible()
  await page.getByText(zh.policy.browse.asText).first().click()
  await expect(page.locator('details[open] code').first()).toBeVisible()
  await page.getByRole('link', { name: '农村低保标准' }).first().click()
  await expect(page.getByRole('heading', { name: zh.policy.parameter.values })).toBeVisible()
  await expect(page.getByText('5268').first()).toBeVisible()
  await expect(page.getByText('4788').first()).toBeVisible()
  await open(page, '/policy-changes?from=2021-12-31&to=2022-01-01')
  await expect(page.getByText('农村低保标准', { exact: true })).toBeVisible()
  await open(page, `/policy-documents/${encodeURIComponent('民发〔2021〕57号')}`)
  await expect(page.getByText('《最低生活保障审核确认办法》')).toBeVisible()
  await expect(page.getByRole('heading', { name: zh.policy.documents.passages })).toBeVisible()
  expect(noise).toEqual([])
})

test('a clerk assesses a family, reads why, and prints it', async ({ page }) => {
  const noise = listen(page)
  await signIn(page, 'clerk')
  await open(page, '/households')
  await page.locator('tbody a, tbody button').first().click()
  await page.getByRole('tab', { name: zh.assess.tab }).click()
  await page.getByRole('button', { name: zh.assess.make }).click()
  await expect(page.getByRole('heading', { name: zh.assess.dueTitle })).toBeVisible()
  const steps = page.getByRole('button', { name: zh.assess.stepsHidden }).first()
  await steps.click()
  await expect(steps).toHaveAttribute('aria-expanded', 'true')
  await page.getByRole('link', { name: zh.assess.open }).click()
  await expect(page.getByRole('heading', { name: zh.assess.page.result })).toBeVisible()
  await page.getByRole('button', { name: zh.assess.replay }).click()
  await expect(page.getByText(zh.assess.replaySame)).toBeVisible()
  expect(noise).toEqual([])
})

test('a clerk goes through the area for what is not claimed', async ({ page }) => {
  const noise = listen(page)
  await signIn(page, 'clerk')
  await open(page, '/gaps')
  await page.getByRole('button', { name: zh.assess.gaps.scan }).click()
  await page.getByRole('dialog').getByRole('button', { name: zh.common.confirm }).click()
  await expect(page.getByText(zh.assess.gaps.scanStarted)).toBeVisible()
  await expect(async () => {
    await page.reload()
    await expect(page.locator('main tbody tr[data-row-key]').first()).toBeVisible({ timeout: 5000 })
  }).toPass({ timeout: 120_000 })
  expect(noise).toEqual([])
})

test('anybody works out on a phone what he may get, without signing in', async ({ page }) => {
  const noise = listen(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/#/calculator')
  const choose = (question: string, answer: string) =>
    page.getByRole('group', { name: question }).getByText(answer, { exact: true }).click()
  await choose('您家的户口在城里还是农村？', '农村')
  await page.getByLabel('全家的存款、现金、理财、股票一共有多少元？').fill('２０００')
  await page.getByLabel('全家有几套住房？').fill('1')
  await page.getByLabel('全家有几辆汽车？').fill('0')
  await page.getByLabel('多大年纪（周岁）？').fill('72')
  await page.getByLabel('过去一年一共收入多少元？').fill('1200')
  await choose('有残疾证吗？是哪一类？', '肢体')
  await page.getByLabel('残疾证上写的是几级？').fill('1')
  await choose('是不是要人长期照料（半年以上）？', '是')
  await page.getByRole('button', { name: zh.calculator.workOut }).click()
  await expect(page.getByRole('heading', { name: zh.calculator.likely })).toBeVisible()
  await expect(page.getByRole('heading', { name: '重度残疾人护理补贴' })).toBeVisible()
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > window.innerWidth + 1,
  )
  expect(wide).toBe(false)
  await page.getByRole('button', { name: zh.calculator.back }).click()
  await expect(page.getByLabel('多大年纪（周岁）？')).toHaveValue('72')
  expect(noise).toEqual([])
})
