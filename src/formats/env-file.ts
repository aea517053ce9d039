import type { EnvironmentFact } from '../domain/fact.js'
import type { Format } from '../domain/format.js'
import { tellableValue } from './shared/tellable-value.js'

/** `.env`, `.env.example`, `production.env`: variables that are set for whatever is started with the file. */
export const envFile: Format = {
  id: 'env-file',
  mayBe: (path) => /(?:^|\/)(?:\.env(?:\.[\w.-]+)?|[\w.-]+\.env)$/.test(path),
  facts: (_path, text) => ({ facts: text.split('\n').flatMap(variableOf), problems: [] }),
}

function variableOf(line: string, index: number): readonly EnvironmentFact[] {
  const [, name, written] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/.exec(line) ?? []
  if (name === undefined || written === undefined) return []
  const value = tellableValue(unquoted(written.trim()), name)
  return [
    {
      kind: 'environment',
      line: index + 1,
      rule: 'env-file.variable',
      certainty: 'certain',
      name,
      access: 'set',
      hasDefault: false,
      ...(value === null ? {} : { value }),
    },
  ]
}

/** Without its quotes, or without the comment that follows it. */
function unquoted(written: string): string {
  return /^(["'])(.*?)\1/.exec(written)?.[2] ?? written.replace(/(?:^|\s)#.*$/, '').trimEnd()
}
