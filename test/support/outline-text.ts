import type { Call, Definition, DestructuredField, Outline, Scope, Value } from '../../src/domain/outline.js'

/** An outline as short lines of text by part, each beginning with its line number, for expectations that can be read. */
export type OutlineText = { readonly [Part in keyof Outline]: readonly string[] }

export function outlineText(outline: Outline): OutlineText {
  const writer = new OutlineWriter(outline)
  return {
    imports: outline.imports.map(
      ({ line, module, names }) => `${line} ${module} ${braces(names.map(rename))}`,
    ),
    exports: outline.exports.map(
      ({ name, local, module }) => `${local} as ${name}${module ? ` from ${module}` : ''}`,
    ),
    definitions: outline.definitions.map((each) => writer.definition(each)),
    calls: outline.calls.map((call) => `${call.line} ${writer.call(call)}${writer.within(call.scope)}`),
    bindings: outline.bindings.map((each) => writer.binding(each)),
    decorators: outline.decorators.map((each) => writer.decorator(each)),
    reads: outline.reads.map((each) => writer.read(each)),
    returns: outline.returns.map(
      ({ line, value, scope }) => `${line} ${writer.value(value)}${writer.within(scope)}`,
    ),
    problems: outline.problems.map(({ line, problem }) => `${line} ${problem}`),
  }
}

function rename({ imported, local }: { readonly imported: string; readonly local: string }): string {
  return imported === local ? local : `${imported} as ${local}`
}

function braces(parts: readonly string[]): string {
  return `{${parts.join(', ')}}`
}

function fieldsText(fields: readonly DestructuredField[]): string {
  return braces(fields.map(({ field, local }) => rename({ imported: field, local })))
}

class OutlineWriter {
  constructor(readonly outline: Outline) {}

  name(index: number): string {
    const found = this.outline.definitions[index]
    return found ? `${found.owner ? `${found.owner}.` : ''}${found.name || `function@${found.line}`}` : '?'
  }

  within(scope: Scope): string {
    return scope === null ? '' : ` in ${this.name(scope)}`
  }

  value(of: Value): string {
    switch (of.type) {
      case 'text':
        return `\`${of.parts.map((part) => (typeof part === 'string' ? part : `<${this.value(part)}>`)).join('')}\``
      case 'format':
        return `format(${this.values([of.format, ...of.arguments])})`
      case 'name':
        return of.name
      case 'member':
        return `${this.value(of.of)} . ${of.member}`
      case 'list':
        return `[${this.values(of.items)}]`
      case 'function':
        return `ƒ ${this.name(of.definition)}`
      case 'cast':
        return `(${this.value(of.value)} as ${of.to})`
      case 'choice':
        return `(${of.of.map((each) => this.value(each)).join(' | ')})`
      default:
        return this.largeValue(of)
    }
  }

  private largeValue(of: Value): string {
    if (of.type === 'call') {
      const call = this.outline.calls[of.call]
      return call ? this.call(call) : '?'
    }
    if (of.type === 'object') {
      const fields = of.fields.map((field) => `${field.name}: ${this.value(field.value)}`)
      return braces([...fields, ...of.spreads.map((each) => `...${this.value(each)}`)])
    }
    if (of.type === 'other') return `«${of.text}»`
    return 'text' in of ? of.text : '?'
  }

  private values(values: readonly Value[]): string {
    return values.map((each) => this.value(each)).join(', ')
  }

  private given({ arguments: positional, keywords }: Pick<Call, 'arguments' | 'keywords'>): string {
    const named = Object.entries(keywords).map(([name, each]) => `${name}=${this.value(each)}`)
    return [...positional.map((each) => this.value(each)), ...named].join(', ')
  }

  call(call: Call): string {
    const types = call.typeArguments.length > 0 ? `<${call.typeArguments.join(', ')}>` : ''
    return `${call.constructs ? 'new ' : ''}${call.callee}${types}(${this.given(call)})`
  }

  definition(each: Definition): string {
    const { kind, line, endLine, owner, name } = each
    const lines = line === endLine ? `${line}` : `${line}-${endLine}`
    const head = `${lines} ${kind} ${owner ? `${owner}.` : ''}${name}`
    return kind === 'class' || kind === 'type'
      ? `${head}${shapeText(each)}`
      : `${head}${this.signature(each)}`
  }

  private signature({ parameters, returnType }: Definition): string {
    const given = parameters.map((parameter) => {
      const name = parameter.fields.length > 0 ? fieldsText(parameter.fields) : parameter.name
      const initial = parameter.default ? ` = ${this.value(parameter.default)}` : ''
      return `${name}${parameter.type ? `: ${parameter.type}` : ''}${initial}`
    })
    return `(${given.join(', ')})${returnType ? `: ${returnType}` : ''}`
  }

  binding(each: Outline['bindings'][number]): string {
    const target = each.fields.length > 0 ? fieldsText(each.fields) : each.name
    const type = each.type ? `: ${each.type}` : ''
    const sign = each.item ? 'of' : '='
    return `${each.line} ${target}${type} ${sign} ${this.value(each.value)}${this.within(each.scope)}`
  }

  decorator(each: Outline['decorators'][number]): string {
    const { on } = each
    const place = on === undefined ? '' : 'field' in on ? ` field ${on.field}` : ` parameter ${on.parameter}`
    return `${each.line} @${each.callee}(${this.given(each)}) on ${this.name(each.target)}${place}`
  }

  read({ line, object, member, access, scope }: Outline['reads'][number]): string {
    return `${line} ${access} ${this.value(object)} . ${member}${this.within(scope)}`
  }
}

function shapeText({ bases, fields }: Definition): string {
  const declared = fields.map(
    ({ name, optional, type, tag }) => `${name}${optional ? '?' : ''}: ${type}${tag ? ` [${tag}]` : ''}`,
  )
  return `${bases.length > 0 ? ` < ${bases.join(', ')}` : ''} ${braces(declared)}`
}
