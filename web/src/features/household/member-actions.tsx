import { AutoComplete, Button, Flex, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { call } from '@/api/client'
import type { HouseholdFile, Member } from '@/api/contract'
import { useMay } from '@/auth/session'
import { DateField } from '@/components/fields'
import { ProblemAlert } from '@/components/problem'
import { useT } from '@/i18n'
import { today } from '@/lib/time'
import { useCommand } from '@/lib/use-command'

/** GB/T 4761 as most families need it; any other name of the standard can be typed. */
const relations = [
  '妻',
  '夫',
  '子',
  '女',
  '儿媳',
  '孙子',
  '孙女',
  '父亲',
  '母亲',
  '兄',
  '弟',
  '姐',
  '妹',
]
const reasons = ['死亡', '婚迁', '户籍迁出', '服刑', '服兵役']

interface Leaving {
  household: HouseholdFile
  person: string
  last_day: string
  reason: string
}

function leave({ household, person, last_day, reason }: Leaving, key: string) {
  return call('registry.member.leave', {
    path: { id: household.id, person },
    version: household.version,
    body: { last_day, reason },
    key,
  })
}

interface Heading {
  household: HouseholdFile
  person: string
  relations: Record<string, string>
  reason: string
}

function makeHead({ household, person, relations, reason }: Heading, key: string) {
  return call('registry.household.head', {
    path: { id: household.id },
    version: household.version,
    body: { person, reason, relations: relations as unknown as Record<string, never> },
    key,
  })
}

const touches = [['household'], ['households'], ['cases']]

interface Props {
  household: HouseholdFile
  members: Member[]
  onClose: () => void
}

function HeadDialog({ household, members, onClose }: Props) {
  const t = useT()
  const words = t.households.people
  const [form] = Form.useForm()
  const person: string | undefined = Form.useWatch('person', form)
  const command = useCommand(makeHead, {
    success: t.common.done,
    touches,
    quiet: true,
    onDone: onClose,
  })
  const required = { required: true, whitespace: true, message: t.common.required }
  const others = members.filter((one) => one.person_id !== person)
  return (
    <Modal
      open
      title={words.head}
      okText={words.head}
      okButtonProps={{ loading: command.pending }}
      cancelText={t.common.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{words.headNote}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={({ person, relations, reason }) =>
          command.run({ household, person, relations: relations ?? {}, reason: reason.trim() })
        }
      >
        <Form.Item name="person" label={words.newHead} rules={[{ ...required }]}>
          <Select
            options={members
              .filter((one) => one.person_id !== household.head_id)
              .map((one) => ({ value: one.person_id, label: one.name }))}
          />
        </Form.Item>
        {person &&
          others.map((one) => (
            <Form.Item
              key={one.person_id}
              name={['relations', one.person_id]}
              label={words.relationOf(one.name)}
              rules={[{ ...required }]}
            >
              <AutoComplete options={relations.map((value) => ({ value }))} />
            </Form.Item>
          ))}
        <Form.Item name="reason" label={t.common.reason} rules={[required]}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

function LeaveDialog({ household, members, onClose }: Props) {
  const t = useT()
  const words = t.households.people
  const [form] = Form.useForm()
  const command = useCommand(leave, {
    success: t.common.done,
    touches,
    quiet: true,
    onDone: onClose,
  })
  const required = { required: true, whitespace: true, message: t.common.required }
  return (
    <Modal
      open
      title={words.leave}
      okText={words.leave}
      okButtonProps={{ loading: command.pending }}
      cancelText={t.common.cancel}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <p className="muted">{words.leaveNote}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ last_day: today() }}
        onFinish={({ person, last_day, reason }) =>
          command.run({ household, person, last_day, reason: reason.trim() })
        }
      >
        <Form.Item name="person" label={words.who} rules={[{ ...required }]}>
          <Select options={members.map((one) => ({ value: one.person_id, label: one.name }))} />
        </Form.Item>
        <Form.Item name="last_day" label={words.lastDay} rules={[required]}>
          <DateField />
        </Form.Item>
        <Form.Item name="reason" label={t.common.reason} rules={[required]}>
          <AutoComplete options={reasons.map((value) => ({ value }))} />
        </Form.Item>
      </Form>
      {command.problem && <ProblemAlert problem={command.problem} />}
    </Modal>
  )
}

/** What changes in a family by hand: another head, somebody who leaves. */
export function MemberActions({ household }: { household: HouseholdFile }) {
  const t = useT()
  const may = useMay()
  const [open, setOpen] = useState<'head' | 'leave' | null>(null)
  const members = household.members.filter((one) => !one.to)
  const close = () => setOpen(null)
  const heads = may('registry.household.head') && members.length > 1
  const leaves = may('registry.member.leave') && members.length > 0
  if (!heads && !leaves) return null
  return (
    <Flex gap={8} justify="end" wrap style={{ padding: '12px 16px' }}>
      {heads && <Button onClick={() => setOpen('head')}>{t.households.people.head}</Button>}
      {leaves && <Button onClick={() => setOpen('leave')}>{t.households.people.leave}</Button>}
      {open === 'head' && <HeadDialog household={household} members={members} onClose={close} />}
      {open === 'leave' && <LeaveDialog household={household} members={members} onClose={close} />}
    </Flex>
  )
}
