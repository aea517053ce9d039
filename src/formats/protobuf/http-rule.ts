import { httpMethods, type MethodOrAny, pathTemplate } from '../../domain/element.js'
import type { ProtoMethod, ProtoOption, ProtoValue } from './model.js'

/** A request of HTTP that a gateway turns into a call. */
export type HttpRule = { readonly method: MethodOrAny; readonly path: string; readonly line: number }

const annotation = '(google.api.http)'

/**
 * What the annotation of a method says, as `google/api/http.proto` defines it: one rule, and those bound additionally, each
 * at the line of its path. `custom` of a method that is none of HTTP is left out.
 */
export function httpRules(method: ProtoMethod): readonly HttpRule[] {
  const whole = method.options.filter((option) => option.name === annotation).flatMap(fieldsOf)
  const parts = method.options.flatMap(({ name, value, line }) =>
    name.startsWith(`${annotation}.`) ? [{ name: name.slice(annotation.length + 1), value, line }] : [],
  )
  const fields = [...whole, ...parts]
  const additional = fields.filter(({ name }) => name === 'additional_bindings').flatMap(bindingsOf)
  return [fields, ...additional].flatMap((each) => each.flatMap(ruleOf))
}

function fieldsOf({ value }: { readonly value: ProtoValue }): readonly ProtoOption[] {
  return typeof value === 'string' || 'items' in value ? [] : value
}

/** One binding, or a list of them. */
function bindingsOf({ value }: ProtoOption): readonly (readonly ProtoOption[])[] {
  if (typeof value === 'string') return []
  return 'items' in value ? value.items.map((item) => fieldsOf({ value: item })) : [value]
}

const verbs: Readonly<Record<string, MethodOrAny>> = {
  get: 'GET',
  put: 'PUT',
  post: 'POST',
  delete: 'DELETE',
  patch: 'PATCH',
}

function ruleOf(field: ProtoOption): readonly HttpRule[] {
  const { name, value, line } = field
  if (name === 'custom') return customOf(fieldsOf(field), line)
  const method = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  return method && typeof value === 'string' ? [{ method, path: templateOf(value), line }] : []
}

function customOf(fields: readonly ProtoOption[], line: number): readonly HttpRule[] {
  const textOf = (wanted: string) => fields.find(({ name }) => name === wanted)?.value
  const [kind, path] = [textOf('kind'), textOf('path')]
  const method = kind === '*' ? 'ANY' : httpMethods.find((each) => each === kind)
  return method && typeof path === 'string' ? [{ method, path: templateOf(path), line }] : []
}

/** `/v1/{name=shelves/*}/books/{book.id}` is `/v1/shelves/{}/books/{}`; `**` takes all that is left. */
function templateOf(path: string): string {
  const plain = path.replace(/\{[^{}=]*(?:=([^{}]*))?\}/g, (_, pattern: string | undefined) => pattern ?? '*')
  const segments = plain.split('/').map((segment) => segment.replace(/^\*\*/, '{*}').replace(/^\*/, '{}'))
  return pathTemplate(segments.join('/'))
}
