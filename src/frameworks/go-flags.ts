import type { ElementRule, Framework } from '../domain/framework.js'

const kinds = [
  ...['String', 'Bool', 'Int', 'Int64', 'Uint', 'Uint64', 'Float64', 'Duration', 'StringSlice', 'IntSlice'],
  ...['Int32', 'Count', 'StringArray', 'StringToString', 'IP', 'Uint16', 'Uint32', 'Float32', 'BoolSlice'],
]
const sets = [
  ...['flag', 'pflag', 'flag.NewFlagSet()', 'flag.FlagSet()', 'pflag.NewFlagSet()', 'pflag.FlagSet()'],
  ...['cobra.Command().Flags()', 'cobra.Command().PersistentFlags()', 'cobra.Command().LocalFlags()'],
  'pflag.CommandLine',
]
const receiverName = '(?:^|\\.)(?:flags|fs|flagSet|flagset|fset)$'

/** The name is the argument at this position; one of a letter is written with one sign. */
function named(id: string, names: readonly string[], position: number, value = position + 1): ElementRule {
  return {
    id,
    emit: 'element',
    match: { on: 'call', name: names, receiver: sets, receiverName, minArguments: 2 },
    action: 'declares',
    element: 'flag {flag}',
    words: { flag: { from: [`argument ${position}`], fit: '^([\\w.-]{2,})$', before: '--' } },
    details: { default: { from: [`argument ${value}`], fit: '^([^{}]+)$' } },
  }
}

function short(id: string, names: readonly string[], position: number): ElementRule {
  return {
    id,
    emit: 'element',
    match: { on: 'call', name: names, receiver: sets, receiverName, minArguments: 3 },
    action: 'declares',
    element: 'flag {flag}',
    words: { flag: { from: [`argument ${position}`], fit: '^(\\w)$', before: '-' } },
  }
}

const withEnd = (end: string) => kinds.map((kind) => `${kind}${end}`)

/** urfave/cli: options are literals, with the variables that stand for them. */
const literal = {
  on: 'literal',
  name: [
    ...kinds.map((kind) => `${kind}Flag`),
    ...['StringMapFlag', 'TimestampFlag', 'PathFlag', 'GenericFlag', 'IntSliceFlag', 'Int64SliceFlag'],
  ],
  receiver: ['cli'],
} as const

const literals: readonly ElementRule[] = (['--', '-'] as const).flatMap((before): readonly ElementRule[] => {
  const fit = before === '--' ? '^([\\w.-]{2,})$' : '^(\\w)$'
  const id = before === '--' ? 'literal' : 'literal-short'
  return [
    {
      id,
      emit: 'element',
      match: literal,
      action: 'declares',
      element: 'flag {flag}',
      words: { flag: { from: ['keyword Name'], fit, before } },
      details: {
        type: { from: ['name'], fit: '^(\\w+)Flag$', spell: ['lower'] },
        required: ['keyword Required'],
        default: { from: ['keyword Value'], fit: '^([^{}]+)$' },
      },
    },
    {
      id: `${id}-alias`,
      emit: 'element',
      match: literal,
      action: 'declares',
      element: 'flag {flag}',
      each: ['keyword Aliases'],
      words: { flag: { from: ['item'], fit, before } },
    },
  ]
})

/** Command-line options in Go: the standard library's, pflag's and Cobra's, urfave/cli's with their variables. */
export const goFlags: Framework = {
  id: 'go-flags',
  languages: ['go'],
  imports: [
    'flag',
    'github.com/spf13/pflag',
    'github.com/spf13/cobra',
    'github.com/urfave/cli',
    'github.com/urfave/cli/v2',
    'github.com/urfave/cli/v3',
  ],
  gate: ['"flag"', 'pflag', 'cobra', 'urfave/cli'],
  rules: [
    named('value', kinds, 0),
    named('value-named', withEnd('P'), 0, 2),
    named('variable', withEnd('Var'), 1),
    named('variable-named', withEnd('VarP'), 1, 3),
    short('value-short', withEnd('P'), 1),
    short('variable-short', withEnd('VarP'), 2),
    ...literals,
    {
      id: 'environment',
      emit: 'environment',
      match: { on: 'call', name: ['EnvVars', 'EnvVar'], receiver: ['cli'] },
      variable: 'arguments',
      optional: true,
    },
    {
      id: 'literal-environment',
      emit: 'environment',
      match: literal,
      variable: 'keyword EnvVars',
      optional: true,
    },
  ],
}
