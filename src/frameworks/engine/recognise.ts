import type { FrameworkRule, Match } from '../../domain/framework.js'
import type { Call, Decorator, Value } from '../../domain/outline.js'
import type { Pattern } from '../../domain/pattern.js'
import type { Code } from './code.js'
import { moduleFits } from './module-fits.js'
import type { At } from './names.js'
import { originsOf } from './origin.js'
import type { Entry, Rulebook } from './rulebook.js'
import type { Step, Trace } from './trace.js'

/** A rule that holds for a call or decorator, and the trace of what it was called on. */
export type Recognised<R extends FrameworkRule = FrameworkRule> = {
  readonly entry: Entry
  readonly rule: R
  readonly certainty: 'certain' | 'likely'
  /** Of the callee, its last step being the call. */
  readonly callee: Trace
  /** What the named groups of its expressions hold. */
  readonly groups: Groups
}

export type Groups = Readonly<Record<string, string>>

/** A call or decorator in the terms that rules use. */
export type Site = {
  readonly name: string
  readonly arguments: readonly Value[]
  readonly keywords: Readonly<Record<string, Value>>
  /** What stands between the brackets of a call. */
  readonly typeArguments?: readonly string[]
  readonly at: At
  readonly line: number
  /** The call that it is. */
  readonly call?: number
}

export type Emits = FrameworkRule['emit']
export type RuleOf<E extends Emits> = Extract<FrameworkRule, { readonly emit: E }>

export function callSite(call: Call): Site {
  const known = sites.get(call) ?? { ...call, at: { scope: call.scope, line: call.line } }
  sites.set(call, known)
  return known
}

const sites = new WeakMap<Call, Site>()

export function decoratorSite(code: Code, decorator: Decorator): Site {
  const target = code.outline.definitions[decorator.target]
  // A class may be decorated with a constant of its own.
  const line = target?.kind === 'class' && !decorator.on ? target.endLine : decorator.line
  return { ...decorator, at: { scope: target?.scope ?? null, line } }
}

/** The rules of a rulebook and the blob they are tried on, with what is known of its groups already. */
export type Recognising = {
  readonly code: Code
  readonly rulebook: Rulebook
  readonly groups: Map<number, boolean>
}

/** Every rule of a kind that holds for a call, those that are certain of it first. */
export function recogniseCall<E extends Emits>(
  on: Recognising,
  index: number,
  emits: E,
  callees: readonly Trace[],
): readonly Recognised<RuleOf<E>>[] {
  const call = on.code.outline.calls[index]
  if (!call) return []
  const listed = candidates(on, on.rulebook.calls, call.name, callees)
  const fitting = withNamed(listed, on.rulebook.named.call, emits).filter(
    (entry) => entry.rule.emit === emits && mayFit(entry, call),
  )
  if (fitting.length === 0) return []
  const site = callSite(call)
  const found = fitting.flatMap((entry) =>
    isRuleOf(entry.rule, emits) ? recognised(on, { entry, rule: entry.rule }, site, callees) : [],
  )
  return found.length > 1 ? certainFirst(found) : found
}

export function recogniseDecorator<E extends Emits>(
  on: Recognising,
  decorator: Decorator,
  emits: E,
  callees: readonly Trace[],
): readonly Recognised<RuleOf<E>>[] {
  const listed = candidates(on, on.rulebook.decorators, decorator.name, callees)
  const found = withNamed(listed, on.rulebook.named.decorator, emits).flatMap((entry) =>
    emitting(entry, emits).flatMap((rule) =>
      recognised(on, { entry, rule }, decoratorSite(on.code, decorator), callees),
    ),
  )
  return certainFirst(found)
}

/** Told by the call alone, which costs nothing. */
function mayFit({ rule, like }: Entry, call: Call): boolean {
  if (rule.match.on === 'new' && !call.constructs) return false
  return like.name === null || like.name.test(call.name)
}

/** Rules that tell names by an expression are of elements, texts and mounts only. */
function withNamed(listed: readonly Entry[], named: readonly Entry[], emits: Emits): readonly Entry[] {
  return named.length && /^(?:element|embedded|mount)$/.test(emits) ? [...listed, ...named] : listed
}

/** What one framework takes for a router by its name, another may know. */
function certainFirst<R extends FrameworkRule>(found: readonly Recognised<R>[]): readonly Recognised<R>[] {
  return [...found].sort((a, b) => Number(b.certainty === 'certain') - Number(a.certainty === 'certain'))
}

