import { PrinterOutlined, SyncOutlined } from '@ant-design/icons'
import { Alert, Button, Checkbox, Flex, Segmented } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Assessment } from '@/api/contract'
import { Page } from '@/components/page'
import { QueryGate } from '@/components/query-gate'
import { Watermark } from '@/components/watermark'
import { type Language, messagesOf, useSpeech, wordFor } from '@/i18n'
import { formatMoney } from '@/lib/money'
import { useCommand } from '@/lib/use-command'
import { replay, useAssessment } from './api'
import styles from './assess.module.css'
import { byOwner, sheetRows, waitsForFigures, whose, worthTelling } from './names'
import { ResultSteps } from './steps'

/** The sheet that a family is given: what came out, how, and under which clause. */
function Sheet({ assessment, language }: { assessment: Assessment; language: Language }) {
  const t = messagesOf(language)
  const words = t.assess
  const all = worthTelling(assessment)
  const told = all.filter((one) => !waitsForFigures(one))
  const waiting = new Map(
    all.filter(waitsForFigures).map((one) => [one.programme.key, one.programme[language]]),
  )
  const names = (members: number[]) =>
    members.length === 0
      ? words.household
      : t.common.list(members.map((place) => assessment.members[place]?.name ?? ''))
  const money = (value: string | null | undefined, unit: string) =>
    value ? `${formatMoney(value)} ${unit}` : null
  const head = assessment.members[0]?.name ?? ''
  return (
    <>
      <h2>{words.page.title}</h2>
      <Flex justify="space-between" wrap gap={8}>
        <b>{words.page.family(head)}</b>
        <span>{assessment.division.full_name}</span>
        <span className="num">
          {words.asOf} {assessment.as_of}
        </span>
      </Flex>
      <h3>{words.page.result}</h3>
      <table className={styles.summary}>
        <tbody>
          {sheetRows(told).map(({ result: one, members }) => (
            <tr key={`${one.programme.key}.${one.verdict}.${members.join()}.${one.single}`}>
              <th scope="row">
                {one.programme[language]}
                <div className="muted">{names(members)}</div>
              </th>
              <td>
                <b>{wordFor(words.verdicts, one.verdict)}</b>
                <div className="muted">{t.common.list(one.reasons.map((r) => r[language]))}</div>
                {one.missing.length > 0 && (
                  <>
                    <div>{words.missing}</div>
                    <ul>
                      {byOwner(assessment, one.missing, t, language).map((group) => (
                        <li key={group.owner}>
                          <b>{group.owner}</b> {t.common.list(group.facts)}
                        </li>
                      ))}
                    </ul>
                  </>
                )}
              </td>
              <td className={`${styles.money} num`}>
                {money(one.monthly, t.common.perMonth)}
                {money(one.once, t.common.unitYuan) && (
                  <div>
                    {money(one.once, t.common.unitYuan)} {words.once}
                  </div>
                )}
              </td>
            </tr>
          ))}
          {assessment.monthly && (
            <tr>
              <th scope="row" colSpan={2}>
                {words.page.total}
              </th>
              <td className={`${styles.money} num`}>
                <b>{money(assessment.monthly, t.common.perMonth)}</b>
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {waiting.size > 0 && (
        <p className="muted">{words.page.waiting(t.common.list([...waiting.values()]))}</p>
      )}
      {told
        .filter((one) => one.verdict === '符合' && one.pays)
        .map((one) => (
          <section key={`${one.programme.key}.${one.member ?? ''}`}>
            <h3>
              {words.page.howZh}：{one.programme[language]} · {whose(assessment, one, t)}
            </h3>
            <ResultSteps assessment={assessment} result={one} language={language} />
            {one.cites.length > 0 && (
              <p className="muted">
                {words.cites}：{t.common.list(one.cites)}
              </p>
            )}
          </section>
        ))}
      <footer className={styles.foot}>
        <p>{words.page.foot}</p>
        <p>
          {words.release} {assessment.release.version} · {words.page.digest}{' '}
          <code>{assessment.release.digest.slice(0, 16)}</code>
        </p>
        <p className="print-only">{words.page.sign}</p>
      </footer>
    </>
  )
}

/** A kept assessment as a page of its own, to be printed large and given to the family. */
export default function AssessmentPage() {
  const speech = useSpeech()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const [language, setLanguage] = useState<Language>(speech.language)
  const [large, setLarge] = useState(true)
  const [same, setSame] = useState<boolean>()
  const query = useAssessment(id)
  const words = speech.t.assess
  const command = useCommand((_id: string) => replay(id), {
    onDone: (answer) => setSame(answer.same),
  })
  return (
    <Watermark>
      <Page
        title={<span className="no-print">{words.page.title}</span>}
        actions={
          <Flex gap={8} wrap align="center">
            <Segmented<Language>
              aria-label={words.page.language}
              value={language}
              onChange={setLanguage}
              options={[
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
            />
            <Checkbox checked={large} onChange={(event) => setLarge(event.target.checked)}>
              {words.page.large}
            </Checkbox>
            <Button
              icon={<SyncOutlined />}
              loading={command.pending}
              onClick={() => command.run(id)}
            >
              {words.replay}
            </Button>
            <Button onClick={() => navigate(-1)}>{speech.t.common.back}</Button>
            <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
              {speech.t.common.print}
            </Button>
          </Flex>
        }
      >
        {same !== undefined && (
          <Alert
            className="no-print"
            showIcon
            type={same ? 'success' : 'error'}
            title={same ? words.replaySame : words.replayOther}
          />
        )}
        <article
          lang={language === 'zh' ? 'zh-CN' : 'en'}
          className={`panel ${styles.sheet} ${large ? styles.large : ''}`}
        >
          <QueryGate query={query}>
            {(assessment) => <Sheet assessment={assessment} language={language} />}
          </QueryGate>
        </article>
      </Page>
    </Watermark>
  )
}
