import type { ElementFact } from '../../domain/element-fact.js'
import type { SqlFact } from './sql-fact.js'

/**
 * What is true when all statements have run: what a text makes and takes away again is neither (temporary tables), what it
 * makes anew is not removed, and a table that it makes and then renames has its last name (as SQLite changes columns).
 */
export function netFacts(facts: readonly SqlFact[]): readonly ElementFact[] {
  const tables = new Map<string, SqlFact[]>()
  for (const fact of facts) {
    const kept = tables.get(fact.table) ?? []
    tables.set(fact.table, kept)
    if (fact.action === 'declares') tables.set(fact.table, [...withoutRemoval(kept, fact), fact])
    else if (fact.action === 'removes') remove(tables, kept, fact)
    else kept.push(fact)
  }
  const net = [...tables.values()].flat().map(({ table: _, becomes: __, ...fact }): ElementFact => fact)
  return unique(net).sort((one, other) => one.line - other.line)
}

function withoutRemoval(kept: readonly SqlFact[], fact: SqlFact): readonly SqlFact[] {
  return kept.filter((each) => each.action !== 'removes' || each.element !== fact.element)
}

function remove(tables: Map<string, SqlFact[]>, kept: readonly SqlFact[], fact: SqlFact): void {
  const isMade = kept.some((each) => each.action === 'declares' && each.element === fact.element)
  const { table, becomes } = fact
  if (!isMade) tables.set(table, [...kept, fact])
  else if (becomes !== undefined) {
    tables.set(table, [])
    const before = (tables.get(becomes) ?? []).filter(({ action }) => action !== 'removes')
    tables.set(becomes, [...before, ...kept.map((each) => renamed(each, becomes))])
  } else
    tables.set(
      table,
      kept.filter((each) => !isPartOf(each, fact)),
    )
}

function isPartOf(each: SqlFact, { element }: SqlFact): boolean {
  return each.element === element || each.element.startsWith(`${element}.`)
}

function renamed(fact: SqlFact, table: string): SqlFact {
  return { ...fact, table, element: `sql ${table}${fact.element.slice(`sql ${fact.table}`.length)}` }
}

/** What is said twice stands where it is said first: a file of data writes to one table a thousand times. */
function unique(facts: readonly ElementFact[]): ElementFact[] {
  const seen = new Map<string, ElementFact>()
  for (const fact of facts) {
    const key = `${fact.action} ${fact.element} ${fact.within ?? ''} ${JSON.stringify(fact.details ?? null)}`
    if (!seen.has(key)) seen.set(key, fact)
  }
  return [...seen.values()]
}
