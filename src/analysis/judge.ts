import type { Change, Rule } from '../domain/change.js'
import type { Level, Status } from '../domain/finding.js'
import type { Dependent, Impact, Unmet } from '../domain/impact.js'
import { isTestFile } from '../lib/test-file.js'
import { isPartGone, isRouteGone } from './shift.js'

/** What a repository's settings say of rules, by their id. */
export type Levels = Readonly<Record<string, 'off' | 'note' | 'warn' | 'block'>>

export type Judgement = { readonly status: Status; readonly level: Level }

/**
 * How sure we are that one dependent breaks, and what that does to the check.
 *
 * Proved needs everything at once: a rule that always breaks, a place in this change and a certain fact on the other side,
 * an address that names this provider, and a use of exactly what changed. Anything inferred makes it corroborated, which
 * never blocks. What breaks only in a test breaks nobody.
 */
export function judgeDependent(change: Change, dependent: Dependent, levels: Levels): Judgement | null {
  const wanted = levels[change.rule.id]
  if (wanted === 'off' || change.rule.level === 'compatible') return null
  const certain = change.rule.level === 'breaking' || wanted === 'block'
  const proved =
    certain &&
    dependent.link.strength === 'strong' &&
    dependent.fact.fact.certainty === 'certain' &&
    isExact(change, dependent)
  const status: Status = proved ? 'proved' : 'corroborated'
  if (isTestFile(dependent.fact.path)) return { status, level: 'note' }
  const usual = proved ? 'block' : isFaint(change.rule, dependent) ? 'note' : 'warn'
  return { status, level: atMost(usual, wanted) }
}

/**
 * A change that nobody is known to rely on: a note where a described contract breaks, so that its author hears that the
 * index was asked; nothing otherwise, because silence is what a clean pull request gets.
 */
export function judgeUnused({ change }: Impact, levels: Levels): Judgement | null {
  const described = change.kind !== 'http'
  if (!described || change.rule.level !== 'breaking' || levels[change.rule.id] === 'off') return null
  return { status: 'corroborated', level: 'note' }
}

/** A call of something that nobody promises: an absence is inferred, never cited, so it never blocks. */
export function judgeUnmet(unmet: Unmet, levels: Levels): Judgement | null {
  const wanted = levels[unmetRule.id]
  if (wanted === 'off' || isTestFile(unmet.consumer.path)) return null
  const faint = unmet.link.strength === 'weak' && unmet.consumer.fact.certainty === 'likely'
  return { status: 'corroborated', level: atMost(faint ? 'note' : 'warn', wanted) }
}

export const unmetRule: Rule = {
  id: 'http.call-without-route',
  reference: null,
  level: 'breaking',
  breaks: 'consumer',
  why: 'The provider answers a call that no route takes with 404 or 405, in every order of deployment.',
  safeWhen: 'The route is added and deployed before this call, or the call names a route that exists.',
}

/**
 * The use fails for certain: a call of a route that is gone, a read of a field that is gone or has another type, a body
 * without what is now required, a body with what is no longer accepted. A narrower value may still be the one in use.
 */
function isExact(change: Change, { fact, use }: Dependent): boolean {
  if (isOfUnknownMethod(change, fact.fact)) return false
  return change.touches.some((touch) => {
    if (touch.type === 'route') return use === 'calls' && isRouteGone(change)
    if (touch.type !== 'answer') {
      return use === 'does not send' || (use === 'sends' && isPartGone(change))
    }
    // Consumers read what a success answers; that one reads an error's body is not seen.
    const isSuccess = /^(2..|\*|default)$/i.test(touch.status)
    return use === 'reads' && isSuccess && (isPartGone(change) || /[.-]type-changed$/.test(change.rule.id))
  })
}

function isOfUnknownMethod(change: Change, fact: Dependent['fact']['fact']): boolean {
  const asked =
    fact.kind === 'client'
      ? fact.method
      : fact.kind === 'field' && 'method' in fact.origin
        ? fact.origin.method
        : ''
  return asked === 'ANY' && change.touches.every((touch) => touch.method !== 'ANY')
}

function isFaint(rule: Rule, { link, fact }: Dependent): boolean {
  const doubts = [rule.level === 'risky', link.strength === 'weak', fact.fact.certainty === 'likely']
  return doubts.filter(Boolean).length > 1
}

/** Settings lower a level; they raise one only by `block`, which is for what is proved. */
function atMost(usual: Level, wanted: Levels[string] | undefined): Level {
  if (wanted === 'note') return 'note'
  return wanted === 'warn' && usual === 'block' ? 'warn' : usual
}
