/**
 * Takes pictures from a real VS Code: those of the README and the walkthrough, or those of them and of `looks.ts` that are
 * named on the command line. What is not for either goes into `.vscode-test/pictures`: those of `looks.ts`, and all with
 * `--locale=zh-cn`, which takes them in that language.
 */
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EditorServer } from '../../../scripts/host/editorServer.ts';
import { openPage } from '../../../scripts/host/openPage.ts';
import { editorCache, projectRoot } from '../../../scripts/host/places.ts';
import { looks } from './looks.ts';
import { type Scene, scenes } from './scenes.ts';
import { walkthrough } from './walkthrough.ts';
import { Workbench } from './workbench.ts';

/** Leaves the screen to the code. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.hover.above': false,
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

const readmeWindow = { width: 900, height: 680 };

const { values, positionals } = parseArgs({ options: { locale: { type: 'string' } }, allowPositionals: true });
const { locale } = values;
const toLookAt = join(editorCache, 'pictures', locale ?? '');
const walkthroughPictures = join(projectRoot, 'media', 'walkthrough');
const pictures = locale === undefined ? join(projectRoot, 'docs/images') : toLookAt;

const folder = await mkdtemp(join(tmpdir(), 'http-status-screenshots-'));
const server = await EditorServer.start({ dataDirectory: join(folder, 'data'), forTests: true, locale });
try {
  const isNamed = ({ name }: Scene) => positionals.includes(name);
  const isWanted = (scene: Scene) => positionals.length === 0 || isNamed(scene);
  for (const scene of scenes.filter(isWanted)) await take(scene, pictures);
  for (const scene of walkthrough.filter(isWanted))
    await take(scene, locale === undefined ? walkthroughPictures : toLookAt);
  for (const look of looks.filter(isNamed)) await take(look, toLookAt);
} finally {
  server.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** A workspace for each picture: what is typed for one stays in its editor, even unsaved. */
async function layOut({ name }: Scene): Promise<string> {
  const workspace = join(folder, name, 'shop');
  await cp(join(projectRoot, 'test', 'workspace'), workspace, { recursive: true });
  await mkdir(join(workspace, '.vscode'), { recursive: true });
  await writeFile(join(workspace, '.vscode', 'settings.json'), JSON.stringify(settings));
  // files in other languages, which have no place in the README's pictures
  if (looks.some((look) => look.name === name))
    await cp(join(import.meta.dirname, 'workspace'), join(workspace, 'other'), { recursive: true });
  return workspace;
}

async function take(scene: Scene, destination: string): Promise<void> {
  const { name, theme, window = readmeWindow, play } = scene;
  const workspace = await layOut(scene);
  const { browser, page } = await openPage({ ...window, scale: 2 });
  // a machine that is busy takes its time
  page.setDefaultTimeout(60_000);
  try {
    await page.goto(server.address(workspace, [['extensionDevelopmentPath', server.remoteFolder(projectRoot)]]));
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await page.keyboard.press('Control+b');
    const workbench = new Workbench(page);
    if (theme !== undefined) await workbench.chooseTheme(theme);
    await play(workbench);
    const file = join(destination, `${name}.png`);
    await workbench.picture(file);
    console.log(file);
  } catch (error) {
    await page.screenshot({ path: join(toLookAt, `${name}-failed.png`) });
    throw error;
  } finally {
    await browser.close();
  }
}
