import type { Fact } from '../domain/fact.js'
import type { EmbeddedLanguage, EmbeddedText, ReadEmbedded } from '../domain/format.js'

type Readers = { readonly embedded?: Readonly<Partial<Record<EmbeddedLanguage, ReadEmbedded>>> }

/** What a text of another language says, at the lines and in the function of the blob that it is written in. */
export function readEmbedded(
  { embedded }: Readers,
  { language, text, line, rule, certainty, within }: EmbeddedText,
  lines: readonly string[],
): readonly Fact[] {
  const read = embedded?.[language]
  if (!read) return []
  const own = text.split('\n')
  // What is no text of the language after all is code like any other: only its facts count.
  return read(text).facts.map((fact) => ({
    ...fact,
    line: lineInBlob(lines, line, own[fact.line - 1] ?? '', fact.line),
    rule,
    certainty: certainty === 'likely' ? certainty : fact.certainty,
    ...(within === undefined ? {} : { within }),
  }))
}

/** The line where a line of the text stands; the text's first, where line breaks are written as `\n` or texts are joined. */
function lineInBlob(lines: readonly string[], start: number, wanted: string, within: number): number {
  const line = start + within - 1
  return (lines[line - 1] ?? '').includes(wanted.trim()) ? line : start
}
