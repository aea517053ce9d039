/** Thrown by a handler when trying again cannot help. A `UserError` says the same, with words for a person. */
export class Permanent extends Error {
  override readonly name = 'Permanent'
}
