import { Form, Select } from 'antd'
import { useSpeech } from '@/i18n'
import { termsOf } from './terms'

/** The terms that a decision on this programme has to state. */
export function TermFields({ programme }: { programme: string }) {
  const { t, language } = useSpeech()
  return termsOf(programme).map((term) => (
    <Form.Item
      key={term.name}
      name={['facts', term.name]}
      label={language === 'zh' ? term.name : term.en}
      rules={[{ required: term.required, message: t.common.required }]}
    >
      <Select
        allowClear={!term.required}
        options={term.values.map((value) => ({ value, label: value }))}
      />
    </Form.Item>
  ))
}
