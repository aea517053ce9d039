/** The names that a script gives a value itself, each with the text that it is given first; null where that is not written. */
export type Assigned = ReadonlyMap<string, string | null>

export function assignedIn(expanded: string): Assigned {
  const written = [...expanded.matchAll(/(?<![\w$.{-])([A-Za-z_]\w*)(?:\[\w*\])?\+?=([^\s;&|]{0,300})/g)].map(
    ([, name = '', value = '']) => [name, value.replace(/^(["'])(.*)\1$/, '$2')] as const,
  )
  const named = [
    ...expanded.matchAll(
      /\b(?:read|mapfile|readarray|local|declare|typeset|readonly|for|select)[ \t]+((?:-\w+[ \t]+|[A-Za-z_]\w*[ \t]+){0,20}[A-Za-z_]\w*)/g,
    ),
  ].flatMap(([, names = '']) => names.split(/\s+/).map((name) => [name, null] as const))
  // What is set for one command alone is not set for the script.
  const prefixes = new Set([...expanded.matchAll(prefix)].map(([, name = '']) => name))
  const assigned = new Map<string, string | null>()
  for (const [name, value] of [...written.filter(([each]) => !prefixes.has(each)), ...named])
    if (!assigned.has(name)) assigned.set(name, value)
  return assigned
}

/** `ORDERS_URL=http://orders ./run`: at the start of a command, with a command behind it. */
const prefix =
  /^[ \t]*([A-Z_][A-Z0-9_]*)=(?:"[^"\n]{0,300}"|[^\s;&|"$()]{0,300})[ \t]+(?:[A-Z_][A-Z0-9_]*=\S{0,300}[ \t]+){0,10}[\w./][^=\n]{0,300}$/gm
