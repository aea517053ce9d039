import type { Rules, VisitRule } from '../shared/walk.js'
import { bindingValues, bindingVisits } from './bindings.js'
import { callValues } from './calls.js'
import { classValues, classVisits } from './classes.js'
import { functionValues, functionVisits } from './functions.js'
import { literalValues } from './literals.js'
import { memberValues } from './members.js'
import { moduleVisits } from './modules.js'
import { operatorValues } from './operators.js'

/** Attributes are told of by what they decorate, and types and modifiers say nothing that is called or read. */
const passOver: VisitRule = () => {}

export const rules: Rules = {
  values: new Map([
    ...literalValues,
    ...memberValues,
    ...operatorValues,
    ...callValues,
    ...functionValues,
    ...classValues,
    ...bindingValues,
  ]),
  visits: new Map([
    ...moduleVisits,
    ...bindingVisits,
    ...functionVisits,
    ...classVisits,
    ['attribute_list', passOver],
    ['named_type', passOver],
    ['text_interpolation', passOver],
    ['comment', passOver],
  ]),
}
