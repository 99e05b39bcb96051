import { expect } from '@playwright/test'
import { en } from '../src/i18n/en'
import { zh } from '../src/i18n/zh'
import { listen, nameOf, signIn } from './people'
import { test } from './test'

test('a stranger sees the sign-in page and nothing behind it', async ({ page }) => {
  await page.goto('/#/households')
  await expect(page.getByRole('heading', { name: zh.session.title })).toBeVisible()
  await expect(page.getByText(zh.households.title, { exact: true })).toHaveCount(0)
})

test('a wrong password is refused in words', async ({ page }) => {
  await page.goto('/')
  await page.getByLabel(zh.session.login).fill('nobody-here')
  await page.getByLabel(zh.session.password).fill('not the password')
  await page.getByLabel(zh.session.password).press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel(zh.session.password)).toHaveValue('')
})

test('signing in, both languages, signing out', async ({ page }) => {
  const noise = listen(page)
  await signIn(page, 'clerk')
  await page.getByRole('button', { name: zh.shell.languageLabel }).click()
  await expect(page.getByRole('navigation', { name: en.shell.menuLabel })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(page.getByRole('navigation', { name: en.shell.menuLabel })).toBeVisible()
  await page.getByRole('button', { name: en.shell.languageLabel }).click()
  await page.getByRole('button', { name: new RegExp(nameOf('clerk')) }).click()
  await page.getByRole('menuitem', { name: zh.shell.signOut }).click()
  await expect(page.getByText(zh.session.signedOut)).toBeVisible()
  await page.goto('/#/households')
  await expect(page.getByRole('heading', { name: zh.session.title })).toBeVisible()
  expect(noise).toEqual([])
})
