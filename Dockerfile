# The exporter: turnscope serve. Build and run it with docker compose up; docker-compose.yml says what it needs.

FROM node:24.11.1-bookworm-slim AS build
WORKDIR /workspace
COPY . .
RUN npx -y pnpm@12 install --frozen-lockfile
RUN npx -y pnpm@12 build
RUN npx -y pnpm@12 --filter=turnscope --prod deploy /exporter

FROM node:24.11.1-bookworm-slim
WORKDIR /exporter
COPY --from=build /exporter ./
# A user that is only a number has no home; Node asks for one, and the demo for a place to write.
ENV NODE_ENV=production HOME=/tmp
USER node
EXPOSE 10464
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["node", "--eval", "fetch('http://127.0.0.1:10464/-/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/exporter/dist/main.js"]
CMD ["serve", "--transcripts", "/transcripts", "--web.listen-address", ":10464"]
