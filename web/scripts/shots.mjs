// Takes screenshots of a running console: node scripts/shots.mjs [name…]
// BASE_URL (default the development server), SHOTS (folder), DOUDI_PASSWORD.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { pages } from './shots.pages.mjs'

const base = process.env.BASE_URL ?? 'http://localhost:5173'
const folder = process.env.SHOTS ?? 'shots'
const wanted = process.argv.slice(2)
const sizes = (process.env.SIZES ?? '1366x768,1920x1080,390x844').split(',')
const languages = (process.env.LANGS ?? 'zh,en').split(',')

mkdirSync(folder, { recursive: true })
const profile = mkdtempSync(join(tmpdir(), 'doudi-shots-'))
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  headless: true,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const tab = await browser.newPage()
const noise = []
tab.on('console', (message) => {
  if (['error', 'warning'].includes(message.type())) noise.push(message.text().slice(0, 300))
})
tab.on('pageerror', (error) => noise.push(String(error).slice(0, 300)))

for (const shot of pages) {
  if (wanted.length > 0 && !wanted.includes(shot.name)) continue
  for (const language of languages) {
    for (const size of sizes) {
      const [width, height] = size.split('x').map(Number)
      await tab.setViewportSize({ width, height })
      await tab.goto(base)
      await tab.evaluate((chosen) => localStorage.setItem('doudi.language', chosen), language)
      await tab.evaluate(
        async ({ user, password }) => {
          const headers = { 'content-type': 'application/json', 'X-Doudi': '1' }
          await fetch('api/v1/sessions/current', { method: 'DELETE', headers })
          if (user)
            await fetch('api/v1/sessions', {
              method: 'POST',
              headers,
              body: JSON.stringify({ login: user, password }),
            })
        },
        { user: shot.user, password: process.env.DOUDI_PASSWORD ?? 'x' },
      )
      await tab.goto(`${base}/?t=${Date.now()}#${shot.path}`)
      await tab.waitForLoadState('networkidle')
      await tab.waitForTimeout(shot.wait ?? 500)
      if (shot.act) await shot.act(tab, language)
      const wide = await tab.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1)
      if (wide) noise.push(`${shot.name} ${language} ${size}: the page scrolls sideways`)
      await tab.screenshot({ path: join(folder, `${shot.name}-${language}-${size}.png`) })
    }
  }
}
for (const line of [...new Set(noise)]) console.log(line)
await browser.close()
rmSync(profile, { recursive: true, force: true })
