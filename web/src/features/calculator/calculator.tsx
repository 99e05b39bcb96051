import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '@/api/client'
import { toProblem } from '@/api/problem'
import { ProblemAlert } from '@/components/problem'
import { QueryGate } from '@/components/query-gate'
import { type Language, messagesOf } from '@/i18n'
import { type Answers, isAsked, isNumber, told } from './answers'
import styles from './calculator.module.css'
import { Outcome } from './outcome'
import { Question } from './question'

interface Member {
  id: number
  answers: Answers
}

/**
 * The policy calculator for anybody: it needs no session and keeps nothing, neither
 * here nor on the server, so that any face of the system can show it.
 */
export function Calculator({ language, place }: { language: Language; place?: string }) {
  const words = messagesOf(language).calculator
  const [chosen, setChosen] = useState(place ?? '')
  const [household, setHousehold] = useState<Answers>({})
  const [members, setMembers] = useState<Member[]>([{ id: 1, answers: {} }])
  const next = useRef(2)
  const query = useQuery({
    queryKey: ['calculator', chosen],
    queryFn: ({ signal }) =>
      call('policy.calculator.ask', { query: chosen ? { place: chosen } : {}, signal }),
    staleTime: 10 * 60_000,
  })
  const questions = query.data?.questions ?? []
  const of = (kind: string) => questions.filter((one) => one.of === kind)
  const work = useMutation({
    mutationFn: () =>
      call('policy.calculator.work_out', {
        body: {
          place: query.data?.place.code,
          household: told(of('household'), household),
          members: members.map((one) => told(of('person'), one.answers)),
        },
      }),
    onSuccess: () => window.scrollTo({ top: 0 }),
  })
  const put = (id: number, fact: string, value: string) =>
    setMembers((all) =>
      all.map((one) =>
        one.id === id ? { ...one, answers: { ...one.answers, [fact]: value } } : one,
      ),
    )
  const numbers = [household, ...members.map((one) => one.answers)]
  const typedRight = numbers.every((answers) =>
    questions.every((one) => one.answer !== 'number' || isNumber(answers[one.fact] ?? '')),
  )
  const clear = () => {
    work.reset()
    setHousehold({})
    setMembers([{ id: next.current, answers: {} }])
    next.current += 1
  }
  if (work.data) {
    return (
      <>
        <Outcome outcome={work.data} language={language} />
        <div className={styles.buttons}>
          <button type="button" className={styles.big} onClick={() => work.reset()}>
            {words.back}
          </button>
          <button type="button" className={styles.big} onClick={clear}>
            {words.again}
          </button>
        </div>
      </>
    )
  }
  return (
    <QueryGate query={query}>
      {(asked) => (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (typedRight) work.mutate()
          }}
        >
          {asked.places.length > 1 && (
            <section className={styles.card}>
              <label className={styles.question}>
                <b>{words.place}</b>
                <select
                  className={styles.select}
                  value={chosen || asked.place.code}
                  onChange={(event) => setChosen(event.target.value)}
                >
                  {asked.places.map((one) => (
                    <option key={one.code} value={one.code}>
                      {one[language]}
                    </option>
                  ))}
                </select>
              </label>
            </section>
          )}
          <section className={styles.card}>
            <h2>{words.family}</h2>
            {of('household')
              .filter((one) => isAsked(one, household))
              .map((one) => (
                <Question
                  key={one.fact}
                  question={one}
                  value={household[one.fact]}
                  language={language}
                  onChange={(value) => setHousehold((all) => ({ ...all, [one.fact]: value }))}
                />
              ))}
          </section>
          {members.map((member, index) => (
            <section key={member.id} className={styles.card}>
              <header>
                <h2>{index === 0 ? words.firstMember : words.member(index + 1)}</h2>
                {members.length > 1 && (
                  <button
                    type="button"
                    className={styles.plain}
                    onClick={() => setMembers((all) => all.filter((one) => one.id !== member.id))}
                  >
                    {words.removeMember(index + 1)}
                  </button>
                )}
              </header>
              {of('person')
                .filter((one) => isAsked(one, member.answers))
                .map((one) => (
                  <Question
                    key={one.fact}
                    question={one}
                    value={member.answers[one.fact]}
                    language={language}
                    onChange={(value) => put(member.id, one.fact, value)}
                  />
                ))}
            </section>
          ))}
          {work.error && <ProblemAlert problem={toProblem(work.error)} />}
          <div className={styles.buttons}>
            {members.length < asked.members_max && (
              <button
                type="button"
                className={styles.big}
                onClick={() => {
                  setMembers((all) => [...all, { id: next.current, answers: {} }])
                  next.current += 1
                }}
              >
                {words.addMember}
              </button>
            )}
            <button
              type="submit"
              className={`${styles.big} ${styles.main}`}
              disabled={work.isPending || !typedRight}
            >
              {words.workOut}
            </button>
          </div>
        </form>
      )}
    </QueryGate>
  )
}
