import type { Fact } from '../../domain/fact.js'
import { setVariable } from '../shared/fact-of.js'
import { flagFacts } from '../shared/program-flags.js'
import { commandsIn } from '../shared/shell-words.js'
import { isVariableName } from './variable-name.js'

/** Variables that a line of a block of settings or commands sets, and options that it gives to a program. */
export function codeFacts(words: string, line: number, language: string): readonly Fact[] {
  if (!settings.test(language)) return []
  const isRemoved = language === 'diff' && words.startsWith('-')
  if (isRemoved || /^\s*#/.test(words)) return []
  const text = (language === 'diff' ? words.replace(/^\+/, ' ') : words).slice(0, 1_000)
  const seen = { line, certainty: 'likely' } as const
  return [
    ...variablesIn(text).flatMap(([name, value]) =>
      isVariableName(name) ? setVariable({ ...seen, rule: 'docs.variable' }, name, value) : [],
    ),
    ...(commands.test(language) && text.includes('--')
      ? commandsIn(text.replace(/^\s*[$>]\s+/, '')).flatMap((each) =>
          flagFacts({ ...seen, rule: 'docs.flag' }, each),
        )
      : []),
  ]
}

const settings =
  /^(?:|env|dotenv|bash|sh|shell|zsh|console|shell-session|yaml|yml|ini|toml|properties|dockerfile|docker|diff|text|txt|plaintext|systemd|conf)$/
const commands = /^(?:bash|sh|shell|zsh|console|shell-session)$/

/** `NAME=value`, `- NAME=value`, `NAME: value`, `export NAME=value`, `-e NAME=value`. */
function variablesIn(text: string): readonly (readonly [string, string])[] {
  const all = text.matchAll(
    /(?<![\w$.{/?&-])(?:-e\s*)?([A-Z][A-Z0-9]*_[A-Z0-9_]*)(?:=|:\s+|:$)("[^"]{0,300}"|'[^']{0,300}'|\S{0,300})/g,
  )
  return [...all].map(([, name = '', value = '']) => [name, value.replace(/^(["'])(.*)\1$/, '$2')])
}
