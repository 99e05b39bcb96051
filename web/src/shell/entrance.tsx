import { Flex, Spin } from 'antd'
import { useSession } from '@/auth/session'
import { ProblemAlert } from '@/components/problem'
import { FirstPassword } from '@/features/session/first-password'
import { SignIn } from '@/features/session/sign-in'
import { Frame } from './frame'

/** Nobody: sign-in. Somebody with an initial password: the change of it. Else the console. */
export function Entrance() {
  const { me, fault, retry } = useSession()
  if (me === undefined) {
    return (
      <Flex align="center" justify="center" style={{ height: '100%', padding: 24 }}>
        {fault ? <ProblemAlert problem={fault} retry={retry} /> : <Spin size="large" />}
      </Flex>
    )
  }
  if (me === null) return <SignIn />
  if (me.must_change_password) return <FirstPassword />
  return <Frame />
}
