# One image for the gateway and every subgraph; compose.yaml says which start file each runs.
FROM node:22-bookworm-slim AS dependencies
WORKDIR /concord
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

# The playground is bundled here: what bundles it is not in the image.
FROM dependencies AS playground
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY identity ./identity
COPY schema ./schema
COPY playground ./playground
COPY scripts/playground.ts ./scripts/playground.ts
COPY scripts/playground ./scripts/playground
RUN npm run -s playground

FROM node:22-bookworm-slim
ENV NODE_ENV=production CONCORD_MODE=production HOST=0.0.0.0
WORKDIR /concord
COPY --from=dependencies /concord/node_modules ./node_modules
COPY package.json tsconfig.json ./
COPY codes-of-procedure ./codes-of-procedure
COPY criminal-codes ./criminal-codes
COPY identity ./identity
COPY server ./server
COPY schema ./schema
COPY subgraphs ./subgraphs
COPY gateway ./gateway
COPY --from=playground /concord/playground/bundle ./playground/bundle
USER node
CMD ["node", "--import", "tsx", "gateway/start.ts"]
