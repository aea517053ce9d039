/** What an expression of a rule is asked, whatever engine runs it; a `RegExp` without flags is one. */
export type Pattern = {
  test(text: string): boolean
  exec(text: string): PatternFit | null
}

/** Groups by their number, and those that have a name by that too. */
export type PatternFit = {
  readonly [group: number]: string | undefined
  readonly groups?: Readonly<Record<string, string>> | undefined
}

/** An expression, ready to be asked. */
export type Compile = (expression: string) => Pattern
