import type { Page } from 'playwright-core';

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

  async chooseTheme(name: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: name });
    // the extension that brings the colours may not be there yet
    for (let attempts = 0; attempts < 10 && !(await row.isVisible()); attempts++) {
      await this.page.keyboard.press('Escape');
      for (const key of ['Control+k', 'Control+t']) await this.page.keyboard.press(key);
      await this.page.locator('.quick-input-widget input').waitFor();
      await this.page.keyboard.type(name);
      await row.waitFor({ timeout: 3_000 }).catch(() => undefined);
    }
    await this.page.keyboard.press('Enter');
  }

  /** Scrolls down without the cursor. */
  async scroll(lines: number): Promise<void> {
    for (let line = 0; line < lines; line++) await this.page.keyboard.press('Control+ArrowDown');
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

  /** Opens what the lightbulb offers. */
  async lightbulb(): Promise<void> {
    await this.#pressUntil('Control+.', '.action-widget .monaco-list-row');
  }

  /** Opens the list of what could stand at the cursor. */
  async suggestions(): Promise<void> {
    await this.#pressUntil('Control+Space', '.suggest-widget .monaco-list-row');
  }

  /** Waits until the page beside the editor has such an element. */
  async inPage(selector: string): Promise<void> {
    await this.page.frameLocator('iframe.webview').frameLocator('iframe').locator(selector).first().waitFor();
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

  /** Goes to the first place of a text in the open file, some characters behind where it begins. */
  async goToText(text: string, behind = 1): Promise<void> {
    await this.page.keyboard.press('Control+f');
    await this.page.locator('.find-widget textarea').first().fill(text);
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('ArrowLeft');
    for (let step = 0; step < behind; step++) await this.page.keyboard.press('ArrowRight');
  }

  /** Shows what stands in the hover at the cursor. */
  async hover(): Promise<void> {
    await this.#pressUntil('Control+k Control+i', '.monaco-hover:visible');
  }

  async picture(file: string): Promise<void> {
    // Colours that only the editor's own language support knows, and icons, come late.
    await this.page.waitForTimeout(2_500);
    await this.page.screenshot({ path: file, caret: 'hide' });
  }

  /** Presses keys until they show something: the editor drops a request when news about the text arrive meanwhile. */
  async #pressUntil(keys: string, selector: string): Promise<void> {
    const wanted = this.page.locator(selector).first();
    for (let attempts = 0; attempts < 10 && !(await wanted.isVisible()); attempts++) {
      for (const each of keys.split(' ')) await this.page.keyboard.press(each);
      await wanted.waitFor({ timeout: 3_000 }).catch(() => undefined);
    }
  }

  async #choose(text: string): Promise<void> {
    await this.page.locator('.quick-input-widget input').waitFor();
    await this.page.keyboard.type(text);
    await this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: text }).waitFor();
    await this.page.keyboard.press('Enter');
  }
}
