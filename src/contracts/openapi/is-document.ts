/** How far a description's first word may be: comments and a licence come before it. */
const firstLook = 8_000

/** Whether a text says that it describes an API: `openapi:` or `swagger:` at its top level. */
export function isDescription(path: string, text: string): boolean {
  if (!/\.(?:ya?ml|json)$/i.test(path)) return false
  const start = text.slice(0, firstLook)
  return (
    /^(?:["']?(?:openapi|swagger)["']?\s*:)/m.test(start) ||
    /^\s*\{[^{}[\]]*"(?:openapi|swagger)"\s*:/.test(start)
  )
}

/** How much of a part is looked at. */
const partLook = 64_000

/**
 * Whether a text may be a part of a description: a YAML or JSON file with schemas or references in it. Parts are read
 * only when a description refers to them, so a wrong yes costs nothing.
 */
export function mayBePart(path: string, text: string): boolean {
  if (!/\.(?:ya?ml|json)$/i.test(path) || /(?:^|\/)(?:node_modules|\.github)\//.test(path)) return false
  return /["']?(?:\$ref|properties|allOf|oneOf|anyOf|enum|schema)["']?\s*:/.test(text.slice(0, partLook))
}
