import type { FieldFact, SentField } from '../../domain/fact.js'
import type { Parameter, Value } from '../../domain/outline.js'
import { unique } from './field.js'
import type { Reading } from './reading.js'
import { isBodyParameter } from './received.js'
import { receivedTypes } from './received-models.js'
import type { DeclaredRoute } from './route.js'
import { sentFields } from './sends.js'
import { shapeOf } from './shape.js'
import { type Taken, take } from './take.js'
import { typeName } from './type-text.js'
import { isInside } from './within.js'

/** The fields that handlers of this blob answer with, and those of the models that they receive. */
export function readBodies(reading: Reading, routes: readonly DeclaredRoute[]): readonly FieldFact[] {
  const answering = answeringCalls(reading)
  return unique(
    routes.flatMap((route) => {
      if (route.definition === null || !route.handlers) return []
      const written = [...answering, ...returnedBodies(reading, route)].flatMap((body) =>
        belongsTo(reading, body, route.definition) ? (sentFields(reading, body) ?? []) : [],
      )
      const answers = [...written, ...typedAnswer(reading, route)].map((field) =>
        fieldFact(reading, route, field, 'response'),
      )
      const received = receivedModel(reading, route).map((field) =>
        fieldFact(reading, route, field, 'request'),
      )
      return [...answers, ...received]
    }),
  )
}

type Body = Taken & { readonly parameter?: number | undefined; readonly given?: readonly (number | null)[] }

/** Calls that answer a request: `res.json(order)`, `c.JSON(200, order)`, `json.NewEncoder(w).Encode(order)`. */
function answeringCalls(reading: Reading): readonly Body[] {
  return reading.allRecognised('answer').flatMap(({ call }) => {
    const site = reading.siteOf(call)
    const given = responseOwners(reading, call).map(({ index }) => index)
    // Frameworks share words: `json` is called on the first parameter of one, and on the second of another.
    return reading.recognised(call, 'answer').flatMap(({ rule, callee }) => {
      const body = take(reading.tracer, rule.body, site, callee)
      return body ? [{ ...body, parameter: rule.parameter, given }] : []
    })
  })
}

/** The parameters that a call is made on or with: `res` in `res.status(200).json(order)`, `w` in `json.NewEncoder(w)`. */
function responseOwners(reading: Reading, call: number): readonly { definition: number; index: number }[] {
  const { outline } = reading.code
  const traces = reading.calleesOf(call)
  const inner = traces.flatMap(({ steps }) =>
    steps.flatMap((step) => outline.calls[step.call ?? -1]?.arguments ?? []),
  )
  const at = reading.siteOf(call).at
  const given = inner.flatMap((value) => (value.type === 'name' ? reading.tracer.trace(value, at) : []))
  return [...traces, ...given].flatMap(({ source }) =>
    source.type === 'parameter' ? [{ definition: source.definition, index: source.index }] : [],
  )
}

/** Inside the handler, and on the parameter that the rule names. */
function belongsTo(reading: Reading, body: Body, definition: number | null): boolean {
  if (body.parameter !== undefined && !body.given?.includes(body.parameter)) return false
  return isInside(reading.code, body.at.scope, definition)
}

function returnedBodies(reading: Reading, route: DeclaredRoute): readonly Body[] {
  const { definition, handlers } = route
  if (definition === null || !handlers?.returns) return []
  return reading.code.outline.returns
    .filter((each) => each.scope === definition)
    .map(({ value, line }) => ({ value: withoutStatus(value), at: { scope: definition, line } }))
}

/** `return {'id': 1}, 201`: the body, with the status of the answer after it. */
function withoutStatus(value: Value): Value {
  const [body, status] = value.type === 'list' ? value.items : []
  return body && status?.type === 'number' ? body : value
}

/** `response_model=Order` and `-> Order`: the answer has the fields of the model, where this blob declares it. */
function typedAnswer(reading: Reading, route: DeclaredRoute): readonly SentField[] {
  const declared =
    route.definition === null
      ? null
      : (reading.code.outline.definitions[route.definition]?.returnType ?? null)
  const text = route.answerType
    ? typeTextOf(reading, route.answerType)
    : route.handlers?.returns
      ? declared
      : null
  return text ? modelFields(reading, text) : []
}

function typeTextOf(reading: Reading, value: Value): string {
  return value.type === 'other' ? value.text : reading.show(value)
}

function receivedModel(reading: Reading, route: DeclaredRoute): readonly SentField[] {
  if (route.definition === null) return []
  const parameters = reading.code.outline.definitions[route.definition]?.parameters ?? []
  const asked = receivedTypes(reading, route.definition, route.handlers)
  const fields = asked.flatMap((type) => modelFields(reading, type))
  return [...fields, ...declaredBodies(reading, route, parameters)]
}

function declaredBodies(
  reading: Reading,
  route: DeclaredRoute,
  parameters: readonly Parameter[],
): readonly SentField[] {
  return parameters.flatMap((parameter, index) => {
    const isBody = route.handlers?.typedParameters || isBodyParameter(reading, route, index)
    return isBody && parameter.type && parameter.default === null ? modelFields(reading, parameter.type) : []
  })
}

function modelFields(reading: Reading, text: string): readonly SentField[] {
  const type = typeName(text)
  const declared = type ? reading.code.typeNamed(type.name) : null
  const fields = (declared && shapeOf(reading.code, declared)?.fields) ?? []
  const item = type?.list ? '[].' : ''
  return fields.map(({ name, line }) => ({ name: `${item}${name}`, line }))
}

function fieldFact(
  reading: Reading,
  route: DeclaredRoute,
  field: SentField,
  side: 'request' | 'response',
): FieldFact {
  const handler = reading.code.outline.definitions[route.definition ?? -1]
  const { method, path } = route.fact
  return {
    kind: 'field',
    line: field.line,
    rule: `${route.framework}.${side}`,
    certainty: 'certain',
    ...(handler?.name ? { within: handler.name } : {}),
    access: side === 'response' ? 'write' : 'read',
    field: field.name,
    origin: { type: 'route', method, path, side },
  }
}
