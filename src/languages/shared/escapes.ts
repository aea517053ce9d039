const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  '0': '\0',
}

const coded = /^\\(?:u\{([0-9a-fA-F]{1,6})\}|[uU]([0-9a-fA-F]{4,8})|x([0-9a-fA-F]{2})|([0-7]{3}))$/

/** The characters that an escape sequence with its backslash stands for; an unknown one stands for what follows it. */
export function unescaped(sequence: string): string {
  const code = coded.exec(sequence)
  if (code) return characterOf(code)
  const character = sequence.slice(1)
  // A backslash before a line end continues the line.
  return /^[\r\n]/.test(character) ? '' : (escapes[character] ?? character)
}

function characterOf(code: RegExpExecArray): string {
  const [, braced, unicode, byte, octal] = code
  const point = octal ? Number.parseInt(octal, 8) : Number.parseInt(braced ?? unicode ?? byte ?? '0', 16)
  return point <= 0x10ffff ? String.fromCodePoint(point) : ''
}
