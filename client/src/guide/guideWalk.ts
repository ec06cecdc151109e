import {
  commands,
  env,
  l10n,
  type QuickInputButton,
  QuickInputButtons,
  type QuickPick,
  type TextEditor,
  ThemeIcon,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import {
  type GuideOutcome,
  type GuideOutcomeParams,
  type GuideParams,
  type GuideResult,
  guideOutcomeRequest,
  guideRequest,
} from '../../../server/src/protocol.ts';
import { insert } from '../insert.ts';
import { isSupported } from '../languages.ts';
import type { StatusPage } from '../page.ts';
import { rangeOf } from '../places.ts';
import { spellingOf } from '../questions.ts';
import type { Server } from '../server.ts';
import { answerItems, type GuideItem, outcomeItems, type Spellings } from './guideItems.ts';

/** A question that is asked, or a code that answers led to. */
type Stop = { readonly question: string } | { readonly code: number };

/** Leads by a few questions to the code that fits, from what the code at the cursor shows. Settles when it is left. */
export async function guideMe(server: Server, page: StatusPage): Promise<void> {
  const editor = window.activeTextEditor;
  const place = editor && isSupported(editor.document) ? placeOf(editor) : {};
  const guide = await server.ask<GuideResult | null>(guideRequest, place satisfies GuideParams);
  if (guide) await new GuideWalk(server, page, editor, place, guide).walk();
}

class GuideWalk {
  readonly #server: Server;
  readonly #page: StatusPage;
  readonly #editor: TextEditor | undefined;
  readonly #place: GuideParams;
  readonly #guide: GuideResult;
  readonly #list: QuickPick<GuideItem>;
  readonly #onePage: QuickInputButton = {
    iconPath: new ThemeIcon('book'),
    tooltip: l10n.t('All Questions on One Page'),
  };
  /** The way here; the last one is shown. */
  #way: readonly Stop[];
  #outcome: GuideOutcome | undefined;

  constructor(
    server: Server,
    page: StatusPage,
    editor: TextEditor | undefined,
    place: GuideParams,
    guide: GuideResult,
  ) {
    this.#server = server;
    this.#page = page;
    this.#editor = editor;
    this.#place = place;
    this.#guide = guide;
    this.#list = window.createQuickPick<GuideItem>();
    const { root, first } = guide;
    this.#way = first === root ? [{ question: root }] : [{ question: root }, { question: first }];
  }

  walk(): Promise<void> {
    const list = this.#list;
    list.matchOnDetail = true;
    list.matchOnDescription = true;
    list.onDidTriggerButton((button) => this.#press(button));
    list.onDidAccept(() => this.#choose(list.selectedItems[0]));
    void this.#show();
    list.show();
    return new Promise((settle) => {
      list.onDidHide(() => {
        list.dispose();
        settle();
      });
    });
  }

  async #show(): Promise<void> {
    const stop = this.#way.at(-1);
    if (stop === undefined) return;
    const list = this.#list;
    list.value = '';
    list.busy = false;
    list.buttons = [...(this.#way.length > 1 ? [QuickInputButtons.Back] : []), this.#onePage];
    if ('question' in stop) this.#showQuestion(stop.question);
    else await this.#showOutcome(stop);
  }

  #showQuestion(id: string): void {
    const step = this.#guide.steps.find((each) => each.id === id);
    if (!step) return;
    const list = this.#list;
    const { shown } = this.#guide;
    list.title = step.question;
    list.placeholder =
      shown.length === 0 ? l10n.t('Choose the answer that fits') : l10n.t('Here: {0}', shown.join(' · '));
    list.items = answerItems(step, this.#guide);
  }

  async #showOutcome(stop: Stop & { readonly code: number }): Promise<void> {
    const list = this.#list;
    list.busy = true;
    const parameters: GuideOutcomeParams = { ...this.#place, code: stop.code };
    const [outcome, spellings] = await Promise.all([
      this.#server.ask<GuideOutcome | null>(guideOutcomeRequest, parameters),
      this.#spellings(stop.code),
    ]);
    // who went back in the meantime sees the question
    if (stop !== this.#way.at(-1)) return;
    list.busy = false;
    if (!outcome) return;
    this.#outcome = outcome;
    list.title = outcome.title;
    list.placeholder = l10n.t('Use it, or see what would be another code');
    list.items = outcomeItems(outcome, spellings);
  }

  async #spellings(code: number): Promise<Spellings | undefined> {
    const editor = this.#editor;
    if (!editor) return undefined;
    if (!isSupported(editor.document)) return { number: `${code}` };
    return spellingOf(this.#server, code, editor.document, editor.selection.active);
  }

  #press(button: QuickInputButton): void {
    if (button === QuickInputButtons.Back) {
      this.#way = this.#way.slice(0, -1);
      void this.#show();
    } else if (button === this.#onePage) {
      this.#list.hide();
      void this.#page.showGuide();
    }
  }

  async #choose(item: GuideItem | undefined): Promise<void> {
    const action = item?.action;
    if (!action) return;
    if (action.kind === 'ask') return this.#goOn({ question: action.question });
    if (action.kind === 'end') return this.#goOn({ code: action.code });
    const outcome = this.#outcome;
    this.#list.hide();
    if (action.kind === 'search') await commands.executeCommand('httpStatus.lookUp');
    else if (action.kind === 'insert') await this.#insert(action.text);
    else if (outcome && action.kind === 'write') await this.#write(outcome);
    else if (outcome && action.kind === 'copy') await env.clipboard.writeText(`${outcome.code}`);
    else if (outcome) await this.#page.show(outcome.code);
  }

  async #goOn(stop: Stop): Promise<void> {
    this.#way = [...this.#way, stop];
    await this.#show();
  }

  async #insert(text: string): Promise<void> {
    if (this.#editor) await insert(this.#editor, text);
  }

  async #write({ writing }: GuideOutcome): Promise<void> {
    const editor = this.#editor;
    if (!editor || !writing) return;
    const edit = new WorkspaceEdit();
    for (const { range, newText } of writing.edits) edit.replace(editor.document.uri, rangeOf(range), newText);
    await workspace.applyEdit(edit);
  }
}

function placeOf({ document, selection }: TextEditor): Required<GuideParams> {
  const { line, character } = selection.active;
  return { textDocument: { uri: document.uri.toString() }, position: { line, character } };
}
