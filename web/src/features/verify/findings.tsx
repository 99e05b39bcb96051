import { Page } from '@/components/page'
import { Watermark } from '@/components/watermark'
import { useT } from '@/i18n'
import { FindingsTable } from './findings-table'

/** Findings of one's own office. */
export default function FindingsPage() {
  const t = useT()
  return (
    <Watermark>
      <Page
        title={t.verify.findings}
        note={t.verify.findingsNote}
        crumbs={[{ title: t.shell.menu.verify }, { title: t.verify.findings }]}
      >
        <FindingsTable />
      </Page>
    </Watermark>
  )
}
