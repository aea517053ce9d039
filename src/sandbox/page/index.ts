import type { Pages } from '../http/server.js'
import type { World } from '../world.js'

/** What people open in a browser. */
export function createPages(_world: World): Pages {
  return async () => false
}
