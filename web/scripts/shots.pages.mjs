/** What is photographed, and by whom; `act` opens what the address alone does not. */
const household = '/households/00000000-0000-7000-8000-000000000003'

export const pages = [
  { name: 'sign-in', path: '/' },
  { name: 'first-password', path: '/', user: 'fresh' },
  { name: 'home', path: '/', user: 'clerk' },
  { name: 'tasks', path: '/tasks', user: 'clerk' },
  {
    name: 'jobs',
    path: '/',
    user: 'clerk',
    act: async (tab, language) => {
      await tab
        .getByRole('button', { name: language === 'zh' ? '后台任务' : 'Background jobs' })
        .click()
      await tab.waitForTimeout(600)
    },
  },
  { name: 'households', path: '/households', user: 'clerk' },
  { name: 'households-empty', path: '/households?q=nobody', user: 'clerk' },
  { name: 'household', path: household, user: 'clerk' },
  { name: 'circumstances', path: `${household}?tab=circumstances`, user: 'clerk' },
  { name: 'awards', path: `${household}?tab=awards`, user: 'clerk' },
  { name: 'payments', path: `${household}?tab=payments`, user: 'clerk' },
  {
    name: 'explain',
    path: `${household}?tab=payments`,
    user: 'clerk',
    act: async (tab) => {
      await tab.locator('.link-button').first().click()
      await tab.waitForTimeout(800)
    },
  },
  { name: 'explain-page', path: '/explain/dibao/2022-10/p/base', user: 'clerk' },
  { name: 'accounts', path: `${household}?tab=accounts`, user: 'clerk' },
  { name: 'history', path: `${household}?tab=history`, user: 'clerk' },
  { name: 'account-changes', path: '/account-changes', user: 'reviewer' },
  { name: 'imports', path: '/imports', user: 'clerk' },
  {
    name: 'import-new',
    path: '/imports/new',
    user: 'clerk',
    act: async (tab) => {
      await tab.locator('main input[type=radio]').first().check()
      await tab.waitForTimeout(300)
    },
  },
  { name: 'import', path: '/imports/import-1', user: 'clerk' },
  { name: 'import-applied', path: '/imports/import-2', user: 'clerk' },
  { name: 'decisions', path: '/decisions', user: 'reviewer' },
  { name: 'decision', path: '/decisions/decision-1', user: 'reviewer' },
  { name: 'rolls', path: '/rolls', user: 'clerk' },
  { name: 'roll', path: '/rolls/roll-dibao-2022-10', user: 'reviewer' },
  { name: 'roll-changes', path: '/rolls/roll-tekun-2022-10?tab=changes', user: 'reviewer' },
  { name: 'roll-lines', path: '/rolls/roll-dibao-2022-10?tab=lines', user: 'reviewer' },
  { name: 'batches', path: '/batches', user: 'clerk' },
  { name: 'batch', path: '/batches/batch-3', user: 'clerk' },
  { name: 'claims', path: '/claims', user: 'clerk' },
  { name: 'ledger', path: '/ledger', user: 'clerk' },
  { name: 'reconciliation', path: '/reconciliation', user: 'clerk' },
  { name: 'figures', path: '/figures', user: 'clerk' },
  { name: 'programmes', path: '/programmes', user: 'clerk' },
  { name: 'parameters', path: '/parameters', user: 'clerk' },
  { name: 'releases', path: '/releases', user: 'reviewer' },
  { name: 'organisations', path: '/organisations', user: 'system' },
  { name: 'users', path: '/users', user: 'security' },
  { name: 'roles', path: '/roles', user: 'security' },
  { name: 'audit', path: '/audit', user: 'audit' },
  { name: 'forbidden', path: '/households', user: 'audit' },
  { name: 'problem', path: '/households/gone', user: 'clerk' },
]
