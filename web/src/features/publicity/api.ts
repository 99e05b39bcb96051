import { call } from '@/api/client'

/** A list of a case, as a board or the case's own page knows it. */
export interface List {
  case: string
  /** How many events of the case were seen. */
  seen: number
  step: string
  place: string
  days: number
  /** A picture has to prove that it hangs. */
  photo: boolean
}

export const touched = [['publicity'], ['cases']]

function act(list: List, what: object, key: string) {
  const act = { step: list.step, ...what } as unknown as Record<string, never>
  return call('decide.case.act', { path: { id: list.case }, body: { act, seen: list.seen }, key })
}

export interface Posted {
  list: List
  on: string
  /** Key of the picture, a file of the case. */
  proof: string | null
}

export function post({ list, on, proof }: Posted, key: string) {
  return act(list, { act: 'post', place: list.place, on, proof }, key)
}

export interface Changed {
  list: List
  on: string
}

export function object({ list, on }: Changed, key: string) {
  return act(list, { act: 'object', on }, key)
}

export function takeDown({ list, on }: Changed, key: string) {
  return act(list, { act: 'take_down', on }, key)
}
