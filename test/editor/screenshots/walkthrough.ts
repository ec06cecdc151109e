import type { Scene } from './scenes.ts';

/** Small, for VS Code shows them in half the width of an editor. */
const window = { width: 640, height: 480 };

const steps: readonly Scene[] = [
  {
    name: 'hover',
    play: async (workbench) => {
      await workbench.open('orders.ts');
      await workbench.squiggles();
      await workbench.goTo(13, 15);
      await workbench.scroll(6);
      await workbench.hover();
    },
  },
  {
    name: 'fix',
    play: async (workbench) => {
      await workbench.open('orders.ts');
      await workbench.squiggles();
      await workbench.goTo(26, 25);
      await workbench.scroll(5);
      await workbench.lightbulb();
    },
  },
  {
    name: 'lookup',
    play: async (workbench) => {
      await workbench.run('HTTP Status: Look Up Code');
      const rows = workbench.page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: '100 Continue' }).waitFor();
      await workbench.page.keyboard.type('already exists');
      await rows.first().filter({ hasText: '409' }).waitFor();
    },
  },
];

/** The pictures of the walkthrough, each in light colours and in dark ones. */
export const walkthrough: readonly Scene[] = steps.flatMap(({ name, play }) => [
  { name: `${name}.light`, window, play },
  { name: `${name}.dark`, theme: 'Dark Modern', window, play },
]);
