import { Form, Select } from 'antd'
import { useSpeech } from '@/i18n'
import { CAUSE, useTerms } from './terms'

/** The terms that a decision on this programme has to state. */
export function TermFields({ programme }: { programme: string }) {
  const { t, language } = useSpeech()
  return useTerms(programme).map((term) => {
    const required = term.required || term.name === CAUSE
    return (
      <Form.Item
        key={term.name}
        name={['facts', term.name]}
        label={language === 'zh' ? term.name : term.en}
        rules={[{ required, message: t.common.required }]}
      >
        <Select
          allowClear={!required}
          options={term.values.map((value) => ({ value, label: value }))}
        />
      </Form.Item>
    )
  })
}
