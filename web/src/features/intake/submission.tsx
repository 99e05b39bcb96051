import { Button, Descriptions, Table } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { call } from '@/api/client'
import { apiUrl } from '@/api/request'
import { useMay } from '@/auth/session'
import { OpinionDialog } from '@/components/opinion-dialog'
import { Page, Panel } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { useT, wordFor } from '@/i18n'
import { useCommand } from '@/lib/use-command'
import { type Submission, useSubmission } from './api'
import styles from './intake.module.css'
import { TakeDialog } from './take-dialog'

function Photos({ one }: { one: Submission }) {
  const t = useT()
  if (one.photos.length === 0) return <p className="muted">{t.intake.noPhotos}</p>
  return (
    <ul className={styles.photos}>
      {one.photos.map((photo) => {
        const word = wordFor(t.intake.photoKinds, photo.kind)
        const address = apiUrl(`/files/${photo.id}`)
        return (
          <li key={photo.id}>
            <a href={address} target="_blank" rel="noreferrer">
              {photo.media.startsWith('image/') ? (
                <img src={address} alt={word} loading="lazy" />
              ) : (
                <span>PDF</span>
              )}
              {word}
            </a>
          </li>
        )
      })}
    </ul>
  )
}

function Said({ one }: { one: Submission }) {
  const t = useT()
  const { content } = one
  const helper = content.helper
  return (
    <Descriptions
      size="small"
      bordered
      column={1}
      items={[
        { key: 'a', label: t.intake.author, children: one.author },
        ...(helper
          ? [
              {
                key: 'h',
                label: t.intake.helper,
                children: wordFor(t.intake.helperRelations, helper.relation),
              },
            ]
          : []),
        { key: 'p', label: t.intake.phone, children: content.phone },
        {
          key: 'd',
          label: t.common.division,
          children: `${one.division.full_name} ${content.address}`,
        },
        { key: 's', label: t.intake.statement, children: content.statement },
        ...Object.entries(content.answers ?? {})
          .filter(([, text]) => text)
          .map(([name, text]) => ({ key: name, label: name, children: text })),
        {
          key: 'z',
          label: t.intake.authorised,
          children: t.intake.signedBy(content.authorisation?.signed_by ?? ''),
        },
      ]}
    />
  )
}

/** One submission: what the family says, its photographs, and the two ways on. */
export default function SubmissionPage() {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const query = useSubmission(id)
  const [dialog, setDialog] = useState<'take' | 'return' | null>(null)
  const found = query.data
  const giveBack = useCommand(
    (note: string, key: string) =>
      call('intake.submission.return', {
        path: { id },
        body: { note },
        version: found?.version ?? 0,
        key,
      }),
    {
      success: t.common.done,
      touches: [['submissions'], ['tasks']],
      quiet: true,
      onDone: () => setDialog(null),
    },
  )
  const waits = found?.status === 'submitted'
  return (
    <Page
      title={`${t.intake.one} ${found?.number ?? ''}`}
      crumbs={[{ title: t.intake.title, to: '/submissions' }, { title: found?.number ?? '' }]}
      actions={
        <>
          {waits && may('intake.submission.return') && (
            <Button onClick={() => setDialog('return')}>{t.intake.giveBack}</Button>
          )}
          {waits && may('decide.case.open') && (
            <Button type="primary" onClick={() => setDialog('take')}>
              {t.intake.take}
            </Button>
          )}
          {found?.case && <Link to={`/cases/${found.case}`}>{t.intake.openCase}</Link>}
        </>
      }
    >
      <QueryGate query={query}>
        {(one) => (
          <>
            <Panel title={wordFor(t.cases.procedures, one.procedure)}>
              <Said one={one} />
            </Panel>
            <Panel title={t.intake.members} flush>
              <Table
                size="small"
                pagination={false}
                rowKey={(member) => `${member.name}${member.id_number ?? member.birth}`}
                dataSource={one.content.members ?? []}
                scroll={{ x: true }}
                columns={[
                  { title: t.common.name, dataIndex: 'name' },
                  { title: t.households.file.relation, dataIndex: 'relation' },
                  {
                    title: t.intake.identity,
                    className: 'num',
                    render: (_v, member) => member.id_number ?? member.birth ?? '—',
                  },
                  { title: t.intake.health, dataIndex: 'health' },
                ]}
              />
            </Panel>
            <Panel title={t.intake.photos}>
              <Photos one={one} />
            </Panel>
            {dialog === 'take' && (
              <TakeDialog
                id={one.id}
                onClose={() => setDialog(null)}
                onTaken={(id) => navigate(`/cases/${id}`)}
              />
            )}
            {dialog === 'return' && (
              <OpinionDialog
                title={t.intake.giveBack}
                label={t.intake.giveBackLabel}
                phrases={t.intake.giveBackPhrases}
                required
                pending={giveBack.pending}
                problem={giveBack.problem}
                onCancel={() => setDialog(null)}
                onSubmit={giveBack.run}
              />
            )}
          </>
        )}
      </QueryGate>
    </Page>
  )
}
