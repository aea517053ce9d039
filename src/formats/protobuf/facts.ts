import type { Details, ElementFact } from '../../domain/element-fact.js'
import type { Fact, RouteFact } from '../../domain/fact.js'
import { httpRules } from './http-rule.js'
import type {
  ProtoEnd,
  ProtoEnum,
  ProtoField,
  ProtoFile,
  ProtoMessage,
  ProtoMethod,
  ProtoService,
} from './model.js'

/** What a file promises: methods, fields, values of enums, and the routes that a gateway makes of methods. */
export function factsOf(file: ProtoFile): readonly Fact[] {
  return [
    ...file.services.flatMap(ofService),
    ...file.messages.flatMap(ofMessage),
    ...file.enums.flatMap(ofEnum),
  ]
}

function ofService(service: ProtoService): readonly Fact[] {
  return service.methods.flatMap((method) => {
    const name = `${service.fullName}/${method.name}`
    const type = `${spellEnd(method.request)} -> ${spellEnd(method.response)}`
    return [declared(name, method.line, 'protobuf.method', { type }), ...routesOf(name, method)]
  })
}

function spellEnd({ type, stream }: ProtoEnd): string {
  return stream ? `stream ${type}` : type
}

function routesOf(name: string, method: ProtoMethod): readonly RouteFact[] {
  return httpRules(method).map((rule) => ({
    kind: 'route',
    line: rule.line,
    rule: 'protobuf.http',
    certainty: 'certain',
    method: rule.method,
    path: rule.path,
    receiver: null,
    handler: name,
    guards: [],
    source: 'description',
  }))
}

function ofMessage(message: ProtoMessage): readonly Fact[] {
  return [
    ...message.fields.map((field) =>
      declared(`${message.fullName}.${field.name}`, field.line, 'protobuf.field', detailsOf(field)),
    ),
    ...message.enums.flatMap(ofEnum),
    ...message.messages.flatMap(ofMessage),
  ]
}

/** The name in JSON is told where the file gives one. */
function detailsOf({ type, label, number, options }: ProtoField): Details {
  const textOf = (wanted: string) => options.find(({ name }) => name === wanted)?.value
  const [initial, json] = [textOf('default'), textOf('json_name')]
  return {
    type: label === 'repeated' ? `repeated ${type}` : type,
    value: String(number),
    ...(label === 'required' || textOf('features.field_presence') === 'LEGACY_REQUIRED'
      ? { required: 'true' }
      : {}),
    ...(typeof initial === 'string' ? { default: initial } : {}),
    ...(typeof json === 'string' ? { local: json } : {}),
  }
}

/** A value is named in the scope of its enum by those who read it: `shop.v1.Status.PAID`. */
function ofEnum({ fullName, values }: ProtoEnum): readonly ElementFact[] {
  return values.map(({ name, number, line }) =>
    declared(`${fullName}.${name}`, line, 'protobuf.enum-value', { value: String(number) }),
  )
}

function declared(name: string, line: number, rule: string, details: Details): ElementFact {
  return {
    kind: 'grpc',
    line,
    rule,
    certainty: 'certain',
    element: `grpc ${name}`,
    action: 'declares',
    details,
  }
}
