import type { EmbeddedText } from '../../domain/format.js'
import type { ElementPlace } from './element-place.js'
import { embeddedPlaces } from './element-places.js'
import { takenAt } from './element-word.js'
import { isHole, type Text } from './piece.js'
import type { Reading } from './reading.js'
import { textsOf } from './text.js'
import { withinOf } from './within.js'

/** Longer than people write queries inside code. */
const maxLength = 20_000

/** The texts of other languages that a blob holds, where rules say so. */
export function readEmbedded(reading: Reading): readonly EmbeddedText[] {
  const texts = embeddedPlaces(reading).flatMap((place) => textsAt(reading, place))
  return [...new Map(texts.map((each) => [`${each.line} ${each.text}`, each])).values()]
}

function textsAt(reading: Reading, place: ElementPlace<'embedded'>): readonly EmbeddedText[] {
  const { rule, entry, certainty, scope, site } = place
  for (const from of rule.text) {
    const taken = takenAt(reading, place, from)
    const known = taken ? textsOf(reading, taken.value, taken.at).filter(isSaid) : []
    if (!known.length) continue
    return known.flatMap((pieces) => {
      const text = pieces
        .map((piece) => (isHole(piece) ? (rule.language === 'sql' ? '?' : '') : piece.text))
        .join('')
      const line =
        pieces.map((piece) => (isHole(piece) ? 0 : piece.line)).find((each) => each > 0) ?? site.line
      const within = withinOf(reading.code, scope)
      return text.length > maxLength
        ? []
        : [
            {
              language: rule.language,
              text,
              line,
              rule: entry.id,
              certainty,
              ...within,
              isOpen: pieces.some(isHole),
            },
          ]
    })
  }
  return []
}

function isSaid(pieces: Text): boolean {
  return pieces.some((piece) => !isHole(piece) && /\w/.test(piece.text))
}
