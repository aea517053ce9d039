import type { Rules, VisitRule } from '../shared/walk.js'
import { bindingValues, bindingVisits } from './bindings.js'
import { callRules } from './calls.js'
import { classVisits } from './classes.js'
import { comparisonValues, comparisonVisits } from './comparisons.js'
import { functionValues, functionVisits } from './functions.js'
import { importVisits } from './imports.js'
import { literalRules } from './literals.js'
import { memberRules } from './members.js'
import { operatorRules } from './operators.js'

/** Decorators are told of by what they decorate, and types say nothing that is called or read. */
const passOver: VisitRule = () => {}

export const rules: Rules = {
  values: new Map([
    ...literalRules,
    ...memberRules,
    ...operatorRules,
    ...callRules,
    ...functionValues,
    ...bindingValues,
    ...comparisonValues,
  ]),
  visits: new Map([
    ...bindingVisits,
    ...functionVisits,
    ...classVisits,
    ...importVisits,
    ...comparisonVisits,
    ['decorator', passOver],
    ['type', passOver],
  ]),
}
