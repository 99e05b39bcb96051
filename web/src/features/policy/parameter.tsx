import { useQuery } from '@tanstack/react-query'
import { Flex, Tag } from 'antd'
import { Link, useParams } from 'react-router'
import { call } from '@/api/client'
import { given } from '@/api/given'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { useSpeech, useWord, wordFor } from '@/i18n'
import { FormulaText } from './formula'
import styles from './policy.module.css'
import { ScopeBar, scoped, usePolicyScope } from './scope'
import { ValueTable } from './values'

/** One parameter through time and place, and the formulas that use it. */
export default function ParameterPage() {
  const { t, language } = useSpeech()
  const word = useWord()
  const { name = '' } = useParams()
  const scope = usePolicyScope()
  const words = t.policy.parameter
  const query = useQuery({
    queryKey: ['parameter', name, scope],
    queryFn: ({ signal }) =>
      call('policy.parameter.get', { path: { name }, query: given(scope), signal }),
  })
  const title = language === 'zh' ? name : query.data?.en || name
  return (
    <Page
      title={title}
      note={query.data?.note ?? (language === 'en' ? name : undefined)}
      crumbs={[
        { title: t.shell.menu.policy },
        { title: t.policy.parameters.title, to: scoped('/parameters', scope) },
        { title },
      ]}
    >
      <ScopeBar />
      <QueryGate query={query}>
        {(one) => (
          <>
            <Flex gap={6} wrap>
              <Tag>{one.unit || '—'}</Tag>
              {one.kept && <Tag>{words.kept}</Tag>}
              {one.open && <Tag>{words.openValue}</Tag>}
            </Flex>
            <Panel title={words.now} flush={Boolean(one.now)}>
              {one.now ? (
                <ValueTable values={[one.now]} scope={scope} unnamed />
              ) : (
                <p className="muted">{words.noValue}</p>
              )}
            </Panel>
            <Panel title={words.values} flush>
              <ValueTable values={one.values} scope={scope} unnamed />
            </Panel>
            <Panel title={words.usedBy}>
              {one.used_by.length === 0 ? (
                <p className="muted">{words.unused}</p>
              ) : (
                <ul className={styles.items}>
                  {one.used_by.map((use) => (
                    <li key={`${use.programme.key}.${use.kind}.${use.zh}`}>
                      <header>
                        <Link to={scoped(`/programmes/${use.programme.key}`, scope)}>
                          {word(use.programme)}
                        </Link>
                        <Tag>{wordFor(words.kinds, use.kind)}</Tag>
                        <h4>{word(use)}</h4>
                      </header>
                      <FormulaText text={use.formula} targets={new Map()} />
                    </li>
                  ))}
                </ul>
              )}
            </Panel>
          </>
        )}
      </QueryGate>
    </Page>
  )
}
