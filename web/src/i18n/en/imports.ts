import type { Catalogue } from '../types'
import type { imports as zh } from '../zh/imports'

export const imports: Catalogue<typeof zh> = {
  title: 'Imports',
  new: 'New import',
  kind: 'Kind',
  files: 'Files',
  rows: 'Rows',
  encoding: 'Encoding',
  created: 'Imported at',
  statuses: {
    reading: 'Reading',
    ready: 'Ready',
    applying: 'Applying',
    applied: 'Applied',
    failed: 'Failed',
    cancelled: 'Cancelled',
  },
  steps: { choose: 'Choose kind', upload: 'Upload files', preview: 'Preview', apply: 'Result' },
  chooseHint:
    'Choose by source. Each kind has a template; exports of the provincial system are taken as they are.',
  template: 'Download template',
  dropHint: 'Drop the file here, or press to choose',
  dropFormats:
    '.xlsx, .xls and .csv (UTF-8 or GB18030); title rows, merged headers and hidden rows are fine',
  optional: 'optional',
  needFile: (name) => `Please choose “${name}”`,
  asOf: 'Roster date',
  asOfHint: 'The day whose state the roster shows; circumstances count from it.',
  start: 'Upload and read',
  reading: 'Reading the files. You may leave this page; progress is under Background jobs',
  totals: {
    households: 'Households',
    persons: 'Persons',
    right: 'Right',
    wrong: 'Wrong',
    new: 'New',
    changed: 'Changed',
    same: 'Unchanged',
  },
  onlyWrong: 'Wrong rows only',
  allRows: 'All rows',
  row: 'Row',
  household: 'Household',
  faults: 'What is wrong',
  returned: 'Download the file with reasons',
  returnedHint:
    'Your own file with one more column that says what is wrong. Mend it and upload it again.',
  applyRight: (n) => `Import the ${n} right households`,
  applyAll: 'Import all',
  applyAllBlocked:
    'Not possible while households are wrong: mend and upload again, or import the right ones',
  applyTitle: 'Import now',
  applyText:
    'The household is the unit: one wrong row keeps the whole household out. The same file again changes nothing.',
  applied: 'Import finished',
  failed: 'The import did not finish',
  failedHint: 'Nothing is imported twice; resume it under Background jobs.',
  opening: 'Opening decision',
  openingHint:
    'Imported awards enter the rolls after an opening decision that two people have approved.',
  openingPropose: 'Propose the opening decision',
  openingProposed: 'Opening decision proposed; waiting for a second person',
  noClaims:
    'This kind of list records families and members. It makes no awards and needs no opening decision.',
  nothingWrong: 'Nothing is wrong',
}
