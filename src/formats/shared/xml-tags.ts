/** An element of XML as far as manifests need it: what it is in, its attributes, and the text that it begins with. */
export type XmlTag = {
  readonly name: string
  /** Names of the elements around it, the outermost first. */
  readonly path: readonly string[]
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly line: number
  readonly children: readonly XmlTag[]
}

/** Elements are not nested deeper. */
const mostLevels = 60

type Open = { -readonly [Key in keyof XmlTag]: XmlTag[Key] } & { readonly children: Open[] }

const piece =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<[?!][^>]*>?|<(\/?)([A-Za-z_][\w.:-]*)((?:"[^"<]*"|'[^'<]*'|[^"'<>])*)>|[^<]+|</g

/** All elements of a text, outer before inner, without checking that they are closed as they should be. */
export function xmlTags(text: string): readonly XmlTag[] {
  const all: Open[] = []
  const open: Open[] = []
  let line = 1
  for (const [whole, data, slash, name, attributes = ''] of text.matchAll(piece)) {
    const last = open.at(-1)
    if (name === undefined) {
      if (last && last.text === '' && !whole.startsWith('<!--')) last.text = decoded(data ?? whole).trim()
    } else if (slash) closeTag(open, name)
    else
      openTag(
        all,
        open,
        {
          name,
          path: open.slice(0, mostLevels).map((each) => each.name),
          attributes: attributesOf(attributes),
          text: '',
          line,
          children: [],
        },
        attributes.trimEnd().endsWith('/'),
      )
    line += newlinesIn(whole)
  }
  return all
}

function openTag(all: Open[], open: Open[], tag: Open, isEmpty: boolean): void {
  all.push(tag)
  open.at(-1)?.children.push(tag)
  if (!isEmpty && open.length < mostLevels) open.push(tag)
}

function closeTag(open: Open[], name: string): void {
  const at = open.map((each) => each.name).lastIndexOf(name)
  if (at >= 0) open.length = at
}

function attributesOf(written: string): Readonly<Record<string, string>> {
  const found = [...written.matchAll(/([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
  return Object.fromEntries(
    found.map(([, name = '', double, single]) => [name, decoded(double ?? single ?? '')]),
  )
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => entities[name] ?? '')
}

function newlinesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** The text of the first child of this name. */
export function childText(tag: XmlTag, name: string): string | null {
  return tag.children.find((child) => child.name === name)?.text ?? null
}
