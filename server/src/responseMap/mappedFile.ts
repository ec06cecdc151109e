import type { MappedFile, MappedFinding, MappedResponse, MappedRoute, Place } from '../protocol.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import { returnedValues } from '../responses/bodies/returnedValues.ts';
import type { Handler, Response, StatusOption } from '../responses/model.ts';
import { routeStatus } from '../responses/routes/routeStatus.ts';
import type { ReportedFinding } from '../rules/report.ts';
import { statusNode } from '../rules/rule.ts';
import { reasonPhrase, type StatusCode } from '../status/registry.ts';
import type { SourceDocument } from '../syntax/document.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { sentBecause } from './sentBecause.ts';

/** The routes of a file with what they answer and what there is to say about that. */
export function mappedFile(
  document: SourceDocument,
  analysis: FileAnalysis,
  findings: readonly ReportedFinding[],
): MappedFile {
  return { uri: document.uri, routes: new FileMapping(document, analysis, findings).routes() };
}

/** What answers in one function, or for one handler. */
interface Answering {
  readonly handler: Handler | undefined;
  readonly node: SyntaxNode;
  readonly name: string | undefined;
  readonly responses: Response[];
  readonly defaults: Default[];
}

/** A status that is written nowhere: the framework sends what is returned with it. */
interface Default {
  readonly code: StatusCode;
  readonly node: SyntaxNode;
}

class FileMapping {
  readonly #document: SourceDocument;
  readonly #analysis: FileAnalysis;
  readonly #findings: Set<ReportedFinding>;

  constructor(document: SourceDocument, analysis: FileAnalysis, findings: readonly ReportedFinding[]) {
    this.#document = document;
    this.#analysis = analysis;
    this.#findings = new Set(findings);
  }

  routes(): readonly MappedRoute[] {
    const seen = new Map<string, number>();
    return this.#answering().map((answering) => this.#route(answering, seen));
  }

  /** Responses by the handler that gives them; those no handler is known for by their function. */
  #answering(): readonly Answering[] {
    const found = new Map<SyntaxNode | undefined, Answering>();
    for (const response of this.#analysis.responses) {
      const { handler, event, sentAt } = response;
      if (event.side !== 'server') continue;
      const view = handler?.function ?? event.function;
      const answering = found.get(view?.node);
      if (answering) answering.responses.push(response);
      else {
        const node = view?.node ?? sentAt;
        found.set(view?.node, { handler, node, name: view?.name, responses: [response], defaults: [] });
      }
    }
    for (const [handler, fallback] of this.#defaults()) {
      const { node, name } = handler.function;
      const answering = found.get(node) ?? { handler, node, name, responses: [], defaults: [] };
      answering.defaults.push(fallback);
      found.set(node, answering);
    }
    return [...found.values()].sort((one, other) => one.node.start - other.node.start);
  }

  /** What frameworks send where handlers say nothing: with the values they return, or by their route. */
  *#defaults(): Iterable<readonly [Handler, Default]> {
    const returning = new Set<SyntaxNode>();
    for (const { handler, code, node } of returnedValues(this.#analysis)) {
      returning.add(handler.function.node);
      yield [handler, { code, node }];
    }
    for (const handler of this.#analysis.handlers.all) {
      const view = handler.function;
      const code = returning.has(view.node) ? undefined : routeStatus(this.#analysis, handler);
      if (code !== undefined) yield [handler, { code, node: view.nameNode ?? view.node }];
    }
  }

  #route({ handler, node, name, responses, defaults }: Answering, seen: Map<string, number>): MappedRoute {
    const methods = handler?.methods ?? [];
    const path = handler?.route;
    const key = [methods.join(','), path ?? '', path === undefined ? (name ?? '') : ''].join(' ');
    const earlier = seen.get(key) ?? 0;
    seen.set(key, earlier + 1);
    const written = responses.flatMap((response) => this.#options(response));
    const fallbacks = defaults.filter(({ code }, index) => {
      const isFirst = defaults.findIndex((each) => each.code === code) === index;
      return isFirst && !written.some((each) => each.code === code);
    });
    const mapped = [...written, ...fallbacks.map((fallback) => this.#ofDefault(fallback))].sort(
      (one, other) => (one.code ?? 1000) - (other.code ?? 1000),
    );
    const [first] = responses;
    const framework = handler?.framework ?? first?.framework;
    return {
      id: earlier === 0 ? key : `${key} #${earlier + 1}`,
      methods,
      ...(path === undefined ? {} : { path }),
      ...(name === undefined ? {} : { name }),
      framework: framework?.title ?? '',
      place: this.#place(handler?.routeAt ?? node),
      responses: mapped,
      findings: this.#findingsIn([handler?.routeAt ?? node, node]),
    };
  }

  #options(response: Response): readonly MappedResponse[] {
    const options = response.status?.options ?? [];
    if (options.length === 0) return [this.#response(response, undefined)];
    return options.map((option) => this.#response(response, option));
  }

  #response(response: Response, option: StatusOption | undefined): MappedResponse {
    const reason = sentBecause(this.#analysis, response, option?.code);
    const phrase = option && reasonPhrase(option.code);
    const token = option ? statusNode(response, option) : response.sentAt;
    return {
      ...(option ? { code: option.code } : {}),
      ...(phrase === undefined ? {} : { phrase }),
      ...(reason === undefined ? {} : { reason }),
      headers: [...response.headers.fields.values()].map(({ name }) => name),
      place: this.#place(token),
      findings: this.#findingsIn([token, response.sentAt, response.event.node]),
    };
  }

  #ofDefault({ code, node }: Default): MappedResponse {
    const phrase = reasonPhrase(code);
    return { code, ...(phrase === undefined ? {} : { phrase }), headers: [], place: this.#place(node), findings: [] };
  }

  /** Takes the findings that stand inside some nodes: each is given to the first that asks. */
  #findingsIn(nodes: readonly SyntaxNode[]): readonly MappedFinding[] {
    const found: MappedFinding[] = [];
    for (const finding of this.#findings) {
      const { node, rule, severity, message } = finding;
      if (!nodes.some(({ start, end }) => start <= node.start && node.end <= end)) continue;
      this.#findings.delete(finding);
      found.push({ rule: rule.id, severity, message, place: this.#place(node) });
    }
    return found;
  }

  /** Of its first line only: where to look, not all there is. */
  #place({ start, end }: { readonly start: number; readonly end: number }): Place {
    const from = this.#document.positionAt(start);
    const lineEnd = this.#document.offsetAt({ line: from.line, character: Number.MAX_SAFE_INTEGER });
    return { start: from, end: this.#document.positionAt(Math.min(end, lineEnd)) };
  }
}
