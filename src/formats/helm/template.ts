import type { Fact } from '../../domain/fact.js'
import { elementFact, setVariable } from '../shared/fact-of.js'

/** The values that a template reads, and the variables that it sets for a container. */
export function templateFacts(text: string): readonly Fact[] {
  const lines = text.split('\n')
  return lines.flatMap((words, index) => [
    ...readFacts(words, index + 1),
    ...variableFacts(words, lines[index + 1] ?? '', index + 1),
  ])
}

/** `.Values.image.tag` within `{{ … }}`: required unless the same place says what stands in for it, or asks whether it is there. */
function readFacts(words: string, line: number): readonly Fact[] {
  if (!words.includes('.Values.')) return []
  return [...words.matchAll(/\{\{-?\s*(?!\/\*)(.{1,500}?)\}\}/g)].flatMap(([, inside = '']) => {
    const required = /\brequired\s/.test(inside)
      ? 'true'
      : /\bdefault\b|\bcoalesce\b|^\s*(?:if|with|range|else if)\b/.test(inside)
        ? 'false'
        : null
    const fallback = /\bdefault\s+(?:"([\w./:-]{1,60})"|(\d+|true|false))(?=[\s)}]|$)/.exec(inside)
    return [...inside.matchAll(/\.Values((?:\.[A-Za-z_]\w*)+)/g)].flatMap(([, path = '']) =>
      elementFact({ line, rule: 'helm.value' }, 'reads', ['config', path.slice(1)], {
        required,
        default: fallback?.[1] ?? fallback?.[2] ?? null,
      }),
    )
  })
}

/** `- name: ORDERS_URL`, and its value in the next line. */
function variableFacts(words: string, next: string, line: number): readonly Fact[] {
  const name = /^\s*-\s+name:\s*["']?([A-Z_][A-Z0-9_]*)["']?\s*(?:#.*)?$/.exec(words)?.[1]
  const [, part, value = ''] = /^\s*(value|valueFrom):(.*)$/.exec(next) ?? []
  if (name === undefined || part === undefined) return []
  return setVariable({ line, rule: 'helm.variable' }, name, value.trim().replace(/^(["'])(.*)\1$/, '$2'))
}
