import { type Browser, chromium, type Page } from 'playwright-core';
import { provideChromium } from './provideChromium.ts';

/** Chromium must not look for updates or anything else outside: the machine may have no way out. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  /** Physical pixels per pixel, 2 for pictures that stay sharp. */
  readonly scale?: number;
}

/** Opens an empty page in a headless Chromium. */
export async function openPage(options: PageOptions = {}): Promise<{ readonly browser: Browser; readonly page: Page }> {
  const { width = 1280, height = 800, scale = 1 } = options;
  const browser = await chromium.launch({ executablePath: await provideChromium(), args: quiet });
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
  return { browser, page };
}
