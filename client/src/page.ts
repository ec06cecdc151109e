import { commands, type Disposable, env, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { pageDocument } from './pageDocument.ts';
import { guidePage, pageOf } from './questions.ts';
import type { Server } from './server.ts';

/** The page of a code, rendered beside the editor. One page at a time: the next code takes the place of the last. */
export class StatusPage implements Disposable {
  readonly #server: Server;
  readonly #media: Uri;
  #panel: WebviewPanel | undefined;

  constructor(server: Server, extensionUri: Uri) {
    this.#server = server;
    this.#media = Uri.joinPath(extensionUri, 'media');
  }

  async show(code: number): Promise<void> {
    const page = await pageOf(this.#server, code);
    if (page === null) {
      await window.showInformationMessage(l10n.t('{0} is no status code anybody has described.', code));
      return;
    }
    await this.#render(page.title, page.markdown, Math.floor(page.code / 100));
  }

  /** All questions of the guide on one page. */
  async showGuide(): Promise<void> {
    await this.#render(l10n.t('Which Code Should I Use?'), await guidePage(this.#server));
  }

  async #render(title: string, markdown: string, statusClass?: number): Promise<void> {
    const content = await commands.executeCommand<string>('markdown.api.render', markdown);
    const panel = this.#reveal();
    panel.title = title;
    const { webview } = panel;
    const styleSheet = webview.asWebviewUri(Uri.joinPath(this.#media, 'page.css'));
    webview.html = pageDocument({
      title,
      language: env.language,
      statusClass,
      content,
      styleSheet: styleSheet.toString(),
      resourceOrigin: webview.cspSource,
    });
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  /** The panel where it is, or a new one beside the code. The cursor stays in the code. */
  #reveal(): WebviewPanel {
    if (this.#panel !== undefined) {
      this.#panel.reveal(undefined, true);
      return this.#panel;
    }
    const panel = window.createWebviewPanel(
      'httpStatus.page',
      '',
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableCommandUris: ['httpStatus.showPage'], enableFindWidget: true, localResourceRoots: [this.#media] },
    );
    panel.iconPath = Uri.joinPath(this.#media, 'icon.png');
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    this.#panel = panel;
    return panel;
  }
}
