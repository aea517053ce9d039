import { parseArgs } from 'node:util'
import { UserError } from '../lib/errors.js'

/** One verb of the command line. */
export type Verb = {
  readonly name: string
  /** What follows the name, as help shows it. */
  readonly usage: string
  /** One line. */
  readonly summary: string
  readonly options: Readonly<
    Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>
  >
  /** Absent: whatever stands beside options is a mistake. */
  readonly takesArguments?: true
  /** The exit code: 0 nothing blocks, 1 a finding blocks, 2 bad input. */
  readonly run: (given: Given, terminal: Terminal) => Promise<number>
}

/** Options and arguments after the verb. */
export type Given = {
  readonly options: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>
  readonly arguments: readonly string[]
}

/** Where a verb writes, and the world it runs in: given from outside, so that tests run verbs without a process. */
export type Terminal = {
  readonly out: (text: string) => void
  readonly error: (text: string) => void
  /** Whether a person looks at the output (colours) and at the errors (progress). */
  readonly interactive: { readonly out: boolean; readonly error: boolean }
  readonly width: number
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly directory: string
  /** Aborted by Ctrl-C or a stop of the process. */
  readonly signal: AbortSignal
}

/** What was given to a verb; a user error that names the option that is wrong, and shows how it is used. */
export function parseGiven(verb: Verb, argv: readonly string[]): Given {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: verb.options,
      allowPositionals: verb.takesArguments ?? false,
      strict: true,
    })
    return { options: values, arguments: positionals }
  } catch (error) {
    const [first = ''] = String(error instanceof Error ? error.message : error).split(/[.\n]/, 1)
    throw new UserError('bad-usage', `${first}. Usage: interlock ${verb.name} ${verb.usage}`, {
      cause: error,
    })
  }
}

/** The text of an option; the fallback when it was not given. */
export function text<Fallback>(given: Given, name: string, fallback: Fallback): string | Fallback {
  const value = given.options[name]
  return typeof value === 'string' ? value : fallback
}

/** All texts of an option that may be given several times. */
export function texts(given: Given, name: string): readonly string[] {
  const value = given.options[name]
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
}

/** The format asked for, one of those offered. */
export function format<Offered extends string>(
  given: Given,
  offered: readonly [Offered, ...Offered[]],
): Offered {
  const asked = text(given, 'format', offered[0])
  const found = offered.find((each) => each === asked)
  if (found) return found
  throw new UserError('bad-usage', `There is no format \`${asked}\`: use ${offered.join(', ')}.`)
}
