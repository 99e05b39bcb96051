import { Steps } from 'antd'
import { Panel } from '@/components/page'
import { useT } from '@/i18n'

export function ImportSteps({ current, failed }: { current: number; failed?: boolean }) {
  const { steps } = useT().imports
  return (
    <Panel>
      <Steps
        size="small"
        current={current}
        status={failed ? 'error' : 'process'}
        items={[
          { title: steps.choose },
          { title: steps.upload },
          { title: steps.preview },
          { title: steps.apply },
        ]}
      />
    </Panel>
  )
}
