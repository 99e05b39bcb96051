import type { Catalogue } from '../types'
import type { policy as zh } from '../zh/policy'

export const policy: Catalogue<typeof zh> = {
  programmes: {
    title: 'Programmes',
    component: 'Component',
    entity: 'Subject',
    formula: 'Formula',
    unit: 'Unit',
    cite: 'Basis',
    section: 'Section',
    sections: {
      social_assistance: 'Social assistance',
      social_affairs: 'Disability welfare',
      child_welfare: 'Child welfare',
    },
    byHousehold: 'by household',
    byPerson: 'by person',
    on: 'As of',
    entities: { household: 'household', person: 'person', award: 'award' },
  },
  parameters: {
    title: 'Standards and parameters',
    name: 'Name',
    value: 'Value',
    unit: 'Unit',
    valid: 'Valid',
    place: 'Place',
    cite: 'Basis',
    verified: 'Verified',
    notVerified: 'Not verified',
    search: 'Name or document number',
    hint: 'All values come from the policy pack with their documents. They can only be read here; a change is a new release.',
  },
  releases: {
    title: 'Policy releases',
    from: 'In force from',
    proposedBy: 'Proposed by',
    approvedBy: 'Approved by',
    faults: 'Check',
    noFaults: 'Passed',
    statuses: {
      proposed: 'Waiting',
      in_force: 'In force',
      superseded: 'Superseded',
      rejected: 'Sent back',
    },
    propose: 'Propose a release',
    proposeTitle: 'Propose a policy release',
    proposeText:
      'Fixes the policy pack on the server as one release; once it passes the check, another person puts it in force.',
    proposed: 'Proposed; waiting for a second person',
    approve: 'Put in force',
    reject: 'Send back',
    approveText:
      'From its date on everything is computed by this release. Earlier ones are kept; what was paid stays.',
    own: 'A release that you proposed needs another person',
  },
}
