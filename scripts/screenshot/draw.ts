import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { ShownDashboard } from './shown-panel.ts';

const width = 1280;
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Draws the panels on a page in headless Chromium and writes its picture. */
export async function draw(shown: ShownDashboard, file: string): Promise<void> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    const page = await browser.newPage({
      viewport: { width, height: 400 },
      deviceScaleFactor: 1.25,
    });
    page.on('pageerror', (error) => console.error(error));
    await page.setContent(await pageOf(shown), { waitUntil: 'load' });
    await page.screenshot({ path: file, fullPage: true });
  } finally {
    await browser.close();
  }
}

async function pageOf(shown: ShownDashboard): Promise<string> {
  const plot = dirname(fileURLToPath(import.meta.resolve('uplot')));
  const [library, librarySheet, script, sheet] = await Promise.all(
    [
      join(plot, 'uPlot.iife.min.js'),
      join(plot, 'uPlot.min.css'),
      join(import.meta.dirname, 'page.js'),
      join(import.meta.dirname, 'page.css'),
    ].map((path) => readFile(path, 'utf8')),
  );
  const data = JSON.stringify(shown).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Turnscope</title>
<style>${librarySheet}${sheet}</style><body><script>${library}</script>
<script>const shown = ${data};</script><script>${script}</script></body></html>`;
}
