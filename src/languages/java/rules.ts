import type { Rules } from '../shared/walk.js'
import { bindingValues, bindingVisits } from './bindings.js'
import { callRules } from './calls.js'
import { classVisits } from './classes.js'
import { functionValues, functionVisits } from './functions.js'
import { importVisits } from './imports.js'
import { literalRules } from './literals.js'
import { memberRules } from './members.js'
import { operatorRules } from './operators.js'

export const rules: Rules = {
  values: new Map([
    ...literalRules,
    ...memberRules,
    ...operatorRules,
    ...callRules,
    ...bindingValues,
    ...functionValues,
  ]),
  visits: new Map([...bindingVisits, ...functionVisits, ...classVisits, ...importVisits]),
}
