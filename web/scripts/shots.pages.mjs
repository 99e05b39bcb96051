/** What is photographed, and by whom; `act` opens what the address alone does not. */
export const pages = [
  { name: 'sign-in', path: '/' },
  { name: 'home', path: '/', user: 'clerk' },
  { name: 'tasks', path: '/tasks', user: 'clerk' },
]
