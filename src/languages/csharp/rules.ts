import type { Rules, VisitRule } from '../shared/walk.js'
import { bindingValues, bindingVisits } from './bindings.js'
import { callRules } from './calls.js'
import { classVisits } from './classes.js'
import { creationRules } from './creations.js'
import { functionValues, functionVisits } from './functions.js'
import { literalRules } from './literals.js'
import { memberRules } from './members.js'
import { namespaceVisits } from './namespaces.js'
import { operatorRules } from './operators.js'

/** Attributes are told of by what they stand on, and types say nothing that is called or read. */
const passOver: VisitRule = () => {}

export const rules: Rules = {
  values: new Map([
    ...literalRules,
    ...memberRules,
    ...operatorRules,
    ...creationRules,
    ...callRules,
    ...functionValues,
    ...bindingValues,
  ]),
  visits: new Map([
    ...bindingVisits,
    ...functionVisits,
    ...classVisits,
    ...namespaceVisits,
    ['attribute_list', passOver],
    ['base_list', passOver],
    ['type_argument_list', passOver],
    ['type_parameter_list', passOver],
    ['type_parameter_constraints_clause', passOver],
  ]),
}
