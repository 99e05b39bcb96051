import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex, Tag } from 'antd'
import { Link, useParams } from 'react-router'
import { call } from '@/api/client'
import type { PolicyWay, ProgrammeDetail } from '@/api/contract'
import { given } from '@/api/given'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { useSpeech, useT, useWord, wordFor } from '@/i18n'
import { CiteLink, FormulaItem } from './formula'
import styles from './policy.module.css'
import { type PolicyScope, ScopeBar, scoped, usePolicyScope } from './scope'
import { ValueTable } from './values'

interface PartProps {
  detail: ProgrammeDetail
  targets: Map<string, string>
  scope: PolicyScope
}

function Way({ way, targets, scope }: { way: PolicyWay } & Omit<PartProps, 'detail'>) {
  const t = useT()
  const words = t.policy.browse
  const list = (title: string, formulas: PolicyWay['conditions']) =>
    formulas.length > 0 && (
      <>
        <h4 className={styles.sub}>{title}</h4>
        <ol className={styles.items}>
          {formulas.map((one) => (
            <FormulaItem key={one.key} formula={one} targets={targets} scope={scope} />
          ))}
        </ol>
      </>
    )
  return (
    <section className={styles.way}>
      <h3>{wordFor(words.ways, way.kind)}</h3>
      {list(words.appliesTo, way.applies)}
      {list(words.must, way.conditions)}
      {way.covered && list(words.coveredBy, [way.covered])}
    </section>
  )
}

function Conditions({ detail, ...rest }: PartProps) {
  const t = useT()
  const words = t.policy.browse
  return (
    <Panel title={words.conditions}>
      {detail.ways.length === 0 ? (
        <p className="muted">{words.noConditions}</p>
      ) : (
        detail.ways.map((way) => <Way key={way.kind} way={way} {...rest} />)
      )}
    </Panel>
  )
}

function Formulas({
  title,
  formulas,
  ...rest
}: { title: string; formulas: ProgrammeDetail['components'] } & Omit<PartProps, 'detail'>) {
  if (formulas.length === 0) return null
  return (
    <Panel title={title}>
      <ol className={styles.items}>
        {formulas.map((one) => (
          <FormulaItem key={one.key} formula={one} {...rest} />
        ))}
      </ol>
    </Panel>
  )
}

