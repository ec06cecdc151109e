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

  async picture(name: string): Promise<void> {
    // The blinking cursor and whatever is still on its way in.
    await this.page.waitForTimeout(600);
    await this.page.screenshot({ path: join(projectRoot, 'docs', 'images', `${name}.png`), caret: 'hide' });
  }

  async #choose(text: string): Promise<void> {
    await this.page.locator('.quick-input-widget input').waitFor();
    await this.page.keyboard.type(text);
    await this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: text }).waitFor();
    await this.page.keyboard.press('Enter');
  }
}
