import type { Rules } from '../shared/walk.js'
import { bindingValues, bindingVisits } from './bindings.js'
import { callRules } from './calls.js'
import { classValues, classVisits } from './classes.js'
import { functionValues, functionVisits } from './functions.js'
import { literalRules } from './literals.js'
import { memberRules } from './members.js'
import { moduleVisits } from './modules.js'
import { objectRules } from './objects.js'
import { operatorRules } from './operators.js'
import { switchVisits } from './switches.js'
import { typeVisits } from './type-declarations.js'

export const rules: Rules = {
  values: new Map([
    ...literalRules,
    ...objectRules,
    ...memberRules,
    ...operatorRules,
    ...callRules,
    ...bindingValues,
    ...functionValues,
    ...classValues,
  ]),
  visits: new Map([
    ...bindingVisits,
    ...functionVisits,
    ...classVisits,
    ...typeVisits,
    ...switchVisits,
    ...moduleVisits,
  ]),
}
