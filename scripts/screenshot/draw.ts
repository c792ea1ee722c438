import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { rolldown } from 'rolldown';
import type { ShownDashboard } from './shown-panel.ts';

const width = 1440;
const source = join(import.meta.dirname, 'page');
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What stands on a picture: for each panel how many lines, bars, cells, rows or figures were drawn. */
export type Drawn = Readonly<Record<string, number>>;

/**
 * Draws dashboards in headless Chromium, each on a page of its own, and writes their pictures. Rejects when a page
 * throws, so that no picture is half of one.
 */
export async function draw(
  pictures: readonly { readonly shown: ShownDashboard; readonly file: string }[],
): Promise<readonly Drawn[]> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const script = await pageScript();
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    const drawn: Drawn[] = [];
    for (const { shown, file } of pictures) {
      const page = await browser.newPage({ viewport: { width, height: 400 }, timezoneId: 'UTC' });
      const errors: Error[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await page.setContent(await pageOf(shown, script), { waitUntil: 'load' });
      if (errors[0]) throw errors[0];
      await page.screenshot({ path: file, fullPage: true });
      drawn.push(await page.evaluate<Drawn>('drawn'));
      await page.close();
    }
    return drawn;
  } finally {
    await browser.close();
  }
}

async function pageOf(shown: ShownDashboard, script: string): Promise<string> {
  const plot = dirname(fileURLToPath(import.meta.resolve('uplot')));
  const sheets = [join(plot, 'uPlot.min.css'), join(source, 'page.css')];
  const [librarySheet, sheet] = await Promise.all(sheets.map((path) => readFile(path, 'utf8')));
  const data = JSON.stringify(shown).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${shown.title}</title>
<style>${librarySheet}${sheet}</style><body><script>const shown = ${data};</script>
<script>${script}</script></body></html>`;
}

/** The modules of the page in one script. */
async function pageScript(): Promise<string> {
  const build = await rolldown({ input: join(source, 'main.js'), cwd: source });
  const { output } = await build.generate({ format: 'iife', minify: true });
  await build.close();
  return output[0].code.replaceAll('</', '<\\/');
}
