import { version } from '@turnscope/core';
import type { FastifyInstance } from 'fastify';
import {
  alertsPath,
  healthyPath,
  landingPath,
  readyPath,
  reportPath,
  signalsPath,
} from './paths.ts';

export interface LandingPageOptions {
  readonly telemetryPath: string;
  readonly notice: string | undefined;
}

/** Adds the page for people who open the port in a browser. It needs nothing from elsewhere. */
export function addLandingPage(app: FastifyInstance, options: LandingPageOptions): void {
  const page = landingPage(options);
  app.get(landingPath, async (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .send(page),
  );
}

function landingPage({ telemetryPath, notice }: LandingPageOptions): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Turnscope</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Turnscope <small>${version}</small></h1>
<p>Measures how fast and how well conversational agents work.</p>
${notice === undefined ? '' : `<p class="notice">${escapeHtml(notice)}</p>\n`}<ul>
<li><a href="${telemetryPath}">${telemetryPath}</a> <span>metrics, for Prometheus to scrape</span></li>
<li><a href="${reportPath}">${reportPath}</a> <span>the report of the last hour, as JSON; longer with ?window=24h</span></li>
<li><a href="${alertsPath}">${alertsPath}</a> <span>alerts that are active or have resolved, as JSON</span></li>
<li><a href="${signalsPath}">${signalsPath}</a> <span>ratios and scores as they stand, as JSON</span></li>
<li><a href="${healthyPath}">${healthyPath}</a> <span>200 while the exporter answers</span></li>
<li><a href="${readyPath}">${readyPath}</a> <span>200 once history is read, 503 before</span></li>
</ul>
</main>
</body>
</html>
`;
}

const style = `
:root { color-scheme: light dark; --line: #8884; --accent: #c2571a; }
@media (prefers-color-scheme: dark) { :root { --accent: #f0a06a; } }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 36rem; margin: 12vh auto; padding: 0 1.5rem; }
h1 { margin: 0; font-size: 2rem; letter-spacing: -0.02em; }
small { font-size: 0.9rem; font-weight: 400; letter-spacing: 0; opacity: 0.65; }
p { margin: 0.25rem 0 1.5rem; }
.notice { padding: 0.6rem 0.9rem; border-left: 3px solid var(--accent); background: #8881; }
ul { margin: 0; padding: 0; list-style: none; border-top: 1px solid var(--line); }
li { display: flex; flex-wrap: wrap; gap: 0 1rem; padding: 0.7rem 0; border-bottom: 1px solid var(--line); }
a { min-width: 10rem; color: var(--accent); font-family: ui-monospace, monospace; text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
span { opacity: 0.75; }
`;

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities.get(character) ?? character);
}
