import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Language, Parser } from 'web-tree-sitter'
import type { Grammar } from '../../domain/outline.js'

const require = createRequire(import.meta.url)

export const allGrammars: readonly Grammar[] = [
  'typescript',
  'tsx',
  'javascript',
  'python',
  'go',
  'java',
  'kotlin',
  'c-sharp',
  'ruby',
  'php',
  'rust',
]

let started: Promise<void> | null = null
const loaded = new Map<Grammar, Promise<Language>>()

/** The grammar, read from disk once in the life of the process. */
export function loadGrammar(grammar: Grammar): Promise<Language> {
  const known = loaded.get(grammar)
  if (known) return known
  const loading = startRuntime().then(() =>
    // Bytes and never a path: given a path, the runtime imports node:fs dynamically, which sandboxes such as jest refuse.
    Language.load(wasm(fileOf(grammar))),
  )
  loaded.set(grammar, loading)
  return loading
}

function fileOf(grammar: Grammar): string {
  return grammar === 'kotlin'
    ? '@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm'
    : `@vscode/tree-sitter-wasm/wasm/tree-sitter-${grammar}.wasm`
}

function startRuntime(): Promise<void> {
  started ??= Parser.init({ wasmBinary: wasm('web-tree-sitter/web-tree-sitter.wasm') })
  return started
}

function wasm(file: string): Uint8Array {
  return readFileSync(require.resolve(file))
}
