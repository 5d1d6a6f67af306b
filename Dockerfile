# The bot as a container: only what it runs with, as nobody special. `npm run container` starts the same files without Docker.
# docker build --tag threefold:0.1.0 . && docker run --read-only --cap-drop=ALL --security-opt=no-new-privileges --env-file FILE threefold:0.1.0

FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY scripts ./scripts
COPY cards ./cards
COPY src ./src
RUN npm run build

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
# Owned by root and not writable by whom the bot runs as: what is running cannot change itself.
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY cards ./cards
USER 1000:1000
EXPOSE 3978
# Container Apps asks /healthz and /readyz by itself; this is for whoever runs it elsewhere.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--enable-source-maps", "--heap-growing-percent=40", "dist/main.js"]
