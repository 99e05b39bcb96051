import type { Catalogue } from '../types'
import type { home as zh } from '../zh/home'

export const home: Catalogue<typeof zh> = {
  greeting: (name) => `Hello, ${name}`,
  numbers: (month) => `Payments of ${month}`,
  byProgramme: 'By programme',
  heads:
    'Counted once: a family or person in several programmes counts once in the total, so the rows add up to more',
  todo: 'To do',
  todoOpen: 'Open',
  todoRed: 'Overdue',
  cases: 'Cases that wait for me',
  allCases: 'See all',
  noTodo: 'Nothing to do',
  dueDate: 'Due',
  quick: 'Quick entries',
  findHousehold: 'Find a household',
  findPlaceholder: 'Name, pinyin initials, ID number or household number',
  lamps: { green: 'In time', yellow: 'Due soon', red: 'Overdue', none: 'No time limit' },
  previous: 'Last month',
  difference: 'Change',
  share: 'Share',
  seeAll: 'All to-do',
  noNumbers: 'No roll yet this month',
}
