import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { toProblem } from '@/api/problem'
import { apiUrl } from '@/api/request'
import { useNotify } from '@/components/notify'
import { useT } from '@/i18n'
import { toPrinter } from '@/lib/printer'

/** Prints a form of the case: blank to fill in by hand, or as it was handed in. */
export function PrintForm({
  id,
  form,
  subject,
  blank,
}: {
  id: string
  form: string
  subject: string | null
  blank: boolean
}) {
  const t = useT()
  const notify = useNotify()
  const query = { blank, ...(subject && !blank ? { subject } : {}) }
  return (
    <Button
      size="small"
      icon={<PrinterOutlined />}
      onClick={() =>
        void toPrinter(apiUrl(`/cases/${id}/forms/${form}/page`, query)).catch((error) =>
          notify.problem(toProblem(error)),
        )
      }
    >
      {blank ? t.forms.printBlank : t.forms.print}
    </Button>
  )
}
