import type { ElementFact } from '../../domain/element-fact.js'
import type { SqlFact } from './sql-fact.js'

/**
 * What is true when all statements have run: what a text makes and takes away again is neither (temporary tables), what it
 * makes anew is not removed, and a table that it makes and then renames has its last name (as SQLite changes columns).
 */
export function netFacts(facts: readonly SqlFact[]): readonly ElementFact[] {
  const tables = new Map<string, SqlFact[]>()
  const declared = new Set<string>()
  const removed = new Set<string>()
  for (const fact of facts) {
    const kept = tables.get(fact.table) ?? []
    tables.set(fact.table, kept)
    if (fact.action === 'declares') {
      if (removed.delete(fact.element))
        tables.set(
          fact.table,
          kept.filter((each) => !isRemoval(each, fact)),
        )
      declared.add(fact.element)
      tables.get(fact.table)?.push(fact)
    } else if (fact.action === 'removes' && declared.has(fact.element)) {
      takeBack(tables, kept, fact)
      declared.delete(fact.element)
      if (fact.becomes !== undefined)
        for (const each of tables.get(fact.becomes) ?? []) declared.add(each.element)
    } else {
      if (fact.action === 'removes') removed.add(fact.element)
      kept.push(fact)
    }
  }
  const net = [...tables.values()].flat().map(({ table: _, becomes: __, ...fact }): ElementFact => fact)
  return unique(net).sort((one, other) => one.line - other.line)
}

function isRemoval(each: SqlFact, { element }: SqlFact): boolean {
  return each.action === 'removes' && each.element === element
}

/** What was made in this text and is not any more, or has another name. */
function takeBack(tables: Map<string, SqlFact[]>, kept: readonly SqlFact[], fact: SqlFact): void {
  const { table, becomes } = fact
  if (becomes === undefined)
    tables.set(
      table,
      kept.filter((each) => !isPartOf(each, fact)),
    )
  else {
    tables.set(table, [])
    const before = (tables.get(becomes) ?? []).filter(({ action }) => action !== 'removes')
    tables.set(becomes, [...before, ...kept.map((each) => renamed(each, becomes))])
  }
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
