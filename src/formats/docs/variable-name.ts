/** Whether a name in small-caps words is that of a variable for sure enough: an underscore inside, and six letters. */
export function isVariableName(name: string): boolean {
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name) && name.replace(/[^A-Z]/g, '').length >= 6
}
