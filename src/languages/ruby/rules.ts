import type { Rules, VisitRule } from '../shared/walk.js'
import { bindingValues } from './bindings.js'
import { callRules } from './calls.js'
import { classVisits } from './classes.js'
import { functionValues, functionVisits } from './functions.js'
import { literalRules } from './literals.js'
import { memberRules } from './members.js'
import { operatorRules } from './operators.js'

/** A here-document is read where it begins. */
const passOver: VisitRule = () => {}

export const rules: Rules = {
  values: new Map([
    ...literalRules,
    ...memberRules,
    ...operatorRules,
    ...callRules,
    ...functionValues,
    ...bindingValues,
  ]),
  visits: new Map([...functionVisits, ...classVisits, ['heredoc_body', passOver]]),
}
