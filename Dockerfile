# Interlock as an image: a small base with git, no build tools, no root, a root file system that may be read-only.
#
#   docker run --read-only --tmpfs /tmp -v interlock:/data --env-file .env -p 3000:3000 \
#     --cap-drop ALL --security-opt no-new-privileges --pids-limit 512 --init interlock

FROM node:24-bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY scripts scripts
COPY src src
RUN npm run build && npm prune --omit=dev --ignore-scripts && npm rebuild better-sqlite3

FROM node:24-bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends git ca-certificates && rm -rf /var/lib/apt/lists/* \
  && groupadd --gid 10001 interlock && useradd --uid 10001 --gid 10001 --no-create-home interlock \
  && install -d -o 10001 -g 10001 /data
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json app.yml LICENSE ./
COPY bin bin
USER 10001:10001
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 INTERLOCK_DIRECTORY=/data
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
ENTRYPOINT ["node", "bin/interlock.js"]
CMD ["serve"]
