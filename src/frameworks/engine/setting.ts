import type { UrlBase } from '../../domain/fact.js'
import { settledBase } from './annotated/settled.js'
import { constantOf } from './environment.js'
import type { Reading } from './reading.js'
import { decoratorSite } from './recognise.js'
import { take } from './take.js'
import type { Trace } from './trace.js'

/** The service that a value names, being a setting: a field or parameter with an annotation, or the value of a call. */
export function settingOf(reading: Reading, trace: Trace): UrlBase | null {
  const text = decoratedText(reading, trace) ?? calledText(reading, trace)
  if (text === null) return null
  const { base, path } = settledBase({ base: { type: 'relative' }, path: text })
  return base.type === 'environment' && path === '' ? base : null
}

function calledText(reading: Reading, { steps }: Trace): string | null {
  const call = steps.at(-1)?.call
  const [found] = call === undefined ? [] : reading.recognised(call, 'setting')
  if (!found || call === undefined) return null
  const site = reading.siteOf(call)
  const taken = take(reading.tracer, found.rule.name, site, found.callee)
  const name = taken && constantOf(reading, taken.value, taken.at)
  const fallback = found.rule.default ? take(reading.tracer, found.rule.default, site, found.callee) : null
  const given = fallback && constantOf(reading, fallback.value, fallback.at)
  return name === null ? null : `\${${name}${given === null ? '' : `:${given}`}}`
}

function decoratedText(reading: Reading, trace: Trace): string | null {
  for (const { decorator, found } of reading.decorations('setting')) {
    const each = reading.code.outline.decorators[decorator]
    if (!each || !isOn(reading, trace, each)) continue
    const taken = take(reading.tracer, found.rule.name, decoratorSite(reading.code, each), found.callee)
    const text = taken && constantOf(reading, taken.value, taken.at)
    if (text !== null) return text
  }
  return null
}

type Decorated = Reading['code']['outline']['decorators'][number]

function isOn(reading: Reading, { source, steps, names }: Trace, { target, on }: Decorated): boolean {
  if (on === undefined || steps.some((step) => step.call !== undefined)) return false
  if ('parameter' in on)
    return source.type === 'parameter' && source.definition === target && source.index === on.parameter
  const owner = reading.code.outline.definitions[target]?.name
  const isField = names.some(({ name }) => name === `this.${on.field}`)
  return source.type === 'self' && source.owner === owner && (isField || steps[0]?.name === on.field)
}
