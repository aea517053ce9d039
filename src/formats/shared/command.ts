import { httpMethods, type MethodOrAny } from '../../domain/element.js'

/** A word of a command: without its quotes, and where it begins in the text. */
export type Word = { readonly text: string; readonly index: number }

/**
 * The commands of a shell text, each as its words: cut at `;`, `|`, `&`, brackets and ends of lines that no backslash
 * continues. Quotes hold words together; what is in them is not looked into, so `sh -c "…"` has one word for all of it.
 */
export function commandsIn(text: string): readonly (readonly Word[])[] {
  const commands: Word[][] = [[]]
  for (const match of text.matchAll(token)) {
    const [all, end] = match
    if (end !== undefined) commands.push([])
    else if (!all.startsWith('#')) commands.at(-1)?.push({ text: unquoted(all), index: match.index })
  }
  return commands.filter((words) => words.length > 0)
}

/** A separator; a comment; or a word of plain signs, escapes, quoted parts and references. */
const token =
  /([;|&()\n`]+)|(?<![^\s])#[^\n]*|(?:\\\S|\$\{[^{}\n]{0,200}\}|\$\([^()\n]{0,200}\)|"(?:[^"\\]|\\[\s\S]){0,1000}"|'[^']{0,1000}'|[^\s;|&()`\\"'])+/g

function unquoted(word: string): string {
  return word.replace(
    /"((?:[^"\\]|\\[\s\S]){0,1000})"|'([^']{0,1000})'/g,
    (_, double?: string, single?: string) =>
      double === undefined ? (single ?? '') : double.replace(/\\(["\\$`])/g, '$1'),
  )
}

export type Request = { readonly method: MethodOrAny; readonly url: string; readonly index: number }

/** The requests that `curl` and `wget` make in a shell text; downloads of files are none. */
export function requestsIn(text: string): readonly Request[] {
  if (!/\b(?:curl|wget)\b/.test(text)) return []
  return commandsIn(text).flatMap((words) => {
    const start = words.findIndex(({ text: word }) => /^(?:.*\/)?(?:curl|wget)$/.test(word))
    if (start !== -1) return requestOf(words.slice(start + 1))
    // `sh -c "curl http://…"`
    return words
      .filter((word) => /\b(?:curl|wget)\s/.test(word.text) && word.text !== text)
      .flatMap((word) => requestsIn(word.text).map((each) => ({ ...each, index: word.index + each.index })))
  })
}

function requestOf(words: readonly Word[]): readonly Request[] {
  const urls = words.filter(({ text }, at) => isUrl(text) && !takesValue.test(words[at - 1]?.text ?? ''))
  const method = methodOf(words)
  return urls.slice(0, 1).map(({ text, index }) => ({ method, url: text, index }))
}

function methodOf(words: readonly Word[]): MethodOrAny {
  const at = words.findIndex(({ text }) => /^(?:-[a-zA-Z]*X|--request|--method)$/.test(text))
  const joined = words.map(({ text }) => /^(?:-X|--request=|--method=)(.+)$/.exec(text)?.[1]).find(Boolean)
  const written = (joined ?? (at === -1 ? undefined : words[at + 1]?.text))?.toUpperCase()
  if (written !== undefined) return httpMethods.find((method) => method === written) ?? 'ANY'
  if (words.some(({ text }) => /^(?:-d|-F|--data|--json|--form|--post)/.test(text))) return 'POST'
  return words.some(({ text }) => /^(?:-[a-zA-Z]*I|--head)$/.test(text)) ? 'HEAD' : 'GET'
}

function isUrl(word: string): boolean {
  return /^https?:\/\/[^\s/]+|^\$\{?[A-Z_][A-Z0-9_]*\}?(?:[:/]|$)/.test(word) && !download.test(word)
}

/** Options of `curl` and `wget` whose value may look like a URL and is none that is asked. */
const takesValue =
  /^(?:-[a-zA-Z]*[HoOuwmAeFdTbcKExrCPX]|--(?:header|output|user|write-out|max-time|data[a-z-]*|json|form|referer|proxy|retry[a-z-]*|connect-timeout|cacert|cert|key|request|timeout|tries))$/

const download =
  /\.(?:tar|gz|tgz|zip|xz|bz2|sh|deb|rpm|apk|gpg|asc|key|pub|jar|whl|exe|txt|list|pem|sha\d*|repo)$|^https?:\/\/(?:[\w-]+\.)*(?:github\.com|githubusercontent\.com)\//
