import type { Framework, FrameworkRule } from '../../domain/framework.js'
import type { Pattern } from '../../domain/pattern.js'
import { expressionOf } from './expression.js'

/** A rule with its framework, ready to be tried. */
export type Entry = {
  readonly framework: Framework
  readonly rule: FrameworkRule
  /** `express.route`: what a fact names. */
  readonly id: string
  readonly receiverName: Pattern | null
  readonly firstArgument: Pattern | null
  readonly like: Like
}

/** Expressions of a match, made to fit the whole of what they are for. */
export type Like = {
  readonly name: Pattern | null
  readonly receiver: Pattern | null
  readonly class: Pattern | null
}

/** The rules of one language by the name they look for, so that a call costs one look-up. */
export type Rulebook = {
  readonly calls: ReadonlyMap<string, readonly Entry[]>
  readonly decorators: ReadonlyMap<string, readonly Entry[]>
  readonly members: readonly Entry[]
  readonly controllers: readonly Entry[]
  /** Rules of elements, texts and mounts for calls, decorators and classes whose names are not told one by one. */
  readonly named: Readonly<Record<'call' | 'decorator' | 'class', readonly Entry[]>>
  /** By the name under which something is exported. */
  readonly exported: ReadonlyMap<string, readonly Entry[]>
  /** By the name of a class that is extended. */
  readonly classes: ReadonlyMap<string, readonly Entry[]>
  readonly hasClasses: boolean
  /** By the name of a literal's type. */
  readonly literals: ReadonlyMap<string, readonly Entry[]>
}

export function rulebookOf(frameworks: readonly Framework[], language: string): Rulebook {
  const entries = frameworks
    .filter((framework) => framework.languages.includes(language))
    .flatMap((framework) => framework.rules.map((rule) => entryOf(framework, rule)))
  const calls = entries.filter(({ rule }) => rule.match.on === 'call' || rule.match.on === 'new')
  const decorators = entries.filter((entry) => entry.rule.match.on === 'decorator')
  const classes = entries.filter((entry) => entry.rule.match.on === 'class')
  return {
    calls: byName(calls),
    decorators: byName(decorators),
    classes: byName(classes),
    hasClasses: classes.length > 0,
    literals: byName(entries.filter((entry) => entry.rule.match.on === 'literal')),
    named: { call: nameless(calls), decorator: nameless(decorators), class: nameless(classes) },
    exported: byName(entries.filter((entry) => entry.rule.match.on === 'export')),
    controllers: entries.filter(({ rule }) => rule.emit === 'controller'),
    members: entries.filter((entry) => entry.rule.match.on === 'member'),
  }
}

function entryOf(framework: Framework, rule: FrameworkRule): Entry {
  const { receiverName, firstArgument, nameLike, receiverLike, classLike } = rule.match
  return {
    framework,
    rule,
    id: `${framework.id}.${rule.id}`,
    receiverName: compiled(receiverName),
    firstArgument: compiled(firstArgument),
    like: { name: whole(nameLike), receiver: whole(receiverLike), class: whole(classLike) },
  }

  function compiled(expression: string | undefined): Pattern | null {
    return expression === undefined ? null : expressionOf(framework, expression)
  }

  function whole(expression: string | undefined): Pattern | null {
    return compiled(expression === undefined ? undefined : `^(?:${expression})$`)
  }
}

function nameless(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ rule }) => rule.match.name.length === 0 && isSpoken(rule))
}

function isSpoken({ emit }: FrameworkRule): boolean {
  return emit === 'element' || emit === 'embedded' || emit === 'mount'
}

function byName(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const names = new Set(entries.flatMap((entry) => entry.rule.match.name))
  return new Map(
    [...names].map((name) => [name, entries.filter((entry) => entry.rule.match.name.includes(name))]),
  )
}
