/**
 * Takes the pictures of the README from a real VS Code. Names on the command line choose among them; with
 * `--locale=zh-cn` they are taken in that language, to be looked at: into `.vscode-test/pictures`.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EditorServer } from '../../../scripts/host/editorServer.ts';
import { openPage } from '../../../scripts/host/openPage.ts';
import { editorCache, projectRoot } from '../../../scripts/host/places.ts';
import { type Scene, scenes } from './scenes.ts';
import { Workbench } from './workbench.ts';

/** Leaves the screen to the code. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.stickyScroll.enabled': false,
  'javascript.validate.enable': false,
  'typescript.suggestionActions.enabled': false,
  'typescript.validate.enable': false,
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.iconTheme': 'vs-seti',
  'workbench.layoutControl.enabled': false,
  'workbench.statusBar.visible': false,
};

const { values, positionals: wanted } = parseArgs({ options: { locale: { type: 'string' } }, allowPositionals: true });
const { locale } = values;
const pictures = locale === undefined ? join(projectRoot, 'docs/images') : join(editorCache, 'pictures', locale);

async function take({ name, play }: Scene, server: EditorServer, workspace: string): Promise<void> {
  const { browser, page } = await openPage({ width: 1000, height: 680, scale: 2 });
  try {
    await page.goto(server.address(workspace, [['extensionDevelopmentPath', server.remoteFolder(projectRoot)]]));
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await page.keyboard.press('Control+b');
    const workbench = new Workbench(page);
    await play(workbench);
    const file = join(pictures, `${name}.png`);
    await workbench.picture(file);
    console.log(file);
  } finally {
    await browser.close();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'http-status-screenshots-'));
const workspace = join(folder, 'shop');
await cp(join(projectRoot, 'test', 'workspace'), workspace, { recursive: true });
await writeFile(join(workspace, '.vscode', 'settings.json'), JSON.stringify(settings));
const server = await EditorServer.start({ dataDirectory: join(folder, 'data'), forTests: true, locale });
try {
  for (const scene of scenes)
    if (wanted.length === 0 || wanted.includes(scene.name)) await take(scene, server, workspace);
} finally {
  server.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
