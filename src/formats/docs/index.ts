import type { Fact } from '../../domain/fact.js'
import type { Format } from '../../domain/format.js'
import { codeFacts } from './code.js'
import { proseFacts } from './prose.js'

/** Documentation in Markdown: variables and options that people are told to set. All of it is likely, nothing certain. */
export const docs: Format = {
  id: 'docs',
  mayBe: (path) => /\.(?:md|mdx|markdown)$/i.test(path) && !isOfThePast.test(path),
  facts: (_path, text) => {
    if (!/[A-Z]_[A-Z]|--[a-z]/.test(text)) return { facts: [], problems: [] }
    return { facts: withoutShortForms(factsOf(text.split('\n'))), problems: [] }
  },
}

/** What was true of earlier versions. */
const isOfThePast =
  /change_?log|history|release[_-]?notes|migrat|upgrad|(?:^|\/)(?:blog|versioned_docs|archive|node_modules|\.changeset|adr|proposals?)\//i

type Fence = { readonly mark: string; readonly language: string }

function factsOf(lines: readonly string[]): readonly Fact[] {
  let fence: Fence | null = null
  return lines.flatMap((words, index): readonly Fact[] => {
    const [, mark, language = ''] = /^\s*(`{3,}|~{3,})\s*([\w.+-]*)/.exec(words) ?? []
    if (mark !== undefined && (fence === null || mark.startsWith(fence.mark))) {
      fence = fence === null ? { mark, language: language.toLowerCase() } : null
      return []
    }
    return fence === null ? proseFacts(words, index + 1) : codeFacts(words, index + 1, fence.language)
  })
}

/** A heading `LOG_LEVEL` above `ORDERS_LOG_LEVEL` names the same variable without what all of them begin with. */
function withoutShortForms(facts: readonly Fact[]): readonly Fact[] {
  const endings = new Set(facts.flatMap((fact) => (fact.kind === 'environment' ? endingsOf(fact.name) : [])))
  return facts.filter((fact) => fact.kind !== 'environment' || !endings.has(fact.name))
}

function endingsOf(name: string): readonly string[] {
  const words = name.split('_')
  return words.slice(1).map((_, index) => words.slice(index + 1).join('_'))
}
