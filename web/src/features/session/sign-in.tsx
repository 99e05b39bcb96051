import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { type Problem, toProblem } from '@/api/problem'
import { useSession } from '@/auth/session'
import { Emblem } from '@/components/emblem'
import { ProblemAlert } from '@/components/problem'
import { useSpeech } from '@/i18n'
import { NetPattern } from './net-pattern'
import styles from './sign-in.module.css'

interface Entered {
  login: string
  password: string
}

export function SignIn() {
  const { t, language, setLanguage } = useSpeech()
  const { signIn, cause } = useSession()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [pending, setPending] = useState(false)
  const [form] = Form.useForm<Entered>()
  const words = { expired: t.session.expired, idle: t.session.idle, left: t.session.signedOut }

  const submit = async ({ login, password }: Entered) => {
    setPending(true)
    setProblem(null)
    try {
      await signIn(login.trim(), password)
    } catch (error) {
      setProblem(toProblem(error))
      form.setFieldsValue({ password: '' })
      setPending(false)
    }
  }
  return (
    <div className={styles.split}>
      <aside className={styles.left}>
        <NetPattern />
        <div className={styles.words}>
          <Emblem size={56} />
          <strong>{t.common.product}</strong>
          <span className={styles.full}>{t.common.productFull}</span>
          <p>{t.session.motto}</p>
          <p className={styles.sub}>{t.session.mottoSub}</p>
        </div>
      </aside>
      <main className={styles.right}>
        <Button
          type="text"
          className={styles.language}
          aria-label={t.shell.languageLabel}
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {t.shell.language}
        </Button>
        <div className={styles.box}>
          <h1>{t.session.title}</h1>
          {cause && !problem && <Alert role="status" type="info" showIcon title={words[cause]} />}
          {problem && <ProblemAlert problem={problem} />}
          <Form<Entered>
            form={form}
            layout="vertical"
            size="large"
            requiredMark={false}
            onFinish={(entered) => void submit(entered)}
          >
            <Form.Item
              name="login"
              label={t.session.login}
              rules={[{ required: true, whitespace: true, message: t.session.loginRequired }]}
            >
              <Input autoFocus autoComplete="username" maxLength={64} />
            </Form.Item>
            <Form.Item
              name="password"
              label={t.session.password}
              rules={[{ required: true, message: t.session.passwordRequired }]}
            >
              <Input.Password autoComplete="current-password" maxLength={128} />
            </Form.Item>
            <Button type="primary" htmlType="submit" block loading={pending}>
              {t.session.signIn}
            </Button>
          </Form>
          <p className="faint">{t.session.lockHint}</p>
        </div>
      </main>
    </div>
  )
}
