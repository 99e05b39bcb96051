import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Entrance } from '@/shell/entrance'
import { show } from '../../test/render'

async function enter(login: string, password: string) {
  await userEvent.type(await screen.findByLabelText('用户名'), login)
  await userEvent.type(screen.getByLabelText('密码'), password)
  await userEvent.keyboard('{Enter}')
}

describe('sign-in', () => {
  it('shows the refusal, then the lock, in the words of the server', async () => {
    show(<Entrance />)
    await enter('clerk', 'wrong')
    expect(await screen.findByText('用户名或密码不对')).toBeTruthy()
    for (let index = 0; index < 4; index += 1) {
      await userEvent.type(screen.getByLabelText('密码'), 'wrong{Enter}')
      await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('密码').value).toBe(''))
    }
    expect(await screen.findByText('账号已被临时锁定')).toBeTruthy()
  })

  it('lets an initial password change itself and nothing else', async () => {
    show(<Entrance />)
    await enter('fresh', 'x')
    expect(await screen.findByText('首次登录，请先修改密码')).toBeTruthy()
    expect(screen.queryByText('救助家庭')).toBeNull()
    await userEvent.type(screen.getByLabelText('新密码'), 'short')
    await userEvent.type(screen.getByLabelText('再输一次新密码'), 'other{Enter}')
    expect(await screen.findByText('两次输入的新密码不一致')).toBeTruthy()
  })

  it('speaks English when asked', async () => {
    show(<Entrance />)
    await userEvent.click(await screen.findByRole('button', { name: /Switch to English/ }))
    expect(screen.getByLabelText('User name')).toBeTruthy()
    expect(document.documentElement.lang).toBe('en')
  })
})
