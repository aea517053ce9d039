import type { Fact } from '../../domain/fact.js'
import { setVariable } from '../shared/fact-of.js'
import { isVariableName } from './variable-name.js'

/** Variables that a heading, a cell of a table or inline code names by themselves, and nothing else with them. */
export function proseFacts(words: string, line: number): readonly Fact[] {
  if (!/[A-Z]_[A-Z0-9]/.test(words)) return []
  const heading = /^\s{0,3}#{1,6}\s+([A-Z][A-Z0-9_]*)\s*$/.exec(words)?.[1]
  const cells = /^\s*\|/.test(words) ? words.split('|').map((cell) => cell.trim()) : []
  const code = [...words.matchAll(/`\$?\{?([A-Z][A-Z0-9_]*)\}?(?:=([^`]{0,200}))?`/g)]
  const names = new Map<string, string | null>()
  for (const name of [heading ?? '', ...cells]) names.set(name, null)
  for (const [, name = '', value] of code) names.set(name, value ?? null)
  return [...names].flatMap(([name, value]) =>
    isVariableName(name)
      ? setVariable({ line, rule: 'docs.variable', certainty: 'likely' }, name, value)
      : [],
  )
}
