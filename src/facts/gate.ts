import type { Framework } from '../domain/framework.js'
import { isTestFile } from '../lib/test-file.js'

/** Cheaply tells whether parsing a text can give any fact that somebody asks for. */
export type Gate = (language: string, text: string, path: string) => boolean

/**
 * A gate for these frameworks. A file passes when it holds a word of one of them, declares what is sent over the wire, or
 * uses other files of its repository: wrappers and types of those may make it a consumer. A test passes by a word alone: by
 * way of others it would only repeat what they rely on, and what breaks only in a test breaks nobody. (In one large
 * repository of TypeScript two thirds of all code are tests.)
 */
export function createGate(frameworks: readonly Framework[]): Gate {
  const words = new Map<string, readonly string[]>()
  return (language, text, path) => {
    const known = words.get(language) ?? wordsFor(frameworks, language)
    words.set(language, known)
    if (known.some((word) => text.includes(word))) return true
    if (isTestFile(path)) return false
    return (usesOthers[language]?.test(text) ?? true) || (names[language]?.test(text) ?? false)
  }
}

function wordsFor(frameworks: readonly Framework[], language: string): readonly string[] {
  const relevant = frameworks.filter((framework) => framework.languages.includes(language))
  return relevant.flatMap(
    (framework) => framework.gate ?? (framework.imports ?? []).map((each) => each.replace(/^\*|\*$/g, '')),
  )
}

/**
 * Imports of what may be one's own modules; in Go, where a package needs none for its other files, also a tag or a text that
 * begins a path.
 */
const usesOthers: Readonly<Record<string, RegExp>> = {
  typescript: /(?:from|require\(|import\(|import)\s*['"][.@~#]|interface\s|\benum\s|\btype\s+\w+\s*=/,
  python: /^\s*(?:from|import)\s/m,
  php: /^[ \t]*use\s+[A-Z\\]|\bextends\s+\w/m,
  csharp: /\b(?:class|record|interface|struct)\s/,
  ruby: /^[ \t]*class\s+[\w:]+\s*<|(?:Client|Api|API|Gateway|Connection|Service)\b/m,
  rust: /\bstruct\s|\b(?:crate|super|self)::|^[ \t]*(?:pub(?:\([\w: ]+\))?[ \t]+)?mod[ \t]+\w+;/m,
  go: /json:"|"(?:%s)?\/[A-Za-z%{]|"[\w-]+\.[\w.-]+\/[^"\s]+"/,
}

/** Constants by which other files may name a topic or a table. */
const names: Readonly<Record<string, RegExp>> = {
  typescript: /export\s+(?:const\s+)?enum\s|export\s+const\s+\w+[^=\n]{0,80}=\s*(?:['"`{]|Object\.freeze)/,
  python: /^[A-Z][A-Z0-9_]*[ \t]*=[ \t]*["']/m,
  go: /^(?:(?:const|var)[ \t]+\w+|\t[A-Z]\w*)(?:[ \t]+\w+)?[ \t]*=[ \t]*"/m,
  rust: /^[ \t]*pub(?:\([\w: ]+\))?[ \t]+(?:const|static)[ \t]+\w+[ \t]*:[^=\n]{0,60}=[ \t]*"/m,
}
