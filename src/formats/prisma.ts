import type { Fact } from '../domain/fact.js'
import type { Format } from '../domain/format.js'
import { elementFact, readVariable } from './shared/fact-of.js'

/**
 * Prisma schemas: tables and columns as the database calls them (`@@map`, `@map`), and values of enums. A field whose type
 * stands in another file may be a relation, and is left out.
 */
export const prisma: Format = {
  id: 'prisma',
  mayBe: (path) => path.endsWith('.prisma'),
  facts: (_path, text) => {
    const blocks = blocksOf(text)
    const known = new Set([
      ...scalars,
      ...blocks.flatMap(({ word, name }) => (word === 'enum' ? [name] : [])),
    ])
    return {
      facts: [...blocks.flatMap((block) => ofBlock(block, known)), ...variablesIn(text)],
      problems: [],
    }
  },
}

/** `url = env("DATABASE_URL")` */
function variablesIn(text: string): readonly Fact[] {
  return text.split('\n').flatMap((line, index) => {
    const name = /^\s*\w+\s*=\s*env\("(\w+)"\)/.exec(line)?.[1]
    return name ? readVariable({ line: index + 1, rule: 'prisma.variable' }, name, false) : []
  })
}

const scalars = ['String', 'Boolean', 'Int', 'BigInt', 'Float', 'Decimal', 'DateTime', 'Json', 'Bytes']

type Line = { readonly text: string; readonly line: number }

type Block = {
  readonly word: string
  readonly name: string
  readonly line: number
  readonly lines: readonly Line[]
}

function blocksOf(text: string): readonly Block[] {
  const blocks: (Block & { readonly lines: Line[] })[] = []
  let isOpen = false
  for (const [index, written] of text.split('\n').entries()) {
    const line = written.slice(0, 2_000).replace(/^((?:"(?:\\.|[^"\\])*"|[^"/]|\/(?!\/))*)\/\/.*$/, '$1')
    const [, word, name] = /^\s*(model|view|enum|type)\s+(\w+)\s*\{\s*$/.exec(line) ?? []
    if (word && name) blocks.push({ word, name, line: index + 1, lines: [] })
    if (/^\s*\}/.test(line)) isOpen = false
    else if (/\{\s*$/.test(line)) isOpen = word !== undefined
    else if (isOpen && line.trim() !== '') blocks.at(-1)?.lines.push({ text: line.trim(), line: index + 1 })
  }
  return blocks
}

function ofBlock(block: Block, known: ReadonlySet<string>): readonly Fact[] {
  const table = mapped(block.lines.find(({ text }) => text.startsWith('@@map('))?.text, '@@map') ?? block.name
  switch (block.word) {
    case 'model':
    case 'view': {
      const seen = { line: block.line, rule: 'prisma.model' }
      const details = {
        type: block.word === 'view' ? 'view' : null,
        local: table === block.name ? null : block.name,
      }
      return [
        ...elementFact(seen, 'declares', ['sql', table], details),
        ...block.lines.flatMap((line) => ofField(table, line, known)),
      ]
    }
    case 'enum':
      return block.lines.flatMap(({ text, line }) => {
        const name = /^\w+/.exec(text)?.[0]
        return name
          ? elementFact({ line, rule: 'prisma.enum' }, 'declares', [
              'enum',
              table,
              mapped(text, '@map') ?? name,
            ])
          : []
      })
    default:
      return []
  }
}

/** `total Decimal? @map("sum") @default(0)`; lists of models and `@relation` are no columns. */
function ofField(table: string, { text, line }: Line, known: ReadonlySet<string>): readonly Fact[] {
  const [, name, type, mark = '', rest = ''] =
    /^(\w+)\s+(\w+(?:\("[^"]*"\))?)(\[\]|\?)?(?:\s+(.*))?$/.exec(text) ?? []
  if (!name || !type || /@relation\b/.test(rest)) return []
  if (!known.has(type) && !type.startsWith('Unsupported(')) return []
  const column = mapped(rest, '@map') ?? name
  const isNullable = mark === '?'
  return elementFact({ line, rule: 'prisma.field' }, 'declares', ['sql', `${table}.${column}`], {
    type: `${type}${mark === '[]' ? mark : ''}`,
    required: isNullable ? null : 'true',
    default: /@default\(((?:[^()]|\([^()]*\))*)\)/.exec(rest)?.[1] ?? null,
    local: column === name ? null : name,
  })
}

/** The name that an attribute gives: `@map("sum")`, `@@map(name: "orders")`. */
function mapped(text: string | undefined, attribute: '@map' | '@@map'): string | null {
  const at = text === undefined ? -1 : text.indexOf(`${attribute}(`)
  const found = at < 0 ? null : /^[^"]{0,20}"([^"]+)"/.exec(text?.slice(at + attribute.length) ?? '')
  return found?.[1] ?? null
}
