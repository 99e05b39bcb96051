import { DownloadOutlined } from '@ant-design/icons'
import { Button, Flex, Radio } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { ImportKind } from '@/api/contract'
import { download } from '@/api/request'
import { useMay } from '@/auth/session'
import { DateField } from '@/components/fields'
import { FileDrop } from '@/components/file-drop'
import { Page, Panel } from '@/components/page'
import { ProblemAlert } from '@/components/problem'
import { QueryGate } from '@/components/query-gate'
import { useT, useWord } from '@/i18n'
import { today } from '@/lib/time'
import { useCommand } from '@/lib/use-command'
import { useJobs } from '@/shell/jobs'
import { createImport, useImportKinds } from './api'
import styles from './imports.module.css'
import { ImportSteps } from './steps'

const accept = '.xlsx,.xls,.csv'

function Files({ kind }: { kind: ImportKind }) {
  const t = useT()
  const word = useWord()
  const may = useMay()
  const navigate = useNavigate()
  const jobs = useJobs()
  const [files, setFiles] = useState<Record<string, File>>({})
  const [asOf, setAsOf] = useState(today())
  const words = t.imports
  const template = useCommand((file: string) =>
    download(`/import-kinds/${kind.key}/template/${file}`, `${word(kind)}.xlsx`),
  )
  const command = useCommand(createImport, {
    touches: [['imports']],
    quiet: true,
    onDone: (one) => {
      jobs.follow()
      navigate(`/imports/${one.id}`, { replace: true })
    },
  })
  const missing = kind.files.find((one) => one.required && !files[one.key])
  return (
    <Panel title={words.steps.upload}>
      <div className={styles.drops}>
        {kind.files.map((part) => (
          <div key={part.key}>
            <Flex justify="space-between" align="center" style={{ marginBottom: 6 }}>
              <b>
                {word(part)}
                {!part.required && <span className="faint"> · {words.optional}</span>}
              </b>
              {may('registry.import.template') && (
                <Button
                  size="small"
                  type="link"
                  icon={<DownloadOutlined />}
                  onClick={() => template.run(part.key)}
                >
                  {words.template}
                </Button>
              )}
            </Flex>
            <FileDrop
              accept={accept}
              hint={words.dropHint}
              note={words.dropFormats}
              file={files[part.key]}
              onFile={(file) =>
                setFiles((chosen) => {
                  const { [part.key]: _old, ...rest } = chosen
                  return file ? { ...rest, [part.key]: file } : rest
                })
              }
            />
          </div>
        ))}
      </div>
      <Flex gap={8} align="center" style={{ margin: '14px 0' }} wrap>
        <span className="muted">{words.asOf}</span>
        <div style={{ width: 150 }}>
          <DateField aria-label={words.asOf} allowClear={false} value={asOf} onChange={setAsOf} />
        </div>
        <span className="faint">{words.asOfHint}</span>
      </Flex>
      {command.problem && <ProblemAlert problem={command.problem} />}
      <Flex gap={12} align="center" style={{ marginTop: 14 }} wrap>
        <Button
          type="primary"
          disabled={missing !== undefined}
          loading={command.pending}
          onClick={() =>
            command.run({
              kind: kind.key,
              as_of: asOf,
              files: Object.entries(files).map(([key, file]) => ({ key, file })),
            })
          }
        >
          {words.start}
        </Button>
        {missing && <span className="faint">{words.needFile(word(missing))}</span>}
      </Flex>
    </Panel>
  )
}

export default function NewImportPage() {
  const t = useT()
  const word = useWord()
  const query = useImportKinds()
  const [chosen, setChosen] = useState<string | null>(null)
  const words = t.imports
  return (
    <Page title={words.new} crumbs={[{ title: words.title, to: '/imports' }, { title: words.new }]}>
      <ImportSteps current={chosen ? 1 : 0} />
      <QueryGate query={query}>
        {({ items }) => {
          const kind = items.find((one) => one.key === chosen)
          return (
            <>
              <Panel
                title={words.steps.choose}
                extra={<span className="faint">{words.chooseHint}</span>}
              >
                <Radio.Group
                  className={styles.kinds}
                  value={chosen}
                  onChange={(event) => setChosen(event.target.value)}
                  options={items.map((one) => ({ value: one.key, label: word(one) }))}
                />
              </Panel>
              {kind && <Files key={kind.key} kind={kind} />}
            </>
          )
        }}
      </QueryGate>
    </Page>
  )
}
