/**
 * What services promise each other, kind by kind. A kind reads what it can of two sides and returns changes: each with
 * a rule that explains itself, its lines on both sides, and what a consumer would have to touch to be affected.
 *
 * Kinds never know each other; what they share lies in `shared/`. Whether anybody is affected is not asked here.
 */
export { http } from './http/index.js'
export { openapi } from './openapi/index.js'
export { compareDocuments, type DiffRow, diffRows } from './shared/diff-rows.js'
