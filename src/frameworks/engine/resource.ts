import { pathTemplate } from '../../domain/element.js'
import type { ResourceRule } from '../../domain/framework.js'
import { constantOf } from './environment.js'
import { isTrue, namesAt, textAt } from './given.js'
import { itemsAt } from './items.js'
import { type Place, siteIn } from './place.js'
import type { Reading } from './reading.js'
import type { Recognised, Site } from './recognise.js'
import { guardText, joinPaths, listOf } from './router.js'
import { fieldOf, takeFirst } from './take.js'

/** One resource of a call: where it lives, and where what is declared inside its block does. */
export type Resource = {
  readonly name: string
  readonly collection: string
  readonly member: string
  readonly inside: Place
}

/** The resources that a call declares at a place. */
export function resourcesAt(
  reading: Reading,
  place: Place,
  { rule, callee }: Recognised<ResourceRule>,
  written: Site,
): readonly Resource[] {
  const site = siteIn(place, written)
  const names = takeFirst(reading.tracer, rule.name, site, callee)
  const each = names ? (itemsAt(reading, names) ?? [names]) : []
  return each.flatMap(({ value, at }) => {
    const name = constantOf(reading, value, at)
    return name === null ? [] : [resourceAt(reading, place, rule, { name, site })]
  })
}

type Named = { readonly name: string; readonly site: Site }

function resourceAt(reading: Reading, place: Place, rule: ResourceRule, { name, site }: Named): Resource {
  const path = textAt(reading, rule.path, site) ?? nestedPath(rule, name)
  const shallow = place.shallow || isTrue(reading, rule.shallow, site)
  const collection = joinPaths(joinPaths(place.prefix, textAt(reading, rule.prefix, site) ?? ''), path)
  const items = shallow ? shallowPath(rule, place, { name, path, collection }) : collection
  const member = rule.single ? items : `${items.replace(/\/+$/, '')}/{}`
  const modules = textAt(reading, rule.module, site)
  const inside: Place = {
    ...place,
    prefix: member,
    resource: { collection, member },
    shallow,
    guards: [...place.guards, ...guardsAt(reading, rule, site)],
    modules: modules === null ? place.modules : [...place.modules, modules],
    controller: textAt(reading, rule.controller, site) ?? lastOf(rule, name, rule.single === true),
    keywords: {},
  }
  return { name, collection, member, inside }
}

type Paths = { readonly name: string; readonly path: string; readonly collection: string }

/** Items of a resource below another live at the path of the outermost: also of `photos.comments`. */
function shallowPath({ nested }: ResourceRule, place: Place, { name, path, collection }: Paths): string {
  if (place.resource) return joinPaths(place.base, path)
  const last = nested !== undefined && name.includes(nested) ? name.split(nested).at(-1) : undefined
  return last === undefined ? collection : joinPaths(place.prefix, last)
}

/** `photos.comments` is `photos/{}/comments`. */
function nestedPath({ nested }: ResourceRule, name: string): string {
  return nested === undefined ? name : name.split(nested).join('/{}/')
}

/** Also of a single one the class that handles it is named after many. */
function lastOf({ nested }: ResourceRule, name: string, single: boolean): string {
  const last = nested === undefined ? name : (name.split(nested).at(-1) ?? name)
  return single ? plural(last) : last
}

function plural(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`
}

function guardsAt(reading: Reading, rule: ResourceRule, site: Site): readonly string[] {
  const taken = takeFirst(reading.tracer, rule.guards ?? [], site, null)
  return listOf(taken?.value).map((value) => guardText(reading, value))
}

/** A route that a resource stands for. */
export type ResourcePath = {
  readonly action: string
  readonly methods: ResourceRule['routes'][number]['methods']
  readonly path: string
}

/** The routes of a resource that are not left out. */
export function pathsOfResource(
  reading: Reading,
  rule: ResourceRule,
  resource: Resource,
  site: Site,
): readonly ResourcePath[] {
  const only = takeFirst(reading.tracer, rule.only ?? [], site, null)
  const wanted = namesAt(reading, rule.only, site)
  const unwanted = namesAt(reading, rule.except, site)
  // What is chosen by an expression that nobody understands may be any of them.
  const isWanted = (action: string) =>
    only ? wanted.includes(action) : !unwanted.includes(action) && !unwanted.includes('all')
  return rule.routes
    .filter(
      ({ action, when }) => isWanted(action) && (!when || when.some((each) => isTrue(reading, [each], site))),
    )
    .map(({ action, methods, path }) => {
      const ofItem = path.startsWith('{}')
      const rest = path.replace(/^\{\}\/?/, '')
      const named = rest === '' ? '' : renamed(reading, rule, site, rest)
      return {
        action,
        methods,
        path: pathTemplate(joinPaths(ofItem ? resource.member : resource.collection, named)),
      }
    })
}

function renamed(reading: Reading, { renamed: from }: ResourceRule, site: Site, word: string): string {
  const taken = takeFirst(reading.tracer, from ?? [], site, null)
  const field = taken && fieldOf(reading.tracer, taken, word)
  return (field && constantOf(reading, field.value, field.at)) ?? word
}
