# One image for the gateway and every subgraph; compose.yaml says which start file each runs.
FROM node:22-bookworm-slim AS dependencies
WORKDIR /concord
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

# The playground is bundled here: what bundles it is not in the image.
FROM dependencies AS playground
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY terms ./terms
COPY schema ./schema
COPY sdk/package.json ./sdk/package.json
COPY sdk/src ./sdk/src
COPY playground ./playground
COPY workshop/scripts/playground.ts ./workshop/scripts/playground.ts
COPY workshop/scripts/playground ./workshop/scripts/playground
RUN npm run -s playground

FROM node:22-bookworm-slim
ENV NODE_ENV=production CONCORD_MODE=production HOST=0.0.0.0
WORKDIR /concord
COPY --from=dependencies /concord/node_modules ./node_modules
COPY package.json tsconfig.json ./
COPY terms ./terms
COPY schema ./schema
COPY server ./server
COPY identity ./identity
COPY subgraphs ./subgraphs
COPY gateway ./gateway
COPY commands ./commands
COPY --from=playground /concord/playground/bundle ./playground/bundle
USER node
CMD ["node", "--import", "tsx", "gateway/start.ts"]
