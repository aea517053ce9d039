/**
 * A memory of the values used last: asking gives what is known, or makes it. A promise that fails is forgotten, so that
 * the next one who asks tries again.
 */
export function lastUsed<Value>(most: number): (key: string, make: () => Value) => Value {
  const known = new Map<string, Value>()
  return (key, make) => {
    const value = known.get(key) ?? make()
    known.delete(key)
    known.set(key, value)
    const [oldest] = known.keys()
    if (known.size > most && oldest !== undefined) known.delete(oldest)
    if (value instanceof Promise) value.catch(() => known.delete(key))
    return value
  }
}
