import type { Fact } from '../../domain/fact.js'
import { childText, type XmlTag, xmlTags } from '../shared/xml-tags.js'
import { dependency, ownPackage } from './dependency.js'

/** `pom.xml`: what the project itself depends on, with versions as far as this file tells them. */
export function readPom(text: string): readonly Fact[] {
  const tags = xmlTags(text)
  const project = tags.find(({ name, path }) => name === 'project' && path.length === 0)
  if (!project) return []
  const pom: Pom = { properties: propertiesOf(tags), managed: managedOf(tags) }
  const artifact = project.children.find(({ name }) => name === 'artifactId')
  const parent = project.children.find(({ name }) => name === 'parent')
  const group = childText(project, 'groupId') ?? (parent ? childText(parent, 'groupId') : null)
  const name = group && artifact ? filled(pom, `${group}:${artifact.text}`) : null
  return [
    ...(artifact && name
      ? ownPackage({
          ecosystem: 'maven',
          name,
          line: artifact.line,
          version: filled(pom, childText(project, 'version')),
        })
      : []),
    ...tags.flatMap((tag) => (isDependency(tag, ['project', 'dependencies']) ? fromPom(pom, tag) : [])),
  ]
}

type Pom = {
  readonly properties: ReadonlyMap<string, string>
  /** Versions by the names that `dependencyManagement` gives them to. */
  readonly managed: ReadonlyMap<string, string>
}

function isDependency({ name, path }: XmlTag, inside: readonly string[]): boolean {
  const around = path.filter((each) => each !== 'profiles' && each !== 'profile')
  return name === 'dependency' && around.join(' ') === inside.join(' ')
}

function propertiesOf(tags: readonly XmlTag[]): ReadonlyMap<string, string> {
  return new Map(
    tags.flatMap(({ name, path, text }) =>
      path.at(-1) === 'properties' && path.length === 2 ? [[name, text] as const] : [],
    ),
  )
}

function managedOf(tags: readonly XmlTag[]): ReadonlyMap<string, string> {
  const managed = tags.filter((tag) => isDependency(tag, ['project', 'dependencyManagement', 'dependencies']))
  return new Map(managed.map((tag) => [nameOf(tag), childText(tag, 'version') ?? ''] as const))
}

function nameOf(tag: XmlTag): string {
  return `${childText(tag, 'groupId')}:${childText(tag, 'artifactId')}`
}

function fromPom(pom: Pom, tag: XmlTag): readonly Fact[] {
  const name = filled(pom, nameOf(tag))
  if (name === null) return []
  const version = filled(pom, childText(tag, 'version') ?? pom.managed.get(nameOf(tag)) ?? null)
  const isDevelopment = childText(tag, 'scope') === 'test'
  return dependency({ ecosystem: 'maven', name, line: tag.line, version, isDevelopment })
}

/** With its `${…}` replaced; null where this file does not tell one of them. */
function filled({ properties }: Pom, text: string | null): string | null {
  const found =
    text?.replace(/\$\{([\w.-]+)\}/g, (whole, name: string) => properties.get(name) ?? whole) ?? null
  return found === null || found.includes('${') || found.includes('null:') ? null : found
}

/** `orders.csproj`, `Directory.Packages.props` */
export function readMsbuild(text: string): readonly Fact[] {
  return xmlTags(text).flatMap((tag) => {
    const { name, attributes, line } = tag
    if (name === 'PackageId' && !tag.text.includes('$(') && tag.text !== '')
      return ownPackage({ ecosystem: 'nuget', name: tag.text, line })
    const included = attributes['Include'] ?? ''
    const isOne =
      name === 'PackageReference' || name === 'PackageVersion' || name === 'GlobalPackageReference'
    if (!isOne || included === '' || /[$@%]\(/.test(included)) return []
    const version = attributes['Version'] ?? attributes['VersionOverride'] ?? childText(tag, 'Version')
    return dependency({
      ecosystem: 'nuget',
      name: included,
      line,
      version: version?.includes('$(') ? null : (version ?? null),
    })
  })
}
