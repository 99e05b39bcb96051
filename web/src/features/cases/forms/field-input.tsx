import { CheckOutlined, EditOutlined, PaperClipOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Radio, Select, Upload } from 'antd'
import { useState } from 'react'
import { toProblem } from '@/api/problem'
import { useMe } from '@/auth/session'
import { DivisionField } from '@/components/division-field'
import { DateField } from '@/components/fields'
import { useNotify } from '@/components/notify'
import { useT } from '@/i18n'
import { attach, type Field, type Value, type Values } from './api'
import { SignaturePad } from './signature-pad'

interface Props {
  id: string
  field: Field
  value: Value
  onChange: (value: Value) => void
  caseId: string
  /** Saves what stands and answers the digest that a signature is given for. */
  settle: () => Promise<string>
  /** Lets the form wait for an upload that is on its way. */
  during: <T>(work: Promise<T>) => Promise<T>
  signer: string
}

function text(value: Value): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Somebody signs under the content as it stands; strokes go to the case at once. */
function SignatureInput({ id, value, onChange, caseId, settle, signer, field }: Props) {
  const t = useT()
  const notify = useNotify()
  const [open, setOpen] = useState(false)
  const [pending, setPending] = useState(false)
  const signed = value && typeof value === 'object' && !Array.isArray(value) ? value : null
  const sign = async (file: File) => {
    setPending(true)
    try {
      const bound = await settle()
      const kept = await attach({ id: caseId, purpose: 'signature', bound, file })
      const mark: Values = { by: signer, at: new Date().toISOString(), file: kept.file }
      onChange(field.signer === 'guardian' ? { ...mark, for: signer } : mark)
      setOpen(false)
    } catch (error) {
      notify.problem(toProblem(error))
    } finally {
      setPending(false)
    }
  }
  return (
    <>
      <Button
        id={id}
        icon={signed ? <CheckOutlined /> : <EditOutlined />}
        onClick={() => setOpen(true)}
      >
        {signed ? t.forms.signAgain : t.forms.sign}
      </Button>
      {open && (
        <SignaturePad
          title={field.name}
          pending={pending}
          onClose={() => setOpen(false)}
          onSigned={(file) => void sign(file)}
        />
      )}
    </>
  )
}

function FileInput({ id, value, onChange, caseId, during }: Props) {
  const t = useT()
  const notify = useNotify()
  const [pending, setPending] = useState(false)
  return (
    <Upload
      accept="image/jpeg,image/png,image/webp,application/pdf"
      showUploadList={false}
      beforeUpload={(file) => {
        setPending(true)
        void during(
          attach({ id: caseId, purpose: 'photo', file })
            .then((kept) => onChange(kept.file))
            .catch((error) => notify.problem(toProblem(error)))
            .finally(() => setPending(false)),
        )
        return false
      }}
    >
      <Button id={id} icon={<PaperClipOutlined />} loading={pending}>
        {value ? t.forms.fileThere : t.forms.chooseFile}
      </Button>
    </Upload>
  )
}

/** The control of one field, by what it takes. */
export function FieldInput(props: Props) {
  const { id, field, value, onChange } = props
  const t = useT()
  const me = useMe()
  const common = { id, value: text(value) }
  const typed = (event: { target: { value: string } }) => onChange(event.target.value)
  switch (field.kind) {
    case 'signature':
      return <SignatureInput {...props} signer={props.signer || me.name} />
    case 'file':
      return <FileInput {...props} />
    case 'long_text':
      return (
        <Input.TextArea
          {...common}
          autoSize={{ minRows: 2 }}
          maxLength={field.most ?? undefined}
          onChange={typed}
        />
      )
    case 'boolean':
      return (
        <Radio.Group
          id={id}
          value={typeof value === 'boolean' ? value : undefined}
          onChange={(event) => onChange(event.target.value)}
          options={[
            { value: true, label: t.common.yes },
            { value: false, label: t.common.no },
          ]}
        />
      )
    case 'code':
      return (
        <Select
          id={id}
          allowClear
          showSearch
          style={{ width: '100%' }}
          value={text(value) || undefined}
          onChange={(code: string | undefined) => onChange(code ?? null)}
          options={field.values.map((code) => ({ value: code, label: code }))}
        />
      )
    case 'codes':
      return (
        <Checkbox.Group
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={(chosen) => onChange(chosen)}
          options={field.values}
        />
      )
    case 'date':
      return <DateField {...common} onChange={onChange} />
    case 'division':
      return <DivisionField {...common} placeholder="" onChange={onChange} />
    case 'money':
    case 'number':
      return <Input {...common} inputMode="decimal" suffix={field.unit || null} onChange={typed} />
    default:
      return (
        <Input
          {...common}
          maxLength={field.most ?? 40}
          inputMode={field.kind === 'phone' || field.kind === 'account' ? 'numeric' : undefined}
          onChange={typed}
        />
      )
  }
}
