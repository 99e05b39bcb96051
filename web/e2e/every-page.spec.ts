import { expect } from '@playwright/test'
import { en } from '../src/i18n/en'
import { listen, loginOf, open, signIn } from './people'
import { test } from './test'

const pages: Record<string, string[]> = {
  clerk: [
    '/',
    '/tasks',
    '/households',
    '/imports',
    '/imports/new',
    '/account-changes',
    '/cases',
    '/verification',
    '/publicity',
    '/letters',
    '/delegations',
    '/deputies',
    '/reserves',
    '/decisions',
    '/rolls',
    '/batches',
    '/claims',
    '/ledger',
    '/supervision-runs',
    '/clues',
    '/visits',
    '/alignments',
    '/subject-lists',
    '/reconciliation',
    '/figures',
    '/programmes',
    '/parameters',
    '/programmes/dibao',
    '/policy-documents',
    '/policy-changes',
    '/gaps',
    '/releases',
  ],
  [loginOf('village_worker')]: [
    '/',
    '/tasks',
    '/households',
    '/counter',
    '/cases',
    '/publicity',
    '/letters',
    '/delegations',
    '/deputies',
    '/visits',
    '/gaps',
    '/parameters',
    '/policy-documents',
  ],
  sysadmin: ['/organisations', '/users', '/roles'],
  auditadmin: ['/audit', '/access'],
}

const sizes = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]

for (const [login, paths] of Object.entries(pages)) {
  test(`every page of ${login} opens in both languages and on a phone`, async ({ page }) => {
    test.setTimeout(600_000)
    const noise = listen(page)
    await signIn(page, login)
    for (const language of ['zh', 'en']) {
      await page.evaluate((chosen) => localStorage.setItem('doudi.language', chosen), language)
      await page.reload()
      for (const path of paths) {
        for (const size of sizes) {
          await page.setViewportSize(size)
          await open(page, path)
          const where = `${path} ${language} ${size.width}`
          await expect.soft(page.locator('main h1').first(), where).toBeVisible()
          await expect.soft(page.locator('main').getByRole('alert'), where).toHaveCount(0)
          await expect.soft(page.getByText(en.common.notAllowed), where).toHaveCount(0)
          const wide = await page.evaluate(
            () => document.documentElement.scrollWidth > window.innerWidth + 1,
          )
          expect.soft(wide, `${where} scrolls sideways`).toBe(false)
        }
      }
    }
    expect(noise).toEqual([])
  })
}