/** Memoised, and false while it is being asked: a group of itself is no group. */
export function isGroup(on: Recognising, index: number): boolean {
  const known = on.groups.get(index)
  if (known !== undefined) return known
  on.groups.set(index, false)
  const call = on.code.outline.calls[index]
  const names = call ? (on.rulebook.calls.get(call.name) ?? []) : []
  const grouping = names.some((entry) => isTransparent(entry))
  on.groups.set(index, grouping)
  return grouping
}

export function originsFor(on: Recognising, trace: Trace, entry: Entry): readonly string[] {
  return originsOf(trace, entry.framework, on.code, (call) => isGroup(on, call))
}

function recognised<R extends FrameworkRule>(
  on: Recognising,
  { entry, rule }: { readonly entry: Entry; readonly rule: R },
  site: Site,
  callees: readonly Trace[],
): readonly Recognised<R>[] {
  if (!isImporting(on.code, rule.match)) return []
  const name = entry.like.name ? entry.like.name.exec(site.name) : noGroups
  if (!name || !fitsArguments(entry, rule.match, site)) return []
  for (const callee of callees) {
    const certainty = certaintyOf(on, entry, site.name, callee)
    const receiver = entry.like.receiver ? receiverFit(on, entry, callee) : noGroups
    if (certainty && receiver)
      return [{ entry, rule, certainty, callee, groups: { ...name.groups, ...receiver.groups } }]
  }
  return []
}

type Fit = { readonly groups?: Groups | undefined }

const noGroups: Fit = {}

function receiverFit(on: Recognising, entry: Entry, callee: Trace): Fit | null {
  const origins = originsFor(on, { ...callee, steps: callee.steps.slice(0, -1) }, entry)
  return entry.like.receiver && fitOf(entry.like.receiver, origins)
}

/** Longer than anything that a rule speaks of. */
const maxLength = 300

/** How an expression fits the first of the texts that it fits; null when it fits none. */
export function fitOf(expression: Pattern, texts: readonly string[]): Fit | null {
  for (const text of texts) {
    const fit = text.length > maxLength ? null : expression.exec(text)
    if (fit) return fit
  }
  return null
}

/** Whether the blob imports what the rule asks for, if it asks. Told once a blob: it is asked of every rule at every call. */
export function isImporting(code: Code, match: Match): boolean {
  const { importing } = match
  if (importing === undefined) return true
  const known = imported.get(code) ?? new Map<Match, boolean>()
  imported.set(code, known)
  const told = known.get(match)
  if (told !== undefined) return told
  const is = code.outline.imports.some(({ module }) => importing.some((each) => moduleFits(module, each)))
  known.set(match, is)
  return is
}

const imported = new WeakMap<Code, Map<Match, boolean>>()

function certaintyOf(
  on: Recognising,
  entry: Entry,
  matched: string,
  callee: Trace,
): 'certain' | 'likely' | null {
  const { receiver } = entry.rule.match
  if (!receiver) return 'certain'
  const last = callee.steps.at(-1)
  const steps = callee.steps.slice(0, -1)
  const origins = originsFor(on, { ...callee, steps }, entry).map((origin) =>
    last && last.name !== '()' ? `${origin}.${last.name}` : origin,
  )
  // Names that are told by an expression: the one that has fitted.
  const names = entry.rule.match.name.length ? entry.rule.match.name : [matched]
  if (origins.some((origin) => isWanted(origin, receiver, names))) return 'certain'
  return entry.receiverName &&
    (isUnknown(callee) || isOwnTyped(callee, on.code) || isImportedRouter(callee, entry, on.code)) &&
    entry.receiverName.test(receiverText(callee))
    ? 'likely'
    : null
}

/** Whether an origin is one of the names, of one of the receivers: `axios.get` or `axios.get()`, and `fetch` of no receiver. */
function isWanted(origin: string, receivers: readonly string[], names: readonly string[]): boolean {
  return receivers.some((receiver) => {
    if (receiver === '') return names.includes(origin)
    if (!origin.startsWith(`${receiver}.`)) return false
    const name = origin.slice(receiver.length + 1)
    return names.includes(name) || (name.endsWith('()') && names.includes(name.slice(0, -2)))
  })
}

/**
 * What is called by itself is found under the name that it was exported as: `env`, of `import { getenv as env }`; `api`, of
 * `ky.create()`. A class of this blob is found under those that it extends.
 */
