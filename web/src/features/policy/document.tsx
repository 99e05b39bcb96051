import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Descriptions, Empty, Table, Tag } from 'antd'
import { Link, useParams } from 'react-router'
import { call } from '@/api/client'
import type { DocumentResting, PolicyDocument } from '@/api/contract'
import { given } from '@/api/given'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { useSpeech } from '@/i18n'
import styles from './policy.module.css'
import { type PolicyScope, ScopeBar, scoped, usePolicyScope } from './scope'

function Rests({ rests, scope }: { rests: DocumentResting[]; scope: PolicyScope }) {
  const { t, language } = useSpeech()
  const words = t.policy.documents
  const to = (one: DocumentResting) => {
    if (one.programme) return scoped(`/programmes/${one.programme}`, scope)
    if (one.kind === 'parameter')
      return scoped(`/parameters/${encodeURIComponent(one.name)}`, scope)
    return null
  }
  if (rests.length === 0) return <p className="muted">{words.restsNone}</p>
  return (
    <Table<DocumentResting>
      size="small"
      rowKey={(one) => `${one.kind}${one.programme}${one.name}${one.place}${one.from}${one.cite}`}
      pagination={rests.length > 50 ? { pageSize: 50, size: 'small' } : false}
      dataSource={rests}
      scroll={{ x: 'max-content' }}
      rowClassName={(one) => (one.holds ? '' : 'faint')}
      columns={[
        {
          title: t.policy.changes.kind,
          render: (_v, one) => (
            <Tag>{language === 'zh' ? one.kind_zh : one.kind.replaceAll('_', ' ')}</Tag>
          ),
        },
        {
          title: t.policy.changes.name,
          render: (_v, one) => {
            const address = to(one)
            return address ? <Link to={address}>{one.name}</Link> : one.name
          },
        },
        { title: words.articles, render: (_v, one) => t.common.list(one.articles) },
        { title: t.policy.parameters.place, render: (_v, one) => one.place },
        {
          title: t.policy.parameters.valid,
          className: 'num',
          render: (_v, one) => (
            <>
              {one.from && t.common.period(one.from, one.to ?? null)}
              {!one.holds && <div>{words.notNow}</div>}
            </>
          ),
        },
        {
          title: t.policy.parameters.cite,
          render: (_v, one) => <div className="muted cite">{one.cite}</div>,
        },
      ]}
    />
  )
}

function One({ document, scope }: { document: PolicyDocument; scope: PolicyScope }) {
  const { t, language } = useSpeech()
  const words = t.policy.documents
  return (
    <>
      <Panel title={language === 'zh' ? `《${document.title}》` : document.en || document.title}>
        {!document.in_force && (
          <Alert
            role="note"
            type="warning"
            showIcon
            style={{ marginBottom: 12 }}
            title={
              document.superseded_by ? words.superseded(document.superseded_by) : words.notInForce
            }
          />
        )}
        <Descriptions
          size="small"
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'n', label: words.number, children: document.number ?? words.noNumber },
            { key: 'i', label: words.issuer, children: document.issuer },
            { key: 'd', label: words.issued, children: document.issued ?? '—' },
            {
              key: 'v',
              label: words.valid,
              children: t.common.period(
                document.from ?? document.issued ?? '',
                document.to ?? null,
              ),
            },
            {
              key: 's',
              label: words.source,
              children: document.verified ? (document.source ?? '—') : words.notRead,
            },
            ...(document.superseded_by
              ? [
                  {
                    key: 'p',
                    label: words.superseded(''),
                    children: (
                      <Link
                        to={scoped(
                          `/policy-documents/${encodeURIComponent(document.superseded_by)}`,
                          scope,
                        )}
                      >
                        {document.superseded_by}
                      </Link>
                    ),
                  },
                ]
              : []),
          ]}
        />
        {document.note && <p className="muted">{document.note}</p>}
      </Panel>
      {document.passages.length > 0 && (
        <Panel title={words.passages}>
          {document.passages.map((passage) => (
            <p key={passage.at + passage.text} className={styles.passage}>
              <b>{passage.at}</b>
              <Tag>{passage.quoted ? words.quoted : words.gist}</Tag>
              {passage.text}
            </p>
          ))}
        </Panel>
      )}
      <Panel title={`${words.rests}（${document.resting}）`} flush={document.rests.length > 0}>
        <Rests rests={document.rests} scope={scope} />
      </Panel>
    </>
  )
}

/** A document, its passages and everything that rests on it; or the documents a citation names. */
export default function DocumentPage() {
  const { t } = useSpeech()
  const { name = '' } = useParams()
  const scope = usePolicyScope()
  const words = t.policy.documents
  const query = useQuery({
    queryKey: ['policy-document', name, scope],
    queryFn: ({ signal }) =>
      call('policy.document.list', { query: { ...given(scope), name }, signal }),
  })
  return (
    <Page
      title={name}
      crumbs={[
        { title: t.shell.menu.policy },
        { title: words.title, to: scoped('/policy-documents', scope) },
        { title: words.name },
      ]}
      actions={
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t.common.print}
        </Button>
      }
    >
      <ScopeBar />
      <QueryGate query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Panel>
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words.notRead} />
            </Panel>
          ) : (
            items.map((one) => <One key={one.name} document={one} scope={scope} />)
          )
        }
      </QueryGate>
    </Page>
  )
}
