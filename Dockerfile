# One image for the gateway and every subgraph; compose.yaml says which start file each runs.
FROM node:22-bookworm-slim AS dependencies
WORKDIR /concord
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

# The page and the processes are built here: what builds them is not in the image. Both keep the places of their sources.
FROM dependencies AS built
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY terms ./terms
COPY schema ./schema
COPY sdk/package.json ./sdk/package.json
COPY sdk/src ./sdk/src
COPY server ./server
COPY identity ./identity
COPY subgraphs ./subgraphs
COPY gateway ./gateway
COPY commands ./commands
COPY playground ./playground
COPY workshop ./workshop
RUN npm run -s playground && npm run -s build -- --production

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
COPY --from=built /concord/dist ./dist
COPY --from=built /concord/playground/bundle ./playground/bundle
# A volume that is mounted here belongs to whom the directory does.
RUN install --directory --owner node --group node /var/lib/concord
USER node
CMD ["node", "--require", "./dist/loader.cjs", "gateway/start.ts"]
