import { expect } from '@playwright/test'
import { zh } from '../src/i18n/zh'
import { open, signIn } from './people'
import { test } from './test'

const login = `e2e-${Date.now().toString(36)}`

test('the system administrator makes a user and sees no business data', async ({ page }) => {
  await signIn(page, 'sysadmin')
  const menu = page.getByRole('navigation', { name: zh.shell.menuLabel })
  await expect(menu.getByText(zh.shell.menu.users)).toBeVisible()
  await expect(menu.getByText(zh.shell.menu.households)).toHaveCount(0)
  await open(page, '/households')
  await expect(page.getByText(zh.common.notAllowed)).toBeVisible()

  await open(page, '/users')
  await page.getByRole('button', { name: zh.admin.users.create }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(zh.admin.users.login).fill(login)
  await dialog.getByLabel(zh.admin.users.name, { exact: true }).fill('试用人员')
  await dialog.getByLabel(zh.admin.users.organisation).fill('清水县民政局')
  await dialog.getByLabel(zh.admin.users.organisation).press('Enter')
  await dialog.getByRole('button', { name: zh.common.save }).click()
  const secret = page.getByRole('dialog').filter({ hasText: zh.admin.users.initialOnce })
  await expect(secret).toBeVisible()
  const password = (await secret.locator('code').textContent())?.trim() ?? ''
  expect(password.length).toBeGreaterThan(9)
  await secret.getByRole('button', { name: zh.common.close }).last().click()
  await expect(page.getByText(password)).toHaveCount(0)

  await signIn(page, login, password)
  await expect(page.getByRole('navigation', { name: zh.shell.menuLabel })).toBeVisible()
})

test('the security administrator grants a role and locks the user', async ({ page }) => {
  await signIn(page, 'secadmin')
  await open(page, `/users?q=${login}`)
  await page.getByRole('button', { name: zh.admin.users.grant, exact: true }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel(zh.admin.users.role).click()
  await page
    .getByTitle('监督', { exact: true })
    .or(page.locator('.ant-select-item-option'))
    .first()
    .click()
  await drawer
    .locator('form')
    .getByRole('button', { name: zh.admin.users.grant, exact: true })
    .click()
  await expect(page.getByText(zh.admin.users.granted)).toBeVisible()
  // Escape goes to whatever has the focus, which the button that was pressed may have lost.
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden({ timeout: 2_000 })
  })
    .toPass({ timeout: 10_000 })
    .catch(() => page.locator('.ant-drawer-close').click())
  await expect(drawer).toBeHidden()
  await page.getByRole('button', { name: zh.admin.users.lock, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: zh.admin.users.lock }).click()
  await expect(page.getByText(zh.admin.users.statuses.locked).first()).toBeVisible()
})

test('the audit administrator verifies the chains', async ({ page }) => {
  await signIn(page, 'auditadmin')
  await open(page, '/audit')
  await expect(page.locator('main tbody tr[data-row-key]').first()).toBeVisible()
  await page.getByRole('button', { name: zh.admin.audit.verify }).click()
  await expect(page.getByRole('status')).toContainText('日志完整', { timeout: 120_000 })
})
