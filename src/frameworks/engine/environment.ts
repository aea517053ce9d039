import type { EnvironmentFact } from '../../domain/fact.js'
import type { Value } from '../../domain/outline.js'
import { literalSites } from './literal-sites.js'
import type { Reading } from './reading.js'
import { decoratorSite } from './recognise.js'
import type { Entry } from './rulebook.js'
import { type Taken, take } from './take.js'
import type { Step, Trace } from './trace.js'
import { withinOf } from './within.js'
import { wrappedNames } from './wrapped-variables.js'

/** The environment variables that a blob reads, each place once. */
export function readEnvironment(reading: Reading): readonly EnvironmentFact[] {
  const facts = [
    ...calledVariables(reading),
    ...literalVariables(reading),
    ...wrappedVariables(reading),
    ...memberVariables(reading),
    ...destructuredVariables(reading),
  ]
  const seen = new Set<string>()
  return facts.filter((fact) => {
    const key = `${fact.line} ${fact.name}`
    return !seen.has(key) && seen.add(key)
  })
}

function calledVariables(reading: Reading): readonly EnvironmentFact[] {
  const chosen = new Set(chosenNames(reading).map(({ name }) => name))
  return reading.allRecognised('environment').flatMap(({ call, found }) => {
    const { variable, default: fallback } = found.rule
    const site = reading.siteOf(call)
    const taken = variable === 'member' ? null : take(reading.tracer, variable, site, found.callee)
    const isGiven = fallback !== undefined && take(reading.tracer, fallback, site, found.callee) !== null
    const hasDefault = isGiven || found.rule.optional === true || chosen.has(calledName(call))
    const seen = { scope: site.at.scope, rule: found.entry.id, hasDefault }
    const names = namesAt(reading, taken).filter(({ name }) => !isExcepted(found.entry, name))
    return names.map(({ name, line }) => environmentFact(reading, { ...seen, name, line: line ?? site.line }))
  })
}

/** A field of a literal of options, or the same of an annotation: `EnvVars: []string{"ORDERS_URL"}`, `envvar="ORDERS_URL"`. */
function literalVariables(reading: Reading): readonly EnvironmentFact[] {
  const literals = literalSites(reading, 'environment').flatMap(({ entry, rule, site }) => ({
    entry,
    rule,
    site,
    callee: null,
  }))
  const decorated = reading.decorations('environment').flatMap(({ decorator, found }) => {
    const written = reading.code.outline.decorators[decorator]
    return written ? [{ ...found, site: decoratorSite(reading.code, written) }] : []
  })
  return [...literals, ...decorated].flatMap(({ entry, rule, site, callee }) => {
    const taken = rule.variable === 'member' ? null : take(reading.tracer, rule.variable, site, callee)
    const seen = { scope: site.at.scope, rule: entry.id, hasDefault: rule.optional === true }
    return namesAt(reading, taken).map(({ name, line }) =>
      environmentFact(reading, { ...seen, name, line: line ?? site.line }),
    )
  })
}

function wrappedVariables(reading: Reading): readonly EnvironmentFact[] {
  return wrappedNames(reading).flatMap(({ value, at, rule }) => {
    const name = constantOf(reading, value, at)
    const line = value.type === 'text' ? value.line : at.line
    return name && /^\w+$/.test(name)
      ? [environmentFact(reading, { line, scope: at.scope, rule, name, hasDefault: true })]
      : []
  })
}

/** The variable that a text names, or those of a list of texts, with the lines of the latter. */
function namesAt(
  reading: Reading,
  taken: Taken | null,
): readonly { readonly name: string; readonly line: number | null }[] {
  if (!taken) return []
  const inner = taken.value.type === 'cast' ? taken.value.value : taken.value
  const items = inner.type === 'list' ? inner.items : [inner]
  return items.flatMap((item) => {
    const name = constantOf(reading, item, taken.at)
    const line = inner.type === 'list' && item.type === 'text' ? item.line : null
    return name ? [{ name, line }] : []
  })
}

/** `process.env.ORDERS_URL`, also when `env` was taken out of `process` before. */
function memberVariables(reading: Reading): readonly EnvironmentFact[] {
  const { reads } = reading.code.outline
  if (!reading.rulebook.members.length) return []
  const chosen = chosenNames(reading)
  // A value may begin on the line after the name that it is given to.
  const isChosen = (name: string, line: number) =>
    chosen.some((each) => each.name === name && (each.line === line || each.line === line - 1))
  return reads.flatMap(({ object, member, access, scope, line }) => {
    if (access === 'write' || member === '[]') return []
    const entry = memberEntry(reading, object, { scope, line })
    if (!entry || isExcepted(entry, member)) return []
    return [
      environmentFact(reading, {
        line,
        scope,
        rule: entry.id,
        name: member,
        hasDefault: isChosen(`${reading.show(object)}.${member}`, line),
      }),
    ]
  })
}

