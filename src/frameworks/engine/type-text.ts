/** What a written type comes to: the name that matters, and whether it is a list of them. */
export type TypeName = {
  readonly name: string
  readonly list: boolean
  /** The member under which a wrapper holds it: `value` of a `Ref<Order>`, `data` of an `AxiosResponse<Order>`. */
  readonly held?: string
}

/** Types that only wrap the one that matters: what is read of them is read of what they hold. */
const wrappers =
  /^(?:Promise|Awaitable|Coroutine|Optional|Readonly|Partial|Required|Ref|ComputedRef|ShallowRef|AxiosResponse|AxiosPromise|Response|Annotated|PropType|Observable|NonNullable|Mapped|DeepPartial|Final|Task|ValueTask|ActionResult|Nullable|ApiResponse|IApiResponse|Ok|Created|Accepted|JsonHttpResult|Json|ResponseEntity|HttpEntity|Mono|Uni|Single|Maybe|Call|CompletableFuture|CompletionStage|Future|Deferred)$/
const lists =
  /^(?:Array|ReadonlyArray|Set|List|list|Sequence|Iterable|tuple|set|Iterator|AsyncIterator|AsyncIterable|I(?:Async)?Enumerable|I?(?:ReadOnly)?(?:List|Collection)|I?(?:ReadOnly|Hash)?Set|ImmutableArray|ImmutableList|Flux|Multi|Collection|Stream|Flowable|Flow|Mutable(?:List|Set|Collection))$/
const plain =
  /^(?:string|number|boolean|unknown|any|void|never|object|null|undefined|str|int|float|bool|dict|Dict|None|Any|Record|Map|error|bool|byte|rune|interface|map|u?int\d*|float\d*|bytes|Date|Mapping|datetime|date|decimal|double|long|short|Guid|DateTime(?:Offset)?|DateOnly|TimeOnly|TimeSpan|I?ActionResult|IResult|Task|ValueTask|String|Integer|Long|Short|Double|Float|Boolean|Byte|Character|CharSequence|Object|Void|BigDecimal|BigInteger|UUID|Instant|LocalDate|LocalDateTime|char|JsonNode|Int|UInt|ULong|Unit|Nothing|Number|MutableMap|JsonObject|JsonElement|T|K|V)$/

/**
 * The name inside a written type: `Promise<Order[]>`, `list[Order]`, `[]*Order` and `Optional["Order"]` all mean `Order`.
 * Null for types without fields of their own, for unions of several, and for what is not a name.
 */
export function typeName(text: string): TypeName | null {
  const known = names.get(text)
  if (known !== undefined) return known
  const name = readTypeName(text)
  if (names.size >= keptNames) names.clear()
  if (text.length < 200) names.set(text, name)
  return name
}

/** Few types are written again and again. */
const names = new Map<string, TypeName | null>()
const keptNames = 5_000

function readTypeName(text: string): TypeName | null {
  const bare = text
    .trim()
    .replace(/^(?:readonly|keyof|unique)\s+/, '')
    .replace(/^["']|["']$/g, '')
  const prefix = /^(?:\*|&|\[\d*\])+/.exec(bare)?.[0] ?? ''
  if (prefix) return listOf(typeName(bare.slice(prefix.length)), prefix.includes('['))
  if (bare.endsWith('[]')) return listOf(typeName(bare.slice(0, -2).replace(/^\((.*)\)$/, '$1')), true)
  const members = splitTop(bare, '|').filter((each) => !/^(?:null|undefined|None)$/.test(each))
  const [only = ''] = members
  if (members.length > 1) return null
  return only === bare ? named(bare) : typeName(only)
}

function named(text: string): TypeName | null {
  if (/^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/.test(text))
    return plain.test(text) ? null : { name: text, list: false }
  const generic = /^([\w$.]+)\s*[<[]([\s\S]*)[>\]]$/.exec(text)
  if (!generic) return null
  const [, outer = '', inside = ''] = generic
  const short = outer.slice(outer.lastIndexOf('.') + 1)
  const first = splitTop(inside, ',')
  if (wrappers.test(short)) {
    const inner = typeName((short === 'Coroutine' ? first.at(-1) : first[0]) ?? '')
    const held = /Ref$/.test(short)
      ? 'value'
      : /^Axios/.test(short)
        ? 'data'
        : /^(?:Response|Http)Entity$/.test(short)
          ? 'body'
          : undefined
    return inner && held ? { ...inner, held } : inner
  }
  if (lists.test(short)) return listOf(typeName(first[0] ?? ''), true)
  return plain.test(short) ? null : { name: outer, list: false }
}

function listOf(type: TypeName | null, list: boolean): TypeName | null {
  return type && { ...type, list: type.list || list }
}

/** Parts between separators that stand outside every bracket. */
function splitTop(text: string, separator: string): readonly string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const character of text) {
    if ('<[({'.includes(character)) depth += 1
    if ('>])}'.includes(character)) depth -= 1
    if (character === separator && depth === 0) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}
