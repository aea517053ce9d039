/** A variable that a text refers to, where in the text, and whether it says what stands in its place when it is not set. */
export type VariableReference = {
  readonly name: string
  readonly index: number
  readonly hasDefault: boolean
}

/**
 * `${NAME}` and `${NAME:-default}`; with `bare` also `$NAME`. What is escaped as `$$` or `\$` refers to nothing, nor do
 * names in small letters: those are the text's own variables in shells, nginx and Go templates.
 */
export function referencesIn(text: string, bare: 'bare' | 'braced'): readonly VariableReference[] {
  return [...text.matchAll(reference)].flatMap((match): readonly VariableReference[] => {
    const [, braced, operator, plain] = match
    const name = braced ?? (bare === 'bare' ? plain : undefined)
    if (name === undefined || isEscaped(text, match.index)) return []
    return [{ name, index: match.index, hasDefault: operator !== undefined }]
  })
}

const reference =
  /\$(?:\{(?:env:)?([A-Z_]{0,20}[A-Z][A-Z0-9_]{0,99})(?=(:?[-+=])|[}:?%#/^,@[])|([A-Z_]{0,20}[A-Z][A-Z0-9_]{0,99})(?![\w{(]))/g

function isEscaped(text: string, index: number): boolean {
  let before = index - 1
  while (text[before] === '$') before--
  return text[before] === '\\' || (index - before) % 2 === 0
}

/** Every line of a text with its number, without those that are a comment as a whole and without comments that follow a space. */
export function linesWithoutComments(text: string): readonly (readonly [string, number])[] {
  return text.split('\n').map((line, index) => [line.replace(/(?:^|\s)#.*$/, ''), index + 1] as const)
}
