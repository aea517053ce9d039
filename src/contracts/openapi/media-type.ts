/** `application/hal+json; charset=utf-8` as its parts; null for what is no media type. */
type MediaTypeName = {
  readonly type: string
  readonly subtype: string
  readonly suffix: string
  readonly rest: string
}

function parse(name: string): MediaTypeName | null {
  const [, type, subtype, suffix = '', rest = ''] =
    /^\s*([^/;\s]+)\/([^+;\s]+)(?:\+([^;\s]+))?\s*(.*)$/.exec(name) ?? []
  return type && subtype
    ? { type: type.toLowerCase(), subtype: subtype.toLowerCase(), suffix, rest: rest.trim() }
    : null
}

/** Whether whoever understands the first understands the second: `application/json` and `application/hal+json`. */
export function containsMediaType(general: string, special: string): boolean {
  const [one, other] = [parse(general), parse(special)]
  if (!one || !other || one.type !== other.type) return false
  if (one.suffix === '' && other.suffix === one.subtype) return true
  return one.subtype === other.subtype && one.suffix === other.suffix
}

/** Whether two names differ in their parameters (`charset`), which nobody is sure to need. */
export function differInParameters(one: string, other: string): boolean {
  return parse(one)?.rest !== parse(other)?.rest
}

/** Whether `1` and `"1"` are different things to it. In a query or a form they are the same. */
export function isStronglyTyped(name: string | undefined): boolean {
  return name !== undefined && /(?:^application\/json|\+json)\s*(?:;|$)/.test(name)
}
