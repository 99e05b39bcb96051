import { Button, Flex, Table, Tag } from 'antd'
import { toProblem } from '@/api/problem'
import { download } from '@/api/request'
import { useNotify } from '@/components/notify'
import { Status } from '@/components/status'
import { useT, wordFor } from '@/i18n'
import { formatTime } from '@/lib/time'
import type { Template, Version } from './api'

const tones = { ahead: 'wait', now: 'good', over: 'done' } as const

/** The places that a document has, and the versions of the office's template, the latest first. */
export function Versions({ of, onLook }: { of: Template; onLook: (id: string) => void }) {
  const t = useT()
  const notify = useNotify()
  const words = t.templates
  return (
    <>
      <p className="muted">{words.places}</p>
      <Flex gap={4} wrap>
        {of.places.map((place) => (
          <Tag key={place.name} title={place.en}>
            {place.rows.length > 0
              ? `#${place.name}（${place.rows.join('、')}）`
              : `{{${place.name}}}`}
          </Tag>
        ))}
      </Flex>
      {of.versions.length > 0 && (
        <Table<Version>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={of.versions}
          scroll={{ x: true }}
          columns={[
            { key: 'n', title: words.version, className: 'num', dataIndex: 'version' },
            { key: 'f', title: words.from, className: 'num', dataIndex: 'from' },
            {
              key: 's',
              title: t.common.status,
              render: (_v, one) => (
                <Status tone={tones[one.state as keyof typeof tones]}>
                  {wordFor(words.states, one.state)}
                </Status>
              ),
            },
            {
              key: 'w',
              title: words.file,
              render: (_v, one) => (one.withdrawn ? words.withdrawn : one.name),
            },
            { key: 'r', title: words.why, dataIndex: 'note' },
            {
              key: 'b',
              title: words.by,
              render: (_v, one) => `${one.by.name} ${formatTime(one.at)}`,
            },
            {
              key: 'd',
              title: words.acts,
              render: (_v, one) =>
                !one.withdrawn && (
                  <Flex gap={6}>
                    <Button size="small" onClick={() => onLook(one.id)}>
                      {words.preview}
                    </Button>
                    <Button
                      size="small"
                      onClick={() =>
                        void download(`/templates/${of.document}/file`, one.name, {
                          version: one.id,
                        }).catch((error) => notify.problem(toProblem(error)))
                      }
                    >
                      {words.download}
                    </Button>
                  </Flex>
                ),
            },
          ]}
        />
      )}
    </>
  )
}
