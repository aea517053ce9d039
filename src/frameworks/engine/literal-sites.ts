import type { Value } from '../../domain/outline.js'
import { baseName } from './class-entries.js'
import { literalsOf } from './literals.js'
import type { Reading } from './reading.js'
import { type Emits, isImporting, isRuleOf, type RuleOf, type Site } from './recognise.js'
import type { Entry } from './rulebook.js'

/** A literal for which a rule holds: its fields are keywords. */
export type LiteralSite<E extends Emits> = {
  readonly entry: Entry
  readonly rule: RuleOf<E>
  readonly site: Site
  readonly value: Value
}

/** `kafka.Message{Topic: "orders"}`, by the rules of a kind. */
export function literalSites<E extends Emits>(reading: Reading, emit: E): readonly LiteralSite<E>[] {
  const { literals } = reading.rulebook
  if (literals.size === 0) return []
  return literalsOf(reading.code.outline).flatMap(({ to, fields, value, at }) =>
    (literals.get(baseName(to)) ?? []).flatMap((entry) => {
      const { rule } = entry
      if (!isRuleOf(rule, emit) || !isImporting(reading.code, entry.rule.match)) return []
      const { receiver } = entry.rule.match
      const traces = reading.tracer.traceName(to.replace(/^[*&]/, ''), at)
      const origins = traces.flatMap((trace) => reading.originsOf(trace, entry))
      const wanted = receiver?.map((module) => `${module}.${baseName(to)}`)
      if (wanted && !origins.some((origin) => wanted.includes(origin))) return []
      const keywords = Object.fromEntries(fields.map((field) => [field.name, field.value]))
      const line = fields[0]?.line ?? at.line
      return [{ entry, rule, value, site: { name: baseName(to), arguments: [], keywords, at, line } }]
    }),
  )
}
