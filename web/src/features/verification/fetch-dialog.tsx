import { Alert, Button, Modal, Spin } from 'antd'
import { Problem, toProblem } from '@/api/problem'
import type { components } from '@/api/schema'
import { ProblemAlert } from '@/components/problem'
import { useProgress } from '@/features/verify/api'
import { useT } from '@/i18n'

type Fetched = components['schemas']['VerificationFetch']

/** What came of it: how much was read, and each file of which nothing was taken. */
function Outcome({ fetched }: { fetched: Fetched }) {
  const t = useT()
  const words = t.verification
  const read = fetched.files - fetched.refused.length - fetched.others
  return (
    <>
      {(read > 0 || fetched.files === 0) && (
        <Alert
          role="status"
          type={fetched.refused.length > 0 ? 'warning' : fetched.reports > 0 ? 'success' : 'info'}
          title={fetched.files === 0 ? words.fetchNothing : words.fetchSome(read, fetched.reports)}
          description={fetched.again > 0 ? words.again(fetched.again) : undefined}
        />
      )}
      {fetched.others > 0 && <p className="muted">{words.fetchOthers(fetched.others)}</p>}
      {fetched.refused.map((one) => (
        <section key={one.name} style={{ marginTop: 12 }}>
          <p style={{ marginBottom: 6 }}>{words.fetchRefused(one.name)}</p>
          <ProblemAlert problem={new Problem(one.problem)} />
        </section>
      ))}
    </>
  )
}

/** What came of fetching the reports that wait at the platform, once the job has come to its end. */
export function FetchDialog({ job, onClose }: { job: string; onClose: () => void }) {
  const t = useT()
  const words = t.verification
  const query = useProgress(job, true)
  const one = query.data
  const problem = query.error ? toProblem(query.error) : one?.error ? new Problem(one.error) : null
  return (
    <Modal
      open
      title={words.fetchTitle}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t.common.close}
        </Button>
      }
    >
      {problem ? (
        <ProblemAlert problem={problem} />
      ) : one?.status === 'done' ? (
        <Outcome fetched={one.result as unknown as Fetched} />
      ) : (
        <p>
          <Spin size="small" /> <span className="muted">{words.fetchText}</span>
        </p>
      )}
    </Modal>
  )
}
