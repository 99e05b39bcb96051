import type { Catalogue } from '../types'
import type { insight as zh } from '../zh/insight'

export const insight: Catalogue<typeof zh> = {
  title: 'Reconciliation',
  computed: 'Computed',
  printed: 'Reported',
  difference: 'Difference',
  ratio: 'Ratio',
  basis: 'Source',
  hint: 'Amounts computed line by line stand beside the reported ones; differences are shown as they are.',
  period: 'Period',
  figures: 'Figures',
  figuresHint:
    'Each figure is counted from records of persons; where it differs from the report, the reported number and the fault number are shown.',
  figureNo: 'No.',
  item: 'Item',
  value: 'Counted',
  fault: 'Fault',
  onDate: 'As of',
  findFigure: 'Number or item',
  onlyDifferent: 'Only where the report differs',
}
