import {
  commands,
  type Disposable,
  EventEmitter,
  env,
  l10n,
  type Memento,
  type TreeDataProvider,
  type TreeItem,
  type TreeView,
  window,
} from 'vscode';
import { type ResponseMapTextParams, responseMapTextRequest } from '../../../server/src/protocol.ts';
import type { Server } from '../server.ts';
import { askForClasses, askForText, filterText } from './filterPrompt.ts';
import { MapFiles } from './mapFiles.ts';
import { itemOf } from './mapItems.ts';
import {
  childrenOf,
  type Grouping,
  type GroupNode,
  groupsOf,
  isFiltering,
  type MapFilter,
  type MapNode,
  noFilter,
  type ResponseNode,
} from './mapTree.ts';

const viewId = 'httpStatus.responses';
const groupingKey = 'responses.grouping';

/** The view "HTTP Responses". Nothing is asked of the server before it is looked at. */
export class ResponseMapView implements TreeDataProvider<MapNode>, Disposable {
  readonly #server: Server;
  readonly #memory: Memento;
  readonly #files: MapFiles;
  readonly #view: TreeView<MapNode>;
  readonly #changes = new EventEmitter<undefined>();
  readonly #registrations: readonly Disposable[];
  #filter: MapFilter = noFilter;
  #groups: readonly GroupNode[] | undefined;
  /** True where the server may know better. */
  #isStale = true;
  #updating: Promise<void> | undefined;
  /** "30 of 200 files" */
  #progress: string | undefined;

  readonly onDidChangeTreeData = this.#changes.event;

  constructor(server: Server, memory: Memento) {
    this.#server = server;
    this.#memory = memory;
    this.#files = new MapFiles(server);
    this.#view = window.createTreeView<MapNode>(viewId, { treeDataProvider: this, showCollapseAll: true });
    this.#registrations = [
      this.#view,
      this.#files,
      this.#changes,
      this.#files.onDidChange(() => this.#show()),
      this.#view.onDidChangeVisibility(() => this.#updateIfSeen()),
      server.onDidChangeResponses(() => this.#becomeStale()),
      server.onDidChangeHealth((health) => {
        // a server that starts again counts its versions anew
        const { state } = this.#files;
        if ((health === 'starting' && state === 'read') || (health === 'running' && state === 'failed'))
          this.#startAnew();
      }),
      this.#command('groupByFile', () => this.#groupBy('file')),
      this.#command('groupByPath', () => this.#groupBy('path')),
      this.#command('refresh', () => this.#startAnew()),
      this.#command('filterByClass', async () => this.#filterBy(await askForClasses(this.#files.files, this.#filter))),
      this.#command('filterByText', async () => this.#filterBy(await askForText(this.#filter))),
      this.#command('clearFilter', () => this.#filterBy(noFilter)),
      this.#command('copyAsMarkdown', (node) => this.#copy('markdown', node)),
      this.#command('copyAsOpenApi', (node) => this.#copy('openapi', node)),
      this.#command('explain', (node) => explain(node)),
    ];
    this.#setContext();
  }

  getTreeItem(node: MapNode): TreeItem {
    return itemOf(node, this.#groups?.length ?? 0);
  }

  getChildren(node?: MapNode): MapNode[] {
    if (node) return [...childrenOf(node)];
    this.#updateIfSeen();
    this.#groups ??= groupsOf(this.#files.files, this.#grouping, this.#filter);
    return [...this.#groups];
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
  }

  get #grouping(): Grouping {
    return this.#memory.get<Grouping>(groupingKey, 'file');
  }

  #command(name: string, run: (node?: MapNode) => unknown): Disposable {
    return commands.registerCommand(`${viewId}.${name}`, run);
  }

  #becomeStale(): void {
    this.#isStale = true;
    this.#updateIfSeen();
  }

  #startAnew(): void {
    this.#files.forget();
    this.#becomeStale();
  }

  #updateIfSeen(): void {
    if (!this.#isStale || !this.#view.visible || this.#updating) return;
    this.#isStale = false;
    this.#updating = this.#update().finally(() => {
      this.#updating = undefined;
      this.#updateIfSeen();
    });
  }

  async #update(): Promise<void> {
    await window.withProgress({ location: { viewId } }, () =>
      this.#files.update((progress) => {
        this.#progress = progress;
        this.#showMessage();
      }),
    );
    this.#progress = undefined;
  }

  #show(): void {
    this.#groups = undefined;
    this.#setContext();
    this.#changes.fire(undefined);
  }

  async #groupBy(grouping: Grouping): Promise<void> {
    await this.#memory.update(groupingKey, grouping);
    this.#show();
  }

  #filterBy(filter: MapFilter | undefined): void {
    if (filter === undefined) return;
    this.#filter = filter;
    this.#show();
  }

  /** What the buttons, the texts of an empty view and the line above the tree depend on. */
  #setContext(): void {
    const { state } = this.#files;
    const isFiltered = isFiltering(this.#filter);
    this.#groups ??= groupsOf(this.#files.files, this.#grouping, this.#filter);
    const isEmpty = this.#groups.length === 0;
    const shown = state === 'read' && isEmpty ? (isFiltered && this.#hasFiles ? 'filteredOut' : 'empty') : state;
    void commands.executeCommand('setContext', `${viewId}.state`, shown);
    void commands.executeCommand('setContext', `${viewId}.grouping`, this.#grouping);
    void commands.executeCommand('setContext', `${viewId}.isFiltered`, isFiltered);
    // beside the title: a line above the tree would take the place of the button that clears the filter
    this.#view.description = shown === 'filteredOut' ? filterText(this.#filter) : '';
    this.#showMessage();
  }

  /** How far the server is, or what the filter lets through. An empty text takes the line away. */
  #showMessage(): void {
    const isReading = this.#files.state === 'reading' && this.#progress !== undefined;
    const isShown = isFiltering(this.#filter) && this.#groups?.length !== 0;
    this.#view.message = isReading
      ? l10n.t('Reading handlers: {0}', this.#progress ?? '')
      : isShown
        ? l10n.t('Shown: {0}', filterText(this.#filter))
        : '';
  }

  get #hasFiles(): boolean {
    for (const _ of this.#files.files) return true;
    return false;
  }

  async #copy(format: ResponseMapTextParams['format'], node: MapNode | undefined): Promise<void> {
    const route = node?.kind === 'route' ? { uri: node.uri, id: node.route.id } : undefined;
    const parameters: ResponseMapTextParams = { format, ...(route ? { route } : {}) };
    const text = await this.#server.ask<string>(responseMapTextRequest, parameters);
    await env.clipboard.writeText(text);
    window.setStatusBarMessage(
      route
        ? l10n.t('The responses of the route are on the clipboard.')
        : l10n.t('The responses are on the clipboard.'),
      4000,
    );
  }
}

async function explain(node: MapNode | undefined): Promise<void> {
  const code = isResponse(node) ? node.response.code : undefined;
  if (code !== undefined) await commands.executeCommand('httpStatus.showPage', code);
}

function isResponse(node: MapNode | undefined): node is ResponseNode {
  return node?.kind === 'response';
}
