import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Page } from 'playwright-core';

const clickTimeout = 3_000;

/** What a test asks of the page its editor is shown in. */
export interface PageRequest {
  /** A key or a chord to press: `Enter`, `Control+.`. */
  readonly press?: string;
  /** Text to type where the focus is. */
  readonly type?: string;
  /** A CSS selector: the first element it selects, in any frame, is clicked. */
  readonly click?: string;
  /** A CSS selector: the texts of the visible elements it selects are answered. */
  readonly see?: string;
}

/**
 * Lets tests, which run in the extension host and know nothing of the screen, press keys and read what is shown.
 * On a machine-local address that only this run is told.
 */
export class PageRemote {
  readonly address: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  static async serve(page: Page): Promise<PageRemote> {
    const server = createServer(async (request, response) => {
      try {
        const texts = await obey(page, (await json(request)) as PageRequest);
        response.end(JSON.stringify(texts));
      } catch (error) {
        response.statusCode = 500;
        response.end(`${error}`);
      }
    });
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    return new PageRemote(server);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

async function obey(page: Page, { press, type, click, see }: PageRequest): Promise<readonly string[]> {
  if (type !== undefined) await page.keyboard.type(type);
  if (press !== undefined) await page.keyboard.press(press);
  if (click !== undefined) await clickSomewhere(page, click);
  if (see === undefined) return [];
  const seen = await Promise.all(
    page.frames().map((frame) =>
      frame
        .locator(see)
        .filter({ visible: true })
        .allInnerTexts()
        .catch(() => []),
    ),
  );
  return seen.flat();
}

/** Pages of the extension are in frames of their own. */
async function clickSomewhere(page: Page, selector: string): Promise<void> {
  const places = page.frames().map((frame) => frame.locator(selector).first());
  await Promise.any(places.map((place) => place.click({ timeout: clickTimeout })));
}
