import { admin } from './admin'
import { assess } from './assess'
import { calculator } from './calculator'
import { cases } from './cases'
import { common } from './common'
import { decisions } from './decisions'
import { disburse } from './disburse'
import { counter, forms } from './forms'
import { home } from './home'
import { households } from './households'
import { imports } from './imports'
import { insight } from './insight'
import { intake } from './intake'
import { oversight } from './oversight'
import { policy } from './policy'
import { problem } from './problem'
import { session } from './session'
import { shell } from './shell'
import { simulate } from './simulate'
import { templates } from './templates'
import { verification } from './verification'
import { verify } from './verify'

export const zh = {
  common,
  shell,
  session,
  problem,
  home,
  households,
  imports,
  assess,
  calculator,
  cases,
  forms,
  counter,
  decisions,
  disburse,
  oversight,
  insight,
  intake,
  policy,
  verification,
  admin,
  simulate,
  templates,
  verify,
}
