import { httpMethods, type MethodOrAny } from '../../domain/element.js'
import { commandsIn, type Word } from './shell-words.js'

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
