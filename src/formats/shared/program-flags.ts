import type { Fact } from '../../domain/fact.js'
import { elementFact, type Seen } from './fact-of.js'
import type { Word } from './shell-words.js'

/** The long options that a command gives to a program of one's own: `orders-cli --server URL`, `go run ./cmd/orders --port 1`. */
export function flagFacts(seen: Seen, words: readonly Word[]): readonly Fact[] {
  const start = words.findIndex(({ text }) => !/^\w+=|^(?:exec|sudo|time|nohup|env|command|\$|>)$/.test(text))
  const [program, rest] = programOf(words.slice(Math.max(0, start)).map(({ text }) => text))
  // A name with an underscore is a function of the script.
  if (!/^[a-z][a-z0-9.-]{1,60}$/i.test(program) || ofOthers.has(program)) return []
  const flags = new Set(
    rest.flatMap((text) => /^(--[a-z][a-zA-Z0-9][\w.-]{0,60})(?==|$)/.exec(text)?.[1] ?? []),
  )
  return [...flags]
    .filter((flag) => flag !== '--help' && flag !== '--version')
    .flatMap((flag) => elementFact(seen, 'uses', ['flag', flag], { service: program }))
}

/** The program by its name, without what runs it: `node bin/orders.js`, `python -m orders`, `npx orders`. */
function programOf(words: readonly string[]): readonly [string, readonly string[]] {
  const [first = '', second = '', third = ''] = words
  const isRun = /^(?:go|uv|poetry|deno|bun)$/.test(first) && second === 'run'
  if (isRun || (/^python3?$/.test(first) && second === '-m')) return [nameOf(third), words.slice(3)]
  if (/^(?:node|python3?|ruby|npx|bash|sh)$/.test(first) && !second.startsWith('-'))
    return [nameOf(second), words.slice(2)]
  return [nameOf(first), words.slice(1)]
}

function nameOf(path: string): string {
  return (path.split('/').findLast((part) => part !== '' && part !== '.') ?? '').replace(
    /\.(?:[cm]?[jt]s|py|rb|sh|go)$/,
    '',
  )
}

/** Programs that everybody has: nobody here promises their options. */
const ofOthers: ReadonlySet<string> = new Set(
  `[ [[ ansible ansible-playbook apk apt apt-get awk aws az base64 bash brew buf bundle bundler cargo cat cd chmod chown cmake cmp
  composer conda cp curl cut cypress date deno df diff dig docker docker-compose dotnet dpkg du echo eslint find flutter gcc gcloud
  gem gh git gofmt go golangci-lint gpg gradle gradlew grep gunicorn gunzip gzip head helm helmfile htpasswd install java jest jq k6
  k3d kind kubectl kustomize ldd ln ls lsof make md5sum minikube mix mkdir mktemp mv mvn mvnw mysql mysqldump nc ng nginx nmap node
  npm npx nx openssl pacman patch php phpunit pip pip3 playwright pnpm podman poetry prettier printf prisma protoc ps psql pytest
  python python3 rake rails redis-cli rm rsync ruby rustc rustup scp sed seq service set sh sha256sum shasum sleep sort ssh stat
  sudo svn systemctl tail tar tee terraform test tox touch tr tree trap tsc turbo uniq unzip useradd adduser groupadd uv uvicorn
  vault vim vite vitest wc wget which wrangler xargs xcodebuild yarn yq yum zip zypper buildx ruff mypy black flake8 setcap
  if then else elif fi for while until do done case esac function return exit local export declare readonly source eval read shift
  goreleaser ko crane cosign skopeo trivy syft deployer fly flyctl heroku vercel netlify serverless sam cdk pulumi pip-compile jekyll
  hugo mkdocs docusaurus lerna changeset rollup webpack esbuild electron-builder storybook ctr crictl nerdctl buildah nslookup dnf
  launchctl crontab iptables journalctl losetup mount umount swapon tsx ts-node nodemon pm2 pipenv pipx celery alembic flask
  django-admin manage envsubst gsutil doctl oc istioctl argocd flux tilt skaffold k9s stern kubeseal sops age mockery mockgen swag
  sqlc migrate goose dlv gotestsum staticcheck govulncheck addlicense protoc-gen-go openapi-generator-cli openapi-generator`.split(
    /\s+/,
  ),
)
