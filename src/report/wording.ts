import {
  elementRelied,
  isPartGone,
  isRouteGone,
  type Judgement,
  listed,
  partOf,
  quoted,
  type Shift,
  shiftOf,
  touchedElement,
} from '../analysis/index.js'
import type { Change, Touch } from '../domain/change.js'
import type { Impact } from '../domain/impact.js'
import type { RolloutTable } from '../domain/rollout.js'
import type { Consumer } from './consumer.js'
import { clip, counted, visible } from './visible.js'

/** What the words of a finding are made of. */
export type Told = {
  readonly impact: Impact
  readonly rollout: RolloutTable
  readonly consumers: readonly Consumer[]
  readonly provider: string
  readonly judgement: Judgement
  readonly asked: number
}

/** At most 80 characters: who breaks, and on what. A path that is too long loses segments in its middle. */
export function titleOf(told: Told): string {
  const touch = touchOf(told)
  if (!touch) return clip(visible(told.impact.change.text), 80)
  const titles = abbreviations(touch.path).map((path) => titleWith({ ...touch, path }, told))
  return titles.find((each) => each.length <= 80) ?? clip(titles.at(-1) ?? '', 80)
}

function titleWith(touch: Touch, told: Told): string {
  const whole = touch.type === 'route' ? routeOf(touch) : `${partOf(touch)} of ${routeOf(touch)}`
  if (told.consumers.length === 0) {
    return `${whole} ${isGone(touch, told.impact.change) ? 'is removed' : 'changes'}; no consumer is known`
  }
  const who = names(told)
  const does = verb(told)
  return `${who.text} ${does(who.several)} ${touch.type === 'route' ? whole : partOf(touch)}, ${lost(told, touch)}`
}

/** `/api/repos/{}/pipelines`, `/api/…/{}/pipelines`, `/api/…/pipelines`: its end tells most of a path. */
function abbreviations(path: string): readonly string[] {
  const [first = '', ...rest] = path.split('/').filter((each) => each !== '')
  const shorter = rest.slice(1).map((_, at) => `/${first}/…/${rest.slice(at + 1).join('/')}`)
  return [path, ...shorter]
}

function routeOf({ method, path }: Touch): string {
  return quoted(`${method} ${path}`)
}

/** Three sentences: what was promised and is promised now, who relies on it, what fails. */
export function explanationOf(told: Told): string {
  const { change } = told.impact
  const asked = told.asked > 1 ? `${counted(told.asked, 'repository')} asked` : 'this repository alone asked'
  const reliers = told.consumers.length === 0 ? `No consumer is known, ${asked}.` : relying(told)
  return [change.text, reliers, change.rule.why].map(sentence).join(' ')
}

/** What makes it safe, for this very change: the least work first. */
export function remediesOf(told: Told): readonly string[] {
  const touch = touchOf(told)
  const { change } = told.impact
  const keep = touch ? [keeping[shiftOf(change)](touch)] : []
  return [
    ...new Set([
      ...keep,
      ...told.rollout.safeOrders,
      `Safe as it is when ${lowered(sentence(change.rule.safeWhen))}`,
    ]),
  ]
}

/** Names of consumers as a title has room for: repositories without their owner, and files of this one. */
function names({ consumers, provider }: Told): { readonly text: string; readonly several: boolean } {
  const short = consumers.map(({ affected }) =>
    (affected.repository === provider ? affected.path : affected.repository).split('/').at(-1),
  )
  const unique = [...new Set(short)]
  const [first, second] = unique
  if (unique.length > 2) return { text: `${first}, ${second} and ${unique.length - 2} more`, several: true }
  return { text: unique.join(' and '), several: unique.length > 1 }
}

/** What the worst consumer does, as the title's verb: certain when proved, else `may`. */
function verb({ consumers, judgement }: Told): (several: boolean) => string {
  const use = consumers[0]?.dependent.use ?? 'calls'
  const base = use === 'does not send' ? 'not send' : use.replace(/s$/, '')
  if (judgement.status !== 'proved') return () => `may ${base}`
  if (use === 'does not send') return (several) => (several ? 'do not send' : use)
  return (several) => (several ? base : use)
}

function lost({ impact }: Told, touch: Touch): string {
  const shift = shiftOf(impact.change)
  const route = routeOf(touch)
  if (touch.type === 'route') return isGone(touch, impact.change) ? 'which is removed' : 'which changes'
  if (shift === 'required') return `now required by ${route}`
  if (shift === 'refused') return `no longer accepted by ${route}`
  if (touch.type !== 'answer') return `which changes in ${route}`
  return `${isPartGone(impact.change) ? 'no longer' : shift === 'gone' ? 'no longer certain' : 'which changes'} in the answer of ${route}`
}

function isGone(touch: Touch, change: Change): boolean {
  return touch.type === 'route' ? isRouteGone(change) : isPartGone(change)
}

/** The part that the worst consumer relies on. */
function touchOf({ impact, consumers }: Told): Touch | undefined {
  const { change } = impact
  const relied = consumers[0] ? elementRelied(change, consumers[0].dependent) : change.element
  return change.touches.find((each) => touchedElement(each) === relied) ?? change.touches[0]
}

/** `It is read at … of acme/billing and at … of acme/web (why they mean this provider)`. */
function relying({ consumers, provider }: Told): string {
  const shown = consumers.slice(0, 3)
  const places = shown.map(({ affected }) => {
    const of = affected.repository === provider ? '' : ` of ${affected.repository}`
    return `${quoted(`${affected.path}:${affected.line}`)}${of}`
  })
  const more = consumers.length - shown.length
  const rest = more > 0 ? [counted(more, 'more place')] : []
  const reasons = [...new Set(shown.map(({ dependent }) => dependent.link.reason))]
  const use = consumers[0]?.dependent.use ?? 'calls'
  return `It is ${passive[use]} at ${listed([...places, ...rest])} (${reasons.join('; ')})`
}

const passive = { calls: 'called', reads: 'read', sends: 'sent', 'does not send': 'not sent' } as const

const keeping: Readonly<Record<Shift, (touch: Touch) => string>> = {
  gone: (touch) => `Keep ${wholeOf(touch)} as it was and mark it as deprecated until nobody relies on it.`,
  required: (touch) => `Make ${wholeOf(touch)} optional, or give it a default.`,
  refused: (touch) => `Keep accepting ${wholeOf(touch)}.`,
  altered: (touch) => `Keep the old form of ${wholeOf(touch)} and offer the new one beside it.`,
}

function wholeOf(touch: Touch): string {
  if (touch.type === 'route') return partOf(touch)
  const where = touch.type === 'answer' ? 'the answer of' : touch.type === 'request' ? 'the request of' : ''
  return `${partOf(touch)} ${touch.type === 'parameter' ? 'of' : `in ${where}`} \`${touch.method} ${touch.path}\``
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`
}

function sentence(text: string): string {
  const trimmed = text.trim()
  return trimmed === '' || /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`
}
