import { isHole } from './piece.js'
import type { Reading } from './reading.js'
import type { Taken } from './take.js'
import { textsOf } from './text.js'
import type { Trace } from './trace.js'

/** The name that a path begins with when another file says what it holds: `settings.API_PREFIX`, `ordersPath`. */
export function beginsAt(reading: Reading, taken: Taken | null): string | null {
  const [text] = taken ? textsOf(reading, taken.value, taken.at) : []
  const first = text?.[0]
  if (!first || !isHole(first)) return null
  return first.traces.map((trace) => foreignName(reading, trace)).find((name) => name !== null) ?? null
}

/** The name under which another file says what a trace is; null when it is of this blob. */
export function foreignName(reading: Reading, { source, steps: all, names }: Trace): string | null {
  // `get_settings().api_prefix`: what the function gives is an object as any other.
  const steps = source.type === 'import' && all.length > 1 && isGiven(reading, all[0]) ? all.slice(1) : all
  if (steps.some((step) => step.call !== undefined || !/^\w+$/.test(step.name))) return null
  const below = steps.map((step) => step.name)
  if (source.type === 'import') return [names[0]?.name ?? source.imported, ...below].join('.')
  // Names of a package come from its other files.
  if (source.type !== 'global' || !byPackage.has(reading.code.language)) return null
  return [source.name, ...below].join('.')
}

function isGiven(reading: Reading, step: Trace['steps'][number] | undefined): boolean {
  return step?.name === '()' && step.call !== undefined && reading.siteOf(step.call).arguments.length === 0
}

const byPackage: ReadonlySet<string> = new Set(['go', 'java', 'kotlin', 'csharp'])
