import type { Rules } from '../shared/walk.js'
import { bindingVisits } from './bindings.js'
import { callRules } from './calls.js'
import { compositeRules } from './composites.js'
import { functionValues, functionVisits } from './functions.js'
import { importVisits } from './imports.js'
import { literalRules } from './literals.js'
import { memberRules } from './members.js'
import { operatorRules } from './operators.js'
import { switchVisits } from './switches.js'
import { typeVisits } from './type-declarations.js'

export const rules: Rules = {
  values: new Map([
    ...literalRules,
    ...memberRules,
    ...operatorRules,
    ...compositeRules,
    ...callRules,
    ...functionValues,
  ]),
  visits: new Map([...bindingVisits, ...functionVisits, ...typeVisits, ...switchVisits, ...importVisits]),
}
