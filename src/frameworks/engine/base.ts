import { pathTemplate } from '../../domain/element.js'
import type { MountFact } from '../../domain/fact.js'
import { constantOf } from './environment.js'
import { itemsAt } from './items.js'
import type { Reading } from './reading.js'
import { pathAt } from './router.js'
import { fieldOf, type Taken, take, takeFirst } from './take.js'
import { withinOf } from './within.js'

/** Prefixes of every route of a framework: `app.setGlobalPrefix('api', { exclude: ['health'] })`. */
export function readBases(reading: Reading): readonly MountFact[] {
  return reading.allRecognised('base').flatMap(({ call, found }) => {
    const { rule, callee, entry, certainty } = found
    const site = reading.siteOf(call)
    const prefix = pathAt(reading, takeFirst(reading.tracer, rule.prefix, site, callee))
    if (prefix === null) return []
    const listed = rule.except ? take(reading.tracer, rule.except, site, callee) : null
    const except = (listed && itemsAt(reading, listed)) ?? []
    return [
      {
        kind: 'mount',
        line: site.line,
        rule: entry.id,
        certainty,
        ...withinOf(reading.code, site.at.scope),
        prefix: pathTemplate(prefix),
        receiver: null,
        target: { name: '', module: null },
        everywhere: {
          framework: entry.framework.id,
          except: except.flatMap((each) => exceptedPath(reading, each) ?? []),
        },
      },
    ]
  })
}

/** `'health'`, or `{ path: 'health', method: … }`. */
function exceptedPath(reading: Reading, taken: Taken): string | null {
  const field = fieldOf(reading.tracer, taken, 'path') ?? taken
  const text = constantOf(reading, field.value, field.at)
  return text === null ? null : pathTemplate(text)
}
