import type { ElementFact } from '../../domain/element-fact.js'
import type { World } from './world.js'

/** A field that code resolves, spelt as the schema spells it; nothing for one that its type does not have. */
export type JoinServed = (fact: ElementFact) => readonly ElementFact[]

const field = /^graphql (\w+)\.(\w+)$/

/** Holds what code seems to resolve against the schema of its repository, where that has the type. */
export function createServedJoin(world: World): JoinServed {
  let known: ReadonlyMap<string, ReadonlyMap<string, string>> | null = null
  return (fact) => {
    const [, type, name] = field.exec(fact.element) ?? []
    if (fact.action !== 'serves' || type === undefined || name === undefined) return [fact]
    known ??= fieldsOf(world)
    const declared = known.get(type)
    const spelt = declared ? declared.get(name.toLowerCase()) : name
    return spelt === undefined ? [] : [{ ...fact, element: `graphql ${type}.${spelt}` }]
  }
}

/** The fields of types, by their names in small letters. */
function fieldsOf({ files }: World): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const fields = new Map<string, Map<string, string>>()
  for (const { facts } of files) {
    for (const fact of facts.facts) {
      // Schemas that are made of code are declared in part, and are what is served.
      if (fact.kind !== 'graphql' || fact.action !== 'declares' || isOfCode(fact.rule)) continue
      const [, type, name] = field.exec(fact.element) ?? []
      if (type === undefined || name === undefined) continue
      fields.set(type, (fields.get(type) ?? new Map()).set(name.toLowerCase(), name))
    }
  }
  return fields
}

function isOfCode(rule: string): boolean {
  return /^(?:strawberry|graphene|graphql-decorators)\./.test(rule)
}
