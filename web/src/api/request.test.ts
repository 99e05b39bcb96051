import { describe, expect, it } from 'vitest'
import { state, users } from '../../mock/users'
import { asked, weather } from '../test/setup'
import { call, pathOf } from './client'
import { multipart } from './multipart'
import { isProblem } from './problem'
import { get, post, queryString } from './request'

describe('requests', () => {
  it('say who they are, in which language, under which key and version', async () => {
    state.me = users[0] ?? null
    await post('/rolls/r/submit', { body: { opinion: '' }, key: 'k-1', version: 4 })
    const headers = asked.at(-1)?.headers
    expect(headers?.get('x-doudi')).toBe('1')
    expect(headers?.get('idempotency-key')).toBe('k-1')
    expect(headers?.get('if-match')).toBe('"4"')
    expect(headers?.get('accept-language')).toBe('zh-CN')
  })

  it('leave empty filters out', () => {
    expect(queryString({ q: '', page: 1, total: true, none: null, label: ['a', 'b'] })).toBe(
      '?page=1&total=true&label=a&label=b',
    )
  })

  it('turn a refusal into the problem that the server wrote', async () => {
    const error = await get('/households').catch((thrown: unknown) => thrown)
    expect(isProblem(error) && error.code).toBe('directory.session.missing')
    expect(isProblem(error) && error.unsettled).toBe(false)
  })

  it('turn silence into a problem that may be tried again', async () => {
    weather.down = true
    const error = await get('/households').catch((thrown: unknown) => thrown)
    expect(isProblem(error) && error.unsettled).toBe(true)
  })
})

describe('operations', () => {
  it('put path parameters into the address, escaped', () => {
    expect(pathOf('directory.user.lock', { id: 'a/b' })).toBe('/users/a%2Fb/lock')
  })

  it('are called by their id', async () => {
    await call('directory.session.create', { body: { login: 'clerk', password: 'x' } })
    expect(asked.at(-1)?.method).toBe('POST')
    expect(asked.at(-1)?.path).toBe('/api/v1/sessions')
  })
})

describe('uploads', () => {
  it('are the same bytes under the same key, whatever the browser would choose', async () => {
    const form = new FormData()
    form.append('kind', 'dibao')
    form.append('households', new File(['序号'], '家庭"表".csv'))
    const first = multipart(form, 'k')
    const second = multipart(form, 'k')
    expect(first.type).toBe('multipart/form-data; boundary=doudi-k')
    const text = await first.body.text()
    expect(text).toBe(await second.body.text())
    expect(text).toContain('name="kind"\r\n\r\ndibao\r\n')
    expect(text).toContain('filename="家庭%22表%22.csv"')
    expect(text.endsWith('--doudi-k--\r\n')).toBe(true)
  })
})
