import type { Workbench } from './workbench.ts';

export interface Scene {
  readonly name: string;
  /** The colours of the editor by their name in its list, where they are not the light ones. */
  readonly theme?: string;
  /** The room there is, where it is not that of the README's pictures. */
  readonly window?: { readonly width: number; readonly height: number };
  readonly play: (workbench: Workbench) => Promise<void>;
}

/** The pictures of the README, each from an editor that has just been opened. */
export const scenes: readonly Scene[] = [
  {
    name: 'hover',
    play: async (workbench) => {
      await workbench.open('orders.ts');
      await workbench.squiggles();
      await workbench.goTo(13, 15);
      await workbench.hover();
    },
  },
  {
    name: 'findings',
    play: async (workbench) => {
      await workbench.open('orders.ts');
      await workbench.squiggles();
      await workbench.goTo(34, 4);
      await workbench.page.keyboard.press('Control+Shift+m');
      await workbench.page.locator('.markers-panel .monaco-list-row').nth(2).waitFor();
    },
  },
  {
    name: 'fix',
    play: async (workbench) => {
      await workbench.open('orders.ts');
      await workbench.squiggles();
      await workbench.goTo(13, 15);
      await workbench.lightbulb();
    },
  },
  {
    name: 'completion',
    play: async (workbench) => {
      await workbench.open('orders.ts');
      await workbench.squiggles();
      await workbench.goTo(26, 26);
      const { page } = workbench;
      for (let digits = 0; digits < '401'.length; digits++) await page.keyboard.press('Backspace');
      await workbench.suggestions();
      await page.locator('.suggest-widget .monaco-list-row').filter({ hasText: '403' }).first().waitFor();
    },
  },
  {
    name: 'lookup',
    play: async (workbench) => {
      await workbench.open('orders.ts');
      await workbench.run('HTTP Status: Look Up Code');
      const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: '100 Continue' }).waitFor();
      await workbench.page.keyboard.type('already exists');
      await rows.first().filter({ hasText: '409' }).waitFor();
    },
  },
  {
    name: 'responses',
    play: async (workbench) => {
      await workbench.open('orders.ts');
      await workbench.squiggles();
      await workbench.page.keyboard.press('Control+b');
      await workbench.run('HTTP Status: Group Responses by Path');
      await workbench.run('Focus on HTTP');
      await workbench.widenSideBar(180);
      // the folders leave their room to the responses
      await workbench.page.locator('.pane-header').first().click();
      for (const route of ['DELETE', '401 Unauthorized']) await workbench.unfold(route);
    },
  },
  {
    name: 'guide',
    play: async (workbench) => {
      await workbench.open('orders.ts');
      await workbench.squiggles();
      await workbench.goTo(26, 25);
      await workbench.run('HTTP Status: Which Code Should I Use?');
      const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: /Yes|可以/ }).waitFor();
      await workbench.page.keyboard.press('Enter');
      await rows.filter({ hasText: /(?:Copy|复制) 403/ }).waitFor();
    },
  },
];
