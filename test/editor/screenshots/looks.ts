import type { Scene } from './scenes.ts';
import type { Workbench } from './workbench.ts';

/** What nobody shows in a README and somebody has to look at. Each is taken where it is named on the command line. */
export const looks: readonly Scene[] = [
  {
    name: 'hover-python',
    play: async (workbench) => {
      await workbench.open('items.py');
      await workbench.squiggles();
      await workbench.goToText('HTTP_401');
      await workbench.hover();
    },
  },
  {
    name: 'hover-go',
    play: async (workbench) => {
      await workbench.open('albums.go');
      await workbench.goToText('StatusInternalServerError');
      await workbench.squiggles();
      await workbench.hover();
    },
  },
  {
    name: 'fix-go',
    play: async (workbench) => {
      await workbench.open('albums.go');
      await workbench.goToText('StatusInternalServerError');
      await workbench.squiggles();
      await workbench.lightbulb();
    },
  },
  {
    name: 'header-completion',
    play: async (workbench) => {
      await workbench.open('orders.ts');
      await workbench.squiggles();
      await workbench.goToText('.json(order)', 0);
      await workbench.page.keyboard.type(".set('");
      await workbench.page.keyboard.press('Control+Space');
      await workbench.page
        .locator('.suggest-widget .monaco-list-row')
        .filter({ hasText: 'Location' })
        .first()
        .waitFor();
    },
  },
  {
    name: 'lookup-without-hits',
    play: async (workbench) => {
      await workbench.open('orders.ts');
      await workbench.run('HTTP Status: Look Up Code');
      const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: '100 Continue' }).waitFor();
      await workbench.page.keyboard.type('xylophone');
      await rows.filter({ hasText: 'No code fits' }).waitFor();
    },
  },
  {
    name: 'responses-by-file',
    play: async (workbench) => {
      await workbench.open('orders.ts');
      await workbench.squiggles();
      await workbench.page.keyboard.press('Control+b');
      await workbench.run('Focus on HTTP');
      await workbench.page.locator('.pane-header').first().click();
      await workbench.unfold('DELETE');
    },
  },
  {
    name: 'responses-filtered-out',
    play: async (workbench) => {
      await workbench.open('orders.ts');
      await workbench.squiggles();
      await workbench.page.keyboard.press('Control+b');
      await workbench.run('Focus on HTTP');
      await workbench.page.locator('.pane-header').first().click();
      await workbench.run('HTTP Status: Filter Responses by Text');
      await workbench.page.keyboard.type('xylophone');
      await workbench.page.keyboard.press('Enter');
      await workbench.page.getByRole('button', { name: 'Clear Filter', exact: true }).first().waitFor();
    },
  },
  { name: 'page', play: statusPage },
  { name: 'page-dark', theme: 'Dark Modern', play: statusPage },
  { name: 'page-high-contrast', theme: 'Dark High Contrast', play: statusPage },
  {
    name: 'guide-page',
    play: async (workbench) => {
      await workbench.open('orders.ts');
      await workbench.run('HTTP Status: Which Code Should I Use?');
      await workbench.page.locator('.quick-input-titlebar .codicon-book').first().click();
      await workbench.inPage('h1');
    },
  },
  {
    name: 'settings',
    play: async (workbench) => {
      await workbench.run('Preferences: Open Settings (UI)');
      await workbench.page.keyboard.type('@ext:http-status-assistant.http-status-assistant');
      await workbench.page.getByText('9 Settings Found').waitFor();
    },
  },
];

async function statusPage(workbench: Workbench): Promise<void> {
  await workbench.open('orders.ts');
  await workbench.squiggles();
  await workbench.goToText('401');
  await workbench.run('HTTP Status: Explain Code at Cursor');
  await workbench.inPage('h1');
}
