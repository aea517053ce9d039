/** JSON without its comments and without commas that nothing follows, each at the place where it was. */
export function withoutComments(text: string): string {
  if (!/\/[/*]|,\s*[}\]]/.test(text)) return text
  const plain = text.replace(/"(?:\\.|[^"\\\n])*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, (piece) =>
    piece.startsWith('"') ? piece : piece.replace(/[^\n]/g, ' '),
  )
  return plain.replace(/"(?:\\.|[^"\\\n])*"?|,(?=\s*[}\]])/g, (piece) => (piece === ',' ? ' ' : piece))
}
