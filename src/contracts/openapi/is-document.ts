/**
 * Whether a text says that it describes an API: `openapi: 3…` or `swagger: 2…`, at its top level in YAML. In JSON with
 * sorted keys the word may stand behind megabytes of components, so the whole text is searched; that takes milliseconds.
 */
export function isDescription(path: string, text: string): boolean {
  if (!/\.(?:ya?ml|json)$/i.test(path)) return false
  return inYaml.test(text) || inJson.test(text)
}

const inYaml = /^["']?(?:openapi|swagger)["']?[ \t]*:[ \t]*["']?[23]\.\d/m
const inJson = /[{,]\s*"(?:openapi|swagger)"\s*:\s*"[23]\.\d/

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
