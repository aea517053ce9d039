/** What a YAML or JSON text holds. Objects have no prototype, so a key called `__proto__` is only a key. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json }

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function asObject(value: Json | undefined): JsonObject | null {
  return isObject(value) ? value : null
}

export function asList(value: Json | undefined): readonly Json[] {
  // `Array.isArray` does not narrow a readonly array.
  return Array.isArray(value) ? (value as readonly Json[]) : []
}

export function asText(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null
}

export function asNumber(value: Json | undefined): number | null {
  return typeof value === 'number' ? value : null
}

/** The texts of a list; everything else in it is left out. */
export function asTexts(value: Json | undefined): readonly string[] {
  return asList(value).filter((each) => typeof each === 'string')
}

/** The entries of an object whose values are objects, in the order of the text. */
export function objectEntries(value: Json | undefined): readonly (readonly [string, JsonObject])[] {
  return Object.entries(asObject(value) ?? {}).flatMap(([key, each]) =>
    isObject(each) ? [[key, each] as const] : [],
  )
}

/** Whether two values are the same whatever the order of their keys; `ignored` keys of objects are left out. */
export function sameJson(one: Json, other: Json, ignored: ReadonlySet<string> = noKeys, depth = 0): boolean {
  if (one === other) return true
  if (depth > deepest || typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  if (isObject(one) && isObject(other)) return sameObjects(one, other, ignored, depth)
  const [list, rest] = [asList(one), asList(other)]
  return (
    Array.isArray(one) &&
    Array.isArray(other) &&
    list.length === rest.length &&
    list.every((each, index) => sameJson(each, rest[index] ?? null, ignored, depth + 1))
  )
}

function sameObjects(one: JsonObject, other: JsonObject, ignored: ReadonlySet<string>, depth: number) {
  const keys = Object.keys(one).filter((key) => !ignored.has(key))
  const rest = Object.keys(other).filter((key) => !ignored.has(key))
  return (
    keys.length === rest.length &&
    keys.every((key) => key in other && sameJson(one[key] ?? null, other[key] ?? null, ignored, depth + 1))
  )
}

const noKeys: ReadonlySet<string> = new Set()

/** Documents are not deeper than this (`readDocument` refuses them), so this only ends what aliases may have tied. */
const deepest = 300

/** A value as it is shown in a sentence, at most 60 characters of it. */
export function shown(value: Json | undefined): string {
  if (value === undefined) return 'nothing'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
