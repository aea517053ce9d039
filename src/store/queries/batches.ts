/** Far below the 32,766 parameters that SQLite takes in one statement, with five to a row. */
const batch = 500

/** Does the work on a few values at a time, in order. */
export async function inBatches<T>(
  values: readonly T[],
  work: (some: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < values.length; start += batch) await work(values.slice(start, start + batch))
}