/** `const { ORDERS_URL = 'http://orders' } = process.env` */
function destructuredVariables(reading: Reading): readonly EnvironmentFact[] {
  return reading.code.outline.bindings.flatMap((binding) => {
    if (!binding.fields.length || binding.item) return []
    const entry = memberEntry(reading, binding.value, binding)
    if (!entry) return []
    return binding.fields.map(({ field, line }) =>
      environmentFact(reading, {
        line,
        scope: binding.scope,
        rule: entry.id,
        name: field,
        hasDefault: false,
      }),
    )
  })
}

function isExcepted({ rule }: Entry, name: string): boolean {
  return rule.emit === 'environment' && (rule.except?.includes(name) ?? false)
}

function memberEntry(
  reading: Reading,
  object: Value,
  at: { scope: number | null; line: number },
): Entry | null {
  if (object.type !== 'name' || !reading.rulebook.members.length) return null
  const traces = reading.tracer.trace(object, { scope: at.scope, line: at.line })
  return traces.map((trace) => environmentEntry(reading, trace)).find((entry) => entry !== null) ?? null
}

/** The rule by which a trace is the environment as a whole: `process.env`. */
function environmentEntry(reading: Reading, trace: Trace): Entry | null {
  const entries = reading.rulebook.members.filter(({ rule }) => rule.emit === 'environment')
  const holds = (entry: Entry) =>
    reading.originsOf(trace, entry).some((origin) => entry.rule.match.receiver?.includes(origin))
  return entries.find(holds) ?? null
}

/** The variable that a value is read from, and the other value that it has when the variable is missing. */
export function variableOf(
  reading: Reading,
  trace: Trace,
): { readonly name: string; readonly fallback: Value | null } | null {
  const last = trace.steps.at(-1)
  return last?.call === undefined ? memberVariable(reading, trace, last) : calledVariable(reading, last.call)
}

function memberVariable(
  reading: Reading,
  trace: Trace,
  last: Step | undefined,
): { name: string; fallback: null } | null {
  const object = { ...trace, steps: trace.steps.slice(0, -1), types: [] }
  return last && environmentEntry(reading, object) ? { name: last.name, fallback: null } : null
}

function calledVariable(reading: Reading, call: number): { name: string; fallback: Value | null } | null {
  const [found] = reading.recognised(call, 'environment')
  if (!found || found.rule.variable === 'member') return null
  const site = reading.siteOf(call)
  const taken = take(reading.tracer, found.rule.variable, site, found.callee)
  const name = taken ? constantOf(reading, taken.value, site.at) : null
  const fallback = found.rule.default ? take(reading.tracer, found.rule.default, site, found.callee) : null
  return name ? { name, fallback: fallback?.value ?? null } : null
}

/** The one literal text that a value is; null when it has parts that only running will tell. */
export function constantOf(
  reading: Reading,
  value: Value,
  at: { scope: number | null; line: number },
): string | null {
  for (const { source, steps } of reading.tracer.trace(value, at)) {
    if (source.type !== 'value' || steps.length || source.value.type !== 'text') continue
    const { parts } = source.value
    if (parts.every((part) => typeof part === 'string')) return parts.join('')
  }
  return null
}

type Chosen = { readonly name: string; readonly line: number }

/** Where a name has another value beside it: `process.env.X ?? 'y'`. */
function chosenNames(reading: Reading): readonly Chosen[] {
  const { bindings, calls, returns } = reading.code.outline
  const values = [
    ...[...bindings, ...returns].map(({ value, line }) => ({ value, line })),
    ...calls.flatMap(({ arguments: given, keywords, line }) =>
      [...given, ...Object.values(keywords)].map((value) => ({ value, line })),
    ),
  ]
  return values.flatMap(({ value, line }) => chosenIn(value, line))
}

/** No name of a value is spelt so. */
function calledName(call: number): string {
  return `()${call}`
}

function chosenIn(value: Value, line: number): readonly Chosen[] {
  switch (value.type) {
    case 'choice': {
      const [first] = value.of
      const name = first?.type === 'call' ? calledName(first.call) : first?.type === 'name' ? first.name : ''
      const isFailing = value.of.slice(1).every((each) => each.type === 'other' && /^throw\b/.test(each.text))
      const own = name !== '' && !isFailing ? [{ name, line }] : []
      return [...own, ...value.of.flatMap((each) => chosenIn(each, line))]
    }
    case 'object':
      return value.fields.flatMap((field) => chosenIn(field.value, field.line))
    case 'list':
      return value.items.flatMap((each) => chosenIn(each, line))
    case 'text':
      return value.parts.flatMap((part) => (typeof part === 'string' ? [] : chosenIn(part, value.line)))
    case 'cast':
      return chosenIn(value.value, line)
    default:
      return []
  }
}

type Variable = {
  readonly line: number
  readonly scope: number | null
  readonly rule: string
  readonly name: string
  readonly hasDefault: boolean
}

function environmentFact(reading: Reading, variable: Variable): EnvironmentFact {
  const { line, scope, rule, name, hasDefault } = variable
  return {
    kind: 'environment',
    line,
    rule,
    certainty: 'certain',
    ...withinOf(reading.code, scope),
    name,
    access: 'read',
    hasDefault,
  }
}
