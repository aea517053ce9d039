import { get, type Route } from '../http/route.js'

/** What GitHub tells of itself. */
export const metaRoutes: readonly Route[] = [
  get('/', 'anyone', ({ world }) => ({ body: { current_user_url: `${world.site}/api/v3/user` } })),
  get('/meta', 'anyone', () => ({
    body: { verifiable_password_authentication: false, installed_version: '3.21.0', hooks: ['127.0.0.1/32'] },
  })),
  get('/rate_limit', 'anyone', ({ world }) => {
    const reset = Math.floor(world.now().getTime() / 1000) + 3600
    const core = { limit: 5000, used: 1, remaining: 4999, reset }
    return { body: { resources: { core, graphql: core, search: { ...core, limit: 30 } }, rate: core } }
  }),
]