function candidates(
  { code }: Recognising,
  table: ReadonlyMap<string, readonly Entry[]>,
  name: string,
  callees: readonly Trace[],
): readonly Entry[] {
  const direct = table.get(name)
  if (direct) return direct
  const [callee] = callees
  const source = callee?.steps.at(-1)?.name === '()' || callee?.steps.length === 1 ? callee.source : undefined
  if (source?.type === 'definition')
    return (code.outline.definitions[source.index]?.bases ?? []).flatMap(
      (base) => table.get(baseName(base)) ?? [],
    )
  if (source?.type !== 'import') return []
  const isModule = source.imported === 'default' || source.imported === '*'
  return table.get(isModule ? source.module : source.imported) ?? []
}

/** `Api` of `restful.Api` and `Api<Order>`. */
function baseName(base: string): string {
  return /(\w+)(?:[<[(]|$)/.exec(base)?.[1] ?? ''
}

function emitting<E extends Emits>(entry: Entry, emits: E): readonly RuleOf<E>[] {
  return isRuleOf(entry.rule, emits) ? [entry.rule] : []
}

/** Tells the rules of a kind. */
export function isRuleOf<E extends Emits>(rule: FrameworkRule, emits: E): rule is RuleOf<E> {
  return rule.emit === emits
}

function fitsArguments(entry: Entry, match: Match, site: Site): boolean {
  const count = site.arguments.length
  if (count < (match.minArguments ?? 0) || count > (match.maxArguments ?? count)) return false
  const last = site.arguments.at(-1)?.type
  if (match.lastArgument === 'no function' && last === 'function') return false
  if (match.lastArgument === 'function' && !/^(?:function|name|call|member|choice|cast)$/.test(last ?? ''))
    return false
  return !entry.firstArgument || entry.firstArgument.test(leadingText(site.arguments[0]))
}

/** The literal beginning of a text; empty when it begins with something else. */
function leadingText(value: Value | undefined): string {
  if (value?.type !== 'text') return ''
  return typeof value.parts[0] === 'string' ? value.parts[0] : ''
}

/** A parameter without a type that says more than any, or a member that nobody assigned: nothing says what it is. */
function isUnknown({ source, types }: Trace): boolean {
  const isTyped = types.some(({ text }) => !/^(?:any|unknown|Any)$/.test(text))
  return (source.type === 'parameter' && !isTyped) || source.type === 'self'
}

/** A parameter of a type of the own package: an interface that routers may satisfy, which only what it is given tells. */
export function isOwnTyped({ source, types }: Trace, { language }: Code): boolean {
  const [type] = types
  return (
    language === 'go' &&
    source.type === 'parameter' &&
    type !== undefined &&
    types.length === 1 &&
    /^[A-Z]\w*$/.test(type.text)
  )
}

/**
 * A router that another file made: in a file that knows the framework, or under a decorator, which files need nothing more
 * for than the router: `from shop import app`, `@app.route('/orders')`.
 */
function isImportedRouter({ source }: Trace, entry: Entry, code: Code): boolean {
  if (source.type !== 'import') return false
  const known = entry.framework.imports ?? []
  return (
    (entry.rule.match.on === 'decorator' && isOwnModule(source.module, code)) ||
    code.outline.imports.some((each) => known.includes(each.module) && each.module !== source.module)
  )
}

/** Of this repository, as far as its name tells: relative, or called as modules that make routers are. */
function isOwnModule(module: string, code: Code): boolean {
  return (
    code.language === 'python' &&
    (module.startsWith('.') || /(?:^|\.)(?:app|main|routes?|api|server|blueprints?|extensions)$/.test(module))
  )
}

function receiverText(callee: Trace): string {
  const path = callee.steps.slice(0, -1).filter((step) => !isCalled(step))
  const source = callee.names[0]?.name ?? ''
  return [source, ...path.map((step) => step.name)].join('.')
}

function isCalled(step: Step): boolean {
  return step.call !== undefined
}

/** Calls on a router that give the router back, so that they can be chained. */
function isTransparent({ rule, framework }: Entry): boolean {
  // Where routes are declared by calls on nothing, what they give is no router.
  if (framework.blocks?.around === 'bare') return false
  if (rule.emit === 'group') return !rule.root
  return rule.emit === 'route' || rule.emit === 'guard' || (rule.emit === 'mount' && rule.on === undefined)
}
