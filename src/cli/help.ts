import type { Verb } from './verb.js'

/** The help verb: it lists the verbs it is given, itself among them. */
export function helpVerb(verbs: readonly Verb[]): Verb {
  return {
    name: 'help',
    usage: '',
    summary: 'this text',
    options: {},
    run: async (_given, terminal) => {
      const rows = verbs.map((verb) => `  interlock ${verb.name} ${verb.usage}\n      ${verb.summary}\n`)
      terminal.out(
        `Interlock reviews pull requests against the contracts they touch.\n\n${rows.join('')}\n${codes}`,
      )
      return 0
    },
  }
}

const codes = 'Exit codes: 0 done and nothing blocks, 1 a finding of review blocks, 2 bad input.\n'
