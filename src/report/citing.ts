import type { Citation, Place } from '../domain/place.js'
import { redact } from '../lib/redact.js'

/** The text of a line, or null when it cannot be read. */
export type Cite = (place: Place) => Promise<string | null>

/** A place with the text that stands there, without secrets; `read` is false, and the quote empty, when it cannot be read. */
export async function citation(place: Place, cite: Cite): Promise<{ cited: Citation; read: boolean }> {
  const { repository, commit, path, line } = place
  const text = await cite({ repository, commit, path, line })
  // Nobody reads more of a line than this, and a minified file is one line.
  const quote = redact(text ?? '')
    .trim()
    .slice(0, 500)
  return { cited: { repository, commit, path, line, quote }, read: quote !== '' }
}
