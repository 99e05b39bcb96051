import { Link, useSearchParams } from 'react-router'
import { useSpeech } from '@/i18n'
import { Calculator } from './calculator'
import styles from './calculator.module.css'

/** The calculator as a page of its own, for a phone at home or the screen in the hall. */
export default function CalculatorPage() {
  const { t, language, setLanguage } = useSpeech()
  const [params] = useSearchParams()
  const words = t.calculator
  return (
    <main className={styles.calculator}>
      <div className={styles.top}>
        <h1>{words.title}</h1>
        <div>
          <button
            type="button"
            className={styles.plain}
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            {words.language}
          </button>
          <Link to="/">{words.console}</Link>
        </div>
      </div>
      <p className={styles.lead}>{words.lead}</p>
      <Calculator language={language} place={params.get('place') ?? undefined} />
    </main>
  )
}
