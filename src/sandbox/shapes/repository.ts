import { fullName, type Repository, type User, type World } from '../world.js'

export type Shape = Readonly<Record<string, unknown>>

export function apiOf(world: World): string {
  return `${world.site}/api/v3`
}

export function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(String(id)).toString('base64url')}`
}

export function userShape(world: World, user: User): Shape {
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId('U', user.id),
    avatar_url: '',
    gravatar_id: '',
    url: `${apiOf(world)}/users/${user.login}`,
    html_url: `${world.site}/${user.login}`,
    type: user.type,
    site_admin: false,
  }
}

export function repositoryShape(world: World, repository: Repository): Shape {
  const name = fullName(repository)
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: name,
    private: repository.private,
    owner: userShape(world, { ...world.organisation, login: repository.owner }),
    html_url: `${world.site}/${name}`,
    description: repository.description,
    fork: false,
    url: `${apiOf(world)}/repos/${name}`,
    clone_url: `${world.site}/${name}.git`,
    git_url: `git://127.0.0.1/${name}.git`,
    default_branch: repository.defaultBranch,
    archived: false,
    disabled: false,
    visibility: repository.private ? 'private' : 'public',
    open_issues_count: [...repository.pulls.values()].filter((pull) => pull.state === 'open').length,
  }
}

export function installationShape(world: World): Shape {
  return {
    id: world.installation.id,
    account: userShape(world, world.organisation),
    repository_selection: 'selected',
    access_tokens_url: `${apiOf(world)}/app/installations/${world.installation.id}/access_tokens`,
    repositories_url: `${apiOf(world)}/installation/repositories`,
    html_url: `${world.site}/organizations/${world.organisation.login}/settings/installations/${world.installation.id}`,
    app_id: world.app.id,
    app_slug: world.app.slug,
    target_id: world.organisation.id,
    target_type: 'Organization',
    permissions: world.app.permissions,
    events: world.app.events,
    created_at: '2026-01-05T09:00:00Z',
    updated_at: '2026-01-05T09:00:00Z',
    single_file_name: null,
    suspended_at: world.installation.suspended ? '2026-01-06T09:00:00Z' : null,
    suspended_by: null,
  }
}

export function appShape(world: World): Shape {
  return {
    id: world.app.id,
    slug: world.app.slug,
    node_id: nodeId('A', world.app.id),
    owner: userShape(world, world.organisation),
    name: 'Interlock',
    description: '',
    external_url: world.site,
    html_url: `${world.site}/apps/${world.app.slug}`,
    created_at: '2026-01-05T09:00:00Z',
    updated_at: '2026-01-05T09:00:00Z',
    permissions: world.app.permissions,
    events: world.app.events,
  }
}
