# syntax=docker/dockerfile:1

# Builds the page. Install scripts are not needed: this image is the Node that the npm package `node` would bring.
FROM node:26-slim AS page
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages/retention/package.json packages/retention/
COPY apps/server/package.json apps/server/
COPY apps/cli/package.json apps/cli/
COPY apps/web/package.json apps/web/
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY packages packages
COPY apps apps
WORKDIR /app/apps/web
RUN node ../../node_modules/vite/bin/vite.js build --logLevel warn

# What the server and the command line need, and nothing to build with.
FROM node:26-slim AS libraries
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages/retention/package.json packages/retention/
COPY apps/server/package.json apps/server/
COPY apps/cli/package.json apps/cli/
COPY apps/web/package.json apps/web/
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund --workspace apps/server --workspace apps/cli

FROM node:26-slim
ENV NODE_ENV=production \
    NODE_COMPILE_CACHE=/tmp/comeback-compile \
    HOST=0.0.0.0 \
    PORT=4600 \
    COMEBACK_DATA=/data \
    COMEBACK_NO_OPEN=1
WORKDIR /app
COPY --from=libraries /app ./
COPY packages/retention packages/retention
COPY apps/server apps/server
COPY apps/cli apps/cli
COPY --from=page /app/apps/web/dist apps/web/dist
RUN ln -s /app/apps/cli/bin/comeback.mjs /usr/local/bin/comeback \
    && mkdir /data \
    && chown node:node /data
USER node
VOLUME /data
EXPOSE 4600
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--disable-warning=ExperimentalWarning", "apps/server/src/main.ts"]
