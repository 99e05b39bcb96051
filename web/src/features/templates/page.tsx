import { Button, Flex, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { toProblem } from '@/api/problem'
import { apiUrl, download } from '@/api/request'
import { useMay } from '@/auth/session'
import { useNotify } from '@/components/notify'
import { Page } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Status } from '@/components/status'
import { useT, useWord, wordFor } from '@/i18n'
import { toPrinter } from '@/lib/printer'
import { type Template, useTemplates } from './api'
import { UploadDialog } from './upload-dialog'
import { Versions } from './versions'
import { WithdrawDialog } from './withdraw-dialog'

/** The documents of the office: whose text each has, and templates of one's own. */
export default function TemplatesPage() {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const notify = useNotify()
  const words = t.templates
  const query = useTemplates()
  const [uploading, setUploading] = useState<Template | null>(null)
  const [ending, setEnding] = useState<Template | null>(null)
  const failed = (error: unknown) => notify.problem(toProblem(error))
  const fetch = (one: Template) =>
    void download(`/templates/${one.document}/file`, `${one.document}.docx`).catch(failed)
  const look = (one: Template, version?: string) =>
    void toPrinter(
      apiUrl(`/templates/${one.document}/file`, {
        filled: true,
        format: 'html',
        ...(version ? { version } : {}),
      }),
    ).catch(failed)
  const current = (one: Template) => one.versions.find((version) => version.state === 'now')
  const columns: TableColumnsType<Template> = [
    {
      key: 'name',
      title: words.document,
      render: (_v, one) => (
        <>
          {word(one)}
          <div className="muted">{one.cite}</div>
        </>
      ),
    },
    {
      key: 'holds',
      title: words.holds,
      render: (_v, one) => (
        <Status tone={one.holds === 'pack' ? 'plain' : 'good'}>
          {wordFor(words.holders, one.holds)}
        </Status>
      ),
    },
    {
      key: 'do',
      title: words.acts,
      render: (_v, one) => (
        <Flex gap={6} wrap>
          <Button size="small" onClick={() => fetch(one)}>
            {words.sample}
          </Button>
          <Button
            size="small"
            onClick={() => look(one, one.holds === 'own' ? current(one)?.id : undefined)}
          >
            {words.preview}
          </Button>
          {may('decide.template.write') && (
            <Button size="small" type="primary" ghost onClick={() => setUploading(one)}>
              {words.upload}
            </Button>
          )}
          {may('decide.template.write') && one.versions[0] && !one.versions[0].withdrawn && (
            <Button size="small" danger onClick={() => setEnding(one)}>
              {words.withdraw}
            </Button>
          )}
        </Flex>
      ),
    },
  ]
  return (
    <Page
      title={words.title}
      note={words.note}
      crumbs={[{ title: t.shell.menu.deciding }, { title: words.title }]}
    >
      <QueryGate query={query}>
        {(all) => (
          <Table<Template>
            className="panel"
            size="small"
            rowKey="document"
            pagination={false}
            columns={columns}
            dataSource={all}
            scroll={{ x: 640 }}
            expandable={{
              expandedRowRender: (one) => <Versions of={one} onLook={(id) => look(one, id)} />,
            }}
          />
        )}
      </QueryGate>
      {uploading && <UploadDialog of={uploading} onClose={() => setUploading(null)} />}
      {ending && <WithdrawDialog of={ending} onClose={() => setEnding(null)} />}
    </Page>
  )
}
