/** Whether a type is one of these around another, whatever its module: `web.Json<NewOrder>`. */
export function isBodyType(names: readonly string[], type: string): boolean {
  const outer = /^(?:\w+\.)*(\w+)</.exec(type)?.[1]
  return outer !== undefined && names.includes(outer)
}
