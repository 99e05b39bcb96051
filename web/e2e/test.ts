import { test as base } from '@playwright/test'

/**
 * What the tests of the console build on: a page that is not acted on while something on it is
 * still opening or closing. A dialog grows from where it was asked for; a press that begins before it has
 * grown ends beside the button and is none, which happens to a program only.
 */
export const test = base.extend({
  page: async ({ page }, use) => {
    const dialogs = '.ant-zoom-appear, .ant-zoom-enter, .ant-zoom-leave'
    const drawers = '[class*="-panel-motion-"][class*="-active"]'
    const moving = page.locator(`${dialogs}, ${drawers}`)
    await page.addLocatorHandler(moving.first(), async () => {})
    await use(page)
  },
})
