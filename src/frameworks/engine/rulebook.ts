import type { Framework, FrameworkRule } from '../../domain/framework.js'

/** A rule with its framework, ready to be tried. */
export type Entry = {
  readonly framework: Framework
  readonly rule: FrameworkRule
  /** `express.route`: what a fact names. */
  readonly id: string
  readonly receiverName: RegExp | null
  readonly firstArgument: RegExp | null
}

/** The rules of one language by the name they look for, so that a call costs one look-up. */
export type Rulebook = {
  readonly calls: ReadonlyMap<string, readonly Entry[]>
  readonly decorators: ReadonlyMap<string, readonly Entry[]>
  readonly members: readonly Entry[]
  /** By the name under which something is exported. */
  readonly exported: ReadonlyMap<string, readonly Entry[]>
  /** By the name of a class that is extended. */
  readonly classes: ReadonlyMap<string, readonly Entry[]>
}

export function rulebookOf(frameworks: readonly Framework[], language: string): Rulebook {
  const entries = frameworks
    .filter((framework) => framework.languages.includes(language))
    .flatMap((framework) => framework.rules.map((rule) => entryOf(framework, rule)))
  return {
    calls: byName(entries.filter((entry) => entry.rule.match.on === 'call')),
    decorators: byName(entries.filter((entry) => entry.rule.match.on === 'decorator')),
    classes: byName(entries.filter((entry) => entry.rule.match.on === 'class')),
    exported: byName(entries.filter((entry) => entry.rule.match.on === 'export')),
    members: entries.filter((entry) => entry.rule.match.on === 'member'),
  }
}

function entryOf(framework: Framework, rule: FrameworkRule): Entry {
  const { receiverName, firstArgument } = rule.match
  return {
    framework,
    rule,
    id: `${framework.id}.${rule.id}`,
    receiverName: receiverName === undefined ? null : new RegExp(receiverName),
    firstArgument: firstArgument === undefined ? null : new RegExp(firstArgument),
  }
}

function byName(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const names = new Set(entries.flatMap((entry) => entry.rule.match.name))
  return new Map(
    [...names].map((name) => [name, entries.filter((entry) => entry.rule.match.name.includes(name))]),
  )
}
