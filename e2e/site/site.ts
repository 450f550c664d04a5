/** What the site-wide specs share: every page of the build, and what a page must not do. */
import { globSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { scrollThrough } from '../../scripts/scroll-through.mjs';

/** Addresses of all pages in `dist`, found on disk, so that a new chapter is tested without being listed. */
export const PAGES: string[] = globSync('**/*.html', { cwd: 'dist' })
  .map((file) => `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
  .sort();

/** Scrolls through the page and waits until every island that woke up is ready. */
export async function settle(page: Page): Promise<void> {
  await scrollThrough(page);
  await expect(page.locator('astro-island[ssr]:is([client=load], [client=idle], [client=visible])')).toHaveCount(0);
  await page.waitForLoadState('networkidle');
}

/** Collects what a page does wrong: console errors, failed and foreign requests, policy violations. */
export async function watch(page: Page): Promise<string[]> {
  const wrongs: string[] = [];
  const home = () => new URL(page.url()).origin;
  page.on('console', (message) => {
    if (message.type() === 'error') wrongs.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrongs.push(`exception: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      wrongs.push(`${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && page.url() !== 'about:blank' && origin !== home())
      wrongs.push(`request to another origin: ${request.url()}`);
  });
  await page.exposeFunction('reportViolation', (text: string) => wrongs.push(`policy: ${text}`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
      const report = (globalThis as unknown as { reportViolation(text: string): void }).reportViolation;
      report(`${violatedDirective} blocked ${blockedURI} (${sourceFile}:${lineNumber})`);
    });
  });
  return wrongs;
}
