import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { type Problem, toProblem } from '@/api/problem'
import { useSession } from '@/auth/session'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { strongEnough } from './password-rules'

interface Entered {
  old: string
  next: string
  again: string
}

/** Old password, new one twice; the rules are checked here for speed and by the server for certain. */
export function PasswordForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  const { changePassword } = useSession()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [pending, setPending] = useState(false)

  const submit = async ({ old, next }: Entered) => {
    setPending(true)
    setProblem(null)
    try {
      await changePassword(old, next)
      onDone()
    } catch (error) {
      setProblem(toProblem(error))
    } finally {
      setPending(false)
    }
  }
  return (
    <Form<Entered>
      layout="vertical"
      requiredMark={false}
      onFinish={(entered) => void submit(entered)}
    >
      <Form.Item
        name="old"
        label={t.session.oldPassword}
        rules={[{ required: true, message: t.session.passwordRequired }]}
      >
        <Input.Password autoFocus autoComplete="current-password" maxLength={128} />
      </Form.Item>
      <Form.Item
        name="next"
        label={t.session.newPassword}
        extra={t.session.rules}
        dependencies={['old']}
        rules={[
          { required: true, message: t.session.passwordRequired },
          ({ getFieldValue }) => ({
            validator: (_rule, value: string) => {
              if (!value) return Promise.resolve()
              if (!strongEnough(value)) return Promise.reject(new Error(t.session.rules))
              if (value === getFieldValue('old'))
                return Promise.reject(new Error(t.session.sameAsOld))
              return Promise.resolve()
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t.session.repeatPassword}
        dependencies={['next']}
        rules={[
          { required: true, message: t.session.passwordRequired },
          ({ getFieldValue }) => ({
            validator: (_rule, value: string) =>
              !value || value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(t.session.repeatDiffers)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={128} />
      </Form.Item>
      {problem && <ProblemAlert problem={problem} />}
      <Button type="primary" htmlType="submit" block loading={pending} style={{ marginTop: 12 }}>
        {t.session.changeTitle}
      </Button>
    </Form>
  )
}
