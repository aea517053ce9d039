/** What a release may not do to tables that the release before it still uses while both run. */
const unsafe: readonly (readonly [reason: string, statement: RegExp])[] = [
  ['the previous release inserts rows without this column', /\badd\b(?!.*\bdefault\b).*\bnot null\b/],
  ['the previous release still reads what is dropped', /\bdrop\b/],
  ['the previous release knows the old name', /\brename\b/],
  ['the previous release writes the old type', /\balter (column )?\w+ (set data )?type\b/],
  ['the previous release writes nulls', /\bset not null\b/],
]

/** Why each statement of a migration would break the previous release; empty for a safe one. */
export function unsafeStatements(sql: string): readonly string[] {
  return sql
    .toLowerCase()
    .replace(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.replace(/\s+/g, ' ').trim())
    .flatMap((statement) =>
      unsafe.filter(([, pattern]) => pattern.test(statement)).map(([reason]) => `${statement}: ${reason}`),
    )
}
