import type { Context } from 'mocha';
import type { PageRequest } from '../host/pageRemote.ts';

const address = process.env.EDITOR_REMOTE;

/** Whether the tests can use the keyboard and see the screen. They can where the editor is shown in a page. */
export const hasScreen = address !== undefined;

/**
 * Leaves out a test or a suite of what only keys do and only eyes see: extensions are not told what is drawn. The desktop
 * editor has no screen for tests; the report says how many it left out.
 */
export function needsScreen(context: Context): void {
  if (!hasScreen) context.skip();
}

export async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await request({ press: key });
}

export async function type(text: string): Promise<void> {
  await request({ type: text });
}

export async function click(selector: string): Promise<void> {
  await request({ click: selector });
}

/** The texts of the visible elements that a CSS selector selects, in any frame of the page. */
export function see(selector: string): Promise<readonly string[]> {
  return request({ see: selector });
}

async function request(request: PageRequest): Promise<readonly string[]> {
  if (address === undefined) throw new Error('This editor has no screen for tests.');
  const response = await fetch(address, { method: 'POST', body: JSON.stringify(request) });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as readonly string[];
}
