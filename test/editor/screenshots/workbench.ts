import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectRoot } from '../../../scripts/host/places.ts';

/** The editor on the screen, used as a person uses it: by keyboard. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(file: string): Promise<void> {
    await this.page.keyboard.press('Control+p');
    await this.#choose(file);
    await this.page.getByRole('tab', { name: file }).first().waitFor();
  }

  async run(command: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.#choose(command);
  }

  async goTo(line: number, column: number): Promise<void> {
    await this.page.keyboard.press('Control+g');
    await this.page.locator('.quick-input-widget input').fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
  }

  /** Waits until there is a squiggle in the code, so that what the extension has to say has been said. */
  async squiggles(): Promise<void> {
    await this.page.locator('.cdr.squiggly-warning, .cdr.squiggly-info').first().waitFor();
  }

  /** Opens what the lightbulb offers. The editor drops the request when news about the text arrive meanwhile. */
  async lightbulb(): Promise<void> {
    const menu = this.page.locator('.action-widget .monaco-list-row').first();
    for (let attempts = 0; attempts < 10 && !(await menu.isVisible()); attempts++) {
      await this.page.keyboard.press('Control+.');
      await menu.waitFor({ timeout: 2_000 }).catch(() => undefined);
    }
  }

  /** Drags its border to the right by so many pixels. */
  async widenSideBar(by: number): Promise<void> {
    const { mouse } = this.page;
    const sideBar = await this.page.locator('.part.sidebar').boundingBox();
    if (!sideBar) throw new Error('The side bar is hidden.');
    const [x, y] = [sideBar.x + sideBar.width, sideBar.y + sideBar.height / 2];
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(x + by, y, { steps: 5 });
    await mouse.up();
  }

  /** Opens a row of a tree in the side bar. */
  async unfold(text: string): Promise<void> {
    await this.page.locator('.monaco-list-row', { hasText: text }).first().locator('.monaco-tl-twistie').click();
  }

  async picture(name: string): Promise<void> {
    // Colours that only the editor's own language support knows, and icons, come late.
    await this.page.waitForTimeout(2_500);
    await this.page.screenshot({ path: join(projectRoot, 'docs', 'images', `${name}.png`), caret: 'hide' });
  }

  async #choose(text: string): Promise<void> {
    await this.page.locator('.quick-input-widget input').waitFor();
    await this.page.keyboard.type(text);
    await this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: text }).waitFor();
    await this.page.keyboard.press('Enter');
  }
}