function Guide({ detail, scope }: Omit<PartProps, 'targets'>) {
  const t = useT()
  const words = t.policy.browse
  const guide = detail.guide
  if (!guide) return null
  const list = (title: string, items: string[]) =>
    items.length > 0 && (
      <>
        <dt>{title}</dt>
        <dd>
          <ul>
            {items.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </dd>
      </>
    )
  return (
    <Panel title={words.guide}>
      <dl className={styles.guide}>
        <dt>{words.concept}</dt>
        <dd>{guide.concept}</dd>
        {list(words.accepts, guide.conditions)}
        {list(words.materials, guide.materials)}
        {list(words.procedure, guide.procedure)}
        <dt>{words.office}</dt>
        <dd>{guide.office}</dd>
        {guide.refer_to && (
          <>
            <dt>{words.referTo}</dt>
            <dd>{guide.refer_to}</dd>
          </>
        )}
        <dt>{t.policy.programmes.cite}</dt>
        <dd>
          <CiteLink cite={guide.basis} scope={scope} />
        </dd>
      </dl>
    </Panel>
  )
}

function Exclusions({ detail, scope }: Omit<PartProps, 'targets'>) {
  const t = useT()
  const word = useWord()
  const words = t.policy.browse
  if (detail.yields_to.length + detail.goes_before.length === 0) return null
  const line = (text: string, key: string, cite: string) => (
    <li key={text}>
      <Link to={scoped(`/programmes/${key}`, scope)}>{text}</Link>
      <p className={styles.cite}>
        {t.policy.programmes.cite}：<CiteLink cite={cite} scope={scope} />
      </p>
    </li>
  )
  return (
    <Panel title={words.excludes}>
      <ul className={styles.items}>
        {detail.yields_to.map((one) =>
          line(words.yieldsTo(word(one.programme)), one.programme.key, one.cite),
        )}
        {detail.goes_before.map((one) =>
          line(words.goesBefore(word(one.programme)), one.programme.key, one.cite),
        )}
      </ul>
    </Panel>
  )
}

function Facts({ detail }: { detail: ProgrammeDetail }) {
  const { t, language } = useSpeech()
  const words = t.policy.browse
  if (detail.facts.length === 0) return null
  return (
    <Panel title={words.facts}>
      <div className={styles.facts}>
        {detail.facts.map((one) => (
          <Tag key={`${one.entity}.${one.name}`} title={one.note ?? undefined}>
            {wordFor(words.factOf, one.entity)} · {language === 'zh' ? one.name : one.en}
            {one.unit && ` (${wordFor(t.common.units, one.unit)})`}
          </Tag>
        ))}
      </div>
    </Panel>
  )
}

/** Where each name of a formula leads: a parameter to its page, a step to its place on this one. */
function targetsOf(detail: ProgrammeDetail, scope: PolicyScope): Map<string, string> {
  const found = new Map<string, string>()
  // Facts and steps are known names too, so that no parameter is found inside one of them.
  for (const fact of detail.facts) found.set(fact.name, '')
  for (const step of [...detail.variables, ...detail.borrowed]) found.set(step.key, '')
  for (const name of [...detail.parameters.map((one) => one.name), ...detail.missing_parameters])
    found.set(name, scoped(`/parameters/${encodeURIComponent(name)}`, scope))
  return found
}

export default function ProgrammePage() {
  const t = useT()
  const word = useWord()
  const { key = '' } = useParams()
  const scope = usePolicyScope()
  const words = t.policy.browse
  const query = useQuery({
    queryKey: ['programme', key, scope],
    queryFn: ({ signal }) =>
      call('policy.programme.get', { path: { key }, query: given(scope), signal }),
  })
  const detail = query.data
  return (
    <Page
      title={detail ? word(detail) : t.policy.programmes.title}
      crumbs={[
        { title: t.shell.menu.policy },
        { title: t.policy.programmes.title, to: scoped('/programmes', scope) },
        { title: detail ? word(detail) : key },
      ]}
      actions={
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t.common.print}
        </Button>
      }
    >
      <ScopeBar />
      <QueryGate query={query}>
        {(one) => {
          const part = { targets: targetsOf(one, scope), scope }
          return (
            <>
              <Flex gap={6} wrap align="center">
                <Tag>{word(one.section)}</Tag>
                <Tag>
                  {one.unit === 'household'
                    ? t.policy.programmes.byHousehold
                    : t.policy.programmes.byPerson}
                </Tag>
                {one.estimate && <Tag color="blue">{words.estimate}</Tag>}
                <span className="muted">
                  {words.from(one.place)} · {t.common.period(one.from, one.to ?? null)} ·{' '}
                  <CiteLink cite={one.cite} scope={scope} />
                </span>
              </Flex>
              {one.missing_parameters.length > 0 && (
                <Alert
                  role="note"
                  type="warning"
                  showIcon
                  title={`${words.missing}：${t.common.list(one.missing_parameters)}`}
                />
              )}
              <Conditions detail={one} {...part} />
              <Formulas title={words.amounts} formulas={one.components} {...part} />
              <Formulas title={words.limits} formulas={one.checks} {...part} />
              <Formulas title={words.stepsOwn} formulas={one.variables} {...part} />
              {one.parameters.length > 0 && (
                <Panel title={words.values} flush>
                  <ValueTable values={one.parameters} scope={scope} />
                </Panel>
              )}
              <Exclusions detail={one} scope={scope} />
              <Guide detail={one} scope={scope} />
              {one.funds.length > 0 && (
                <Panel title={words.funds}>
                  {t.common.list(one.funds.map((fund) => word(fund)))}
                </Panel>
              )}
              <Formulas title={words.stepsBorrowed} formulas={one.borrowed} {...part} />
              <Facts detail={one} />
            </>
          )
        }}
      </QueryGate>
    </Page>
  )
}
