import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { zh } from '../src/i18n/zh'

/**
 * The passwords file of the demo: login, first password, name, role, organisation,
 * parted by tabs. A first password works once, so what the tests have changed it to
 * lies beside it for the next run.
 */
const source = process.env.DOUDI_PASSWORDS ?? ''
const changed = `${source}.e2e`

/** What a person is called, from the third column of the passwords file. */
export function nameOf(login: string): string {
  const line = readFileSync(source, 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${login}\t`))
  const name = line?.split('\t')[2]
  if (!name) throw new Error(`DOUDI_PASSWORDS (${source}) names no ${login}`)
  return name
}

/** Some login of a role, from the fourth column of the passwords file. */
export function loginOf(role: string): string {
  const line = readFileSync(source, 'utf8')
    .split('\n')
    .find((one) => one.split('\t')[3] === role)
  const login = line?.split('\t')[0]
  if (!login) throw new Error(`DOUDI_PASSWORDS (${source}) names nobody with the role ${role}`)
  return login
}

function read(path: string): Map<string, string> {
  if (!path || !existsSync(path)) return new Map()
  const lines = readFileSync(path, 'utf8').split('\n')
  return new Map(
    lines
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => {
        const [login = '', password = ''] = line.split('\t')
        return [login, password]
      }),
  )
}

export function remember(login: string, password: string): void {
  const all = read(changed)
  all.set(login, password)
  writeFileSync(changed, [...all].map(([name, value]) => `${name}\t${value}\n`).join(''), {
    mode: 0o600,
  })
}

export function passwordOf(login: string): string {
  const password = read(changed).get(login) ?? read(source).get(login)
  if (!password) throw new Error(`DOUDI_PASSWORDS (${source}) names no ${login}`)
  return password
}

/** Console errors, page errors and refusals of the content policy, collected while a test runs. */
export function listen(page: Page): string[] {
  const noise: string[] = []
  page.on('pageerror', (error) => noise.push(String(error)))
  page.on('console', (message) => {
    const text = message.text()
    // A refusal by the server is part of some tests; the browser reports it by itself.
    if (message.type() === 'error' && !/Failed to load resource/.test(text)) noise.push(text)
  })
  return noise
}

/** Signs in on the page as a person does, changing a first password on the way. */
export async function signIn(page: Page, login: string, password?: string): Promise<void> {
  const present = password ?? passwordOf(login)
  await page.context().clearCookies()
  await page.goto('/')
  await page.getByLabel(zh.session.login).fill(login)
  await page.getByLabel(zh.session.password).fill(present)
  await page.getByLabel(zh.session.password).press('Enter')
  const first = page.getByRole('heading', { name: zh.session.firstTitle })
  const home = page.getByRole('navigation', { name: zh.shell.menuLabel })
  await expect(first.or(home)).toBeVisible()
  if (await first.isVisible()) {
    const next = `${present.replace(/-/g, '')}-Qs9`
    await page.getByLabel(zh.session.oldPassword).fill(present)
    await page.getByLabel(zh.session.newPassword, { exact: true }).fill(next)
    await page.getByLabel(zh.session.repeatPassword).fill(next)
    await page.getByRole('button', { name: zh.session.changeTitle }).click()
    await expect(home).toBeVisible()
    remember(login, next)
  }
}

/** Goes to an address behind the hash. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(`/#${path}`)
  // An address behind the hash loads no document: the page before it stands until its own is read.
  const main = page.locator('main')
  await expect(main).toHaveAttribute('data-path', path.replace(/\?.*/, ''))
  await settled(page)
}

/** Waits until the page has read what it shows. */
export async function settled(page: Page): Promise<void> {
  // What a page reads is asked for a moment after the page is drawn.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)))
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'false')
}

/** What the API answers. */
interface Answer {
  status: number
  body: Record<string, unknown>
}

/** Asks the API as whoever is signed in. */
export async function ask(
  page: Page,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  return page.evaluate(
    async ([verb, address, text, key]) => {
      const answer = await fetch(`/api/v1${address}`, {
        method: verb,
        headers: {
          'x-doudi': '1',
          'idempotency-key': key ?? '',
          ...(text ? { 'content-type': 'application/json' } : {}),
        },
        ...(text ? { body: text } : {}),
      })
      const said = await answer.text()
      return { status: answer.status, body: said ? JSON.parse(said) : {} }
    },
    [method, path, body === undefined ? '' : JSON.stringify(body), crypto.randomUUID()] as const,
  )
}
