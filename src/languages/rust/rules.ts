import type { Rules } from '../shared/walk.js'
import { bindingVisits } from './bindings.js'
import { blockValues, blockVisits } from './blocks.js'
import { callRules } from './calls.js'
import { functionValues, functionVisits } from './functions.js'
import { importVisits } from './imports.js'
import { typeVisits } from './items.js'
import { literalRules } from './literals.js'
import { macroRules } from './macros.js'
import { memberRules } from './members.js'
import { operatorRules } from './operators.js'

export const rules: Rules = {
  values: new Map([
    ...literalRules,
    ...memberRules,
    ...operatorRules,
    ...callRules,
    ...macroRules,
    ...blockValues,
    ...functionValues,
  ]),
  visits: new Map([...bindingVisits, ...blockVisits, ...functionVisits, ...typeVisits, ...importVisits]),
}
