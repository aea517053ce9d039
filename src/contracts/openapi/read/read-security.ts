import type { DocumentSet } from '../../shared/document-set.js'
import { asObject, isObject, type JsonObject } from '../../shared/json.js'
import type { Security } from './operation.js'

/** What a caller must bring: the operation's own word, or else the document's. */
export function readSecurity(documents: DocumentSet, root: JsonObject, operation: JsonObject): Security {
  const holder = Array.isArray(operation['security']) ? operation : root
  const list = holder['security']
  const alternatives = Array.isArray(list) ? list.filter(isObject) : []
  return {
    alternatives: alternatives.map((each) => Object.keys(asObject(each) ?? {}).sort()),
    line: documents.lineOf(holder, 'security') ?? documents.lineOf(holder),
  }
}

/** Whether somebody without credentials may call. */
export function isOpen({ alternatives }: Security): boolean {
  return alternatives.length === 0 || alternatives.some((each) => each.length === 0)
}
