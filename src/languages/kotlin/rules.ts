import type { Rules } from '../shared/walk.js'
import { annotationVisits } from './annotations.js'
import { bindingVisits } from './bindings.js'
import { branchRules } from './branches.js'
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
    ...branchRules,
    ...callRules,
    ...functionValues,
  ]),
  visits: new Map([
    ...annotationVisits,
    ...bindingVisits,
    ...functionVisits,
    ...classVisits,
    ...importVisits,
  ]),
}
