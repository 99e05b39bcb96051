import { Button, Flex } from 'antd'
import { useState } from 'react'
import type { Award } from '@/api/contract'
import { useMay } from '@/auth/session'
import { useT } from '@/i18n'
import type { AwardProposal } from './api'
import { ProposeDialog } from './propose-dialog'
import { useTerms } from './terms'

const verbs: AwardProposal['verb'][] = ['change', 'grace', 'stop']

/** What may be proposed for an award that still runs. */
export function ProposeButtons({ award, household }: { award: Award; household: string }) {
  const t = useT()
  const may = useMay()
  const terms = useTerms(award.programme.key)
  const [verb, setVerb] = useState<AwardProposal['verb'] | null>(null)
  if (award.status === 'stopped') return null
  const open = verbs.filter(
    (one) => may(`decide.${one}.propose`) && (one !== 'change' || terms.length > 0),
  )
  return (
    <Flex gap={8}>
      {open.map((one) => (
        <Button key={one} size="small" danger={one === 'stop'} onClick={() => setVerb(one)}>
          {t.decisions.propose[one]}
        </Button>
      ))}
      {verb && (
        <ProposeDialog
          verb={verb}
          award={award}
          household={household}
          onClose={() => setVerb(null)}
        />
      )}
    </Flex>
  )
}
