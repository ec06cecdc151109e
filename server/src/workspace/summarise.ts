import type { CallView, ClassView, FunctionView } from '../languages/views.ts';
import type { FileAnalysis } from '../responses/analysis.ts';
import type { FileContext } from '../responses/code/context.ts';
import { isErrorParameter } from '../responses/code/conventions.ts';
import { wayOut } from '../responses/code/escape.ts';
import { type ExportedThing, exportsOf, memberOf, starsOf, thingOf } from '../responses/code/exports.ts';
import { isGuard } from '../responses/code/guards.ts';
import { parameterStep, routerStep, typeNamed } from '../responses/code/typedNames.ts';
import { errorWays } from '../responses/errors/errorWriters.ts';
import { toldErrors } from '../responses/errors/toldErrors.ts';
import { ownPackage } from '../responses/knowledge.ts';
import { handedKeys } from '../responses/origins/handedKeys.ts';
import { callsIn } from '../responses/reasons/attempts.ts';
import { localRouter, returnedNames } from '../responses/routes/routerNames.ts';
import { answersOf } from '../responses/summaries/functions.ts';
import { givenValues } from '../responses/summaries/places.ts';
import type {
  Answer,
  ClassSummary,
  Delegation,
  FunctionSummary,
  ImportedName,
} from '../responses/summaries/summary.ts';
import { valueThrough } from '../responses/summaries/throughCalls.ts';
import type { SyntaxNode } from '../syntax/node.ts';
import { type Exported, type FileSummary, type FunctionRouter, summaryVersion } from './fileSummary.ts';
import { guardSummaries, mountSummaries, routeSummaries } from './routeSummaries.ts';

/** Functions that do more are no helpers: what they call they call for other reasons. */
const greatestHelper = 800;
const mostDelegations = 6;
const mostSteps = 3;

/** What a file says to others. Its analysis must be made from its text alone, or it would say what others said. */
export function summarise(analysis: FileAnalysis): FileSummary {
  const { context, flow, responses, events } = analysis;
  const known = responses.filter(({ event, statusEvent }) => isKnown(event) && (!statusEvent || isKnown(statusEvent)));
  const writer = new SummaryWriter(analysis, answersOf(context, flow, known, events.filter(isKnown)));
  const exports: [string, Exported][] = [...exportsOf(context)].map(([name, thing]) => [
    name,
    writer.exported(name, thing),
  ]);
  return {
    version: summaryVersion,
    exports: Object.fromEntries(exports),
    stars: starsOf(context),
    routes: routeSummaries(analysis),
    mounts: mountSummaries(analysis),
    guards: guardSummaries(analysis),
    errorWriters: analysis.errorWriters,
    handed: handedKeys(analysis),
    imports: [...new Set(context.imports.map(({ source }) => source))],
  };
}

function isKnown({ learned }: FileAnalysis['events'][number]): boolean {
  return learned?.isDefined !== false;
}

class SummaryWriter {
  readonly #analysis: FileAnalysis;
  readonly #answers: ReadonlyMap<SyntaxNode, readonly Answer[]>;
  readonly #calls: RegExp | undefined;
  readonly #explained: ReadonlySet<SyntaxNode>;
  /** By the steps that lead to a function: as many more are followed. */
  readonly #delegationsOfFunctions = Array.from(
    { length: mostSteps + 1 },
    () => new Map<SyntaxNode, readonly Delegation[]>(),
  );

  constructor(analysis: FileAnalysis, answers: ReadonlyMap<SyntaxNode, readonly Answer[]>) {
    this.#analysis = analysis;
    this.#answers = answers;
    this.#calls = callsElsewhere(analysis.context);
    this.#explained = new Set(analysis.events.filter(isKnown).map(({ node }) => node));
  }

  exported(name: string, thing: ExportedThing): Exported {
    // a list of routes
    if (thing.kind === 'other' && this.#isRouter(name)) return { kind: 'router', router: name };
    return this.#exported(thing, 0);
  }

  #exported(thing: ExportedThing, depth: number): Exported {
    switch (thing.kind) {
      case 'function': {
        const routers = this.#routersOf(thing.function);
        const { result } = thing.function;
        const gives = result === undefined ? undefined : typeNamed(this.#analysis.context, result);
        return { kind: 'function', summary: this.#function(thing.function), routers, ...(gives ? { gives } : {}) };
      }
      case 'class':
        return this.#class(thing, depth);
      case 'number':
        return thing.value >= 100 && thing.value < 600 ? { kind: 'status', code: thing.value } : { kind: 'other' };
      case 'object': {
        if (depth > 3) return { kind: 'other' };
        const members = [...thing.members].map(([name, member]) => [name, this.#exported(member, depth + 1)]);
        return { kind: 'object', members: Object.fromEntries(members) };
      }
      case 'made':
        if (thing.name !== undefined && this.#isRouter(thing.name)) return { kind: 'router', router: thing.name };
        return thing.of && depth < 4 ? { kind: 'made', of: this.#exported(thing.of, depth + 1) } : { kind: 'other' };
      case 'import':
        return thing;
      default:
        return { kind: 'other' };
    }
  }

  #class(thing: ExportedThing & { kind: 'class' }, depth: number): Exported {
    const methods: Record<string, FunctionSummary> = {};
    const statics: Record<string, Exported> = {};
    for (const { name } of [...thing.class.methods, ...thing.class.fields]) {
      const member = name === undefined ? undefined : memberOf(thing, name);
      if (name === undefined || name === 'constructor' || !member) continue;
      if (member.kind === 'function') methods[name] = this.#function(member.function);
      // `class Status { static missing = 404 }`
      else if (member.kind === 'number') statics[name] = this.#exported(member, depth + 1);
    }
    if (Object.keys(statics).length > 0 && Object.keys(methods).length === 0)
      return { kind: 'object', members: statics };
    const summary: ClassSummary | undefined = this.#analysis.learned.definitions.classOf(thing.class);
    if (this.#analysis.context.language.declaresTypes && !summary?.isError)
      return { kind: 'type', fields: this.#fieldTypes(thing.class) };
    return summary ? { kind: 'class', summary: { ...summary, methods } } : { kind: 'other' };
  }

  #function(view: FunctionView): FunctionSummary {
    const answers = (this.#answers.get(view.node) ?? []).filter(
      ({ status }) => status.place || !this.#analysis.handlers.isHandler(view),
    );
    const guards = isGuard(view);
    const writes = view.parameters.some(isErrorParameter) ? errorWays(this.#analysis, view) : [];
    const tells = toldErrors(this.#analysis.context, view);
    return {
      answers,
      delegations: this.#delegations(view),
      ...(writes.length > 0 ? { writes } : {}),
      ...(tells.length > 0 ? { tells } : {}),
      ...(guards ? { guards } : {}),
    };
  }

  #fieldTypes({ fields }: ClassView): Readonly<Record<string, ImportedName>> {
    const types = fields.flatMap(({ name, type }) => {
      const named = type === undefined ? undefined : typeNamed(this.#analysis.context, type);
      return named ? [[name, named] as const] : [];
    });
    return Object.fromEntries(types);
  }

  /**
   * The routers that a function is given to put routes on, `export function routes(app) { app.get(…); }`, and those that
   * it makes and gives.
   */
  #routersOf(view: FunctionView): readonly FunctionRouter[] {
    const { context } = this.#analysis;
    const found = (name: string | undefined, step: string): readonly FunctionRouter[] => {
      const router = name === undefined ? undefined : localRouter(context, view, name);
      return router !== undefined && this.#isRouter(router) ? [{ router, step }] : [];
    };
    const made = context.language.declaresTypes ? [...new Set(returnedNames(view))] : [];
    return [
      ...view.parameters.flatMap(({ name }, index) => found(name, parameterStep(index))),
      ...made.flatMap((name) => found(name, routerStep)),
    ];
  }

  #isRouter(name: string): boolean {
    const { routes, mounts } = this.#analysis.routing;
    return routes.some(({ router }) => router === name) || mounts.some(({ router }) => router === name);
  }

  /** What a function passes on to those of other files, by itself or through others of its own. */
  #delegations(view: FunctionView, depth = 0): readonly Delegation[] {
    const known = this.#delegationsOfFunctions[depth];
    let found = known?.get(view.node);
    if (!found) {
      found = this.#delegationsIn(view, depth);
      known?.set(view.node, found);
    }
    return found;
  }

  #delegationsIn(view: FunctionView, depth: number): readonly Delegation[] {
    const { context, handlers } = this.#analysis;
    const { body } = view;
    if (!body || body.end - body.start > greatestHelper || handlers.isHandler(view)) return [];
    if (!this.#calls?.test(body.text)) return [];
    const found: Delegation[] = [];
    for (const call of callsIn(context, body)) {
      if (found.length >= mostDelegations) break;
      if (this.#explained.has(call.node) || context.functionAround(call.node)?.node !== view.node) continue;
      found.push(...this.#delegationsOf(view, call, depth));
    }
    return found;
  }

  #delegationsOf(view: FunctionView, call: CallView, depth: number): readonly Delegation[] {
    const { context, flow } = this.#analysis;
    const { callee } = call;
    if (callee.kind !== 'name' && callee.kind !== 'member') return [];
    const thing = thingOf(context, callee);
    const isElsewhere = thing.kind === 'import' && !isPredeclared(thing.to) && isOfProject(thing.to.source);
    if (!isElsewhere && (thing.kind !== 'function' || call.constructs || depth >= mostSteps)) return [];
    // a function of the same file may call one of another
    const further = thing.kind === 'function' ? this.#delegations(thing.function, depth + 1) : [];
    if (!isElsewhere && further.length === 0) return [];
    const way = wayOut(context, call.node);
    const given = () => givenValues(context, view, call);
    const isCertain = flow.guards(call.node).length === 0;
    if (isElsewhere) {
      if (call.constructs && way === undefined) return [];
      return [{ to: thing.to, constructs: call.constructs, how: way ?? 'call', given: given(), isCertain }];
    }
    return further.map((inner) => ({
      ...inner,
      how: inner.how === 'return' ? (way ?? 'call') : inner.how,
      given: inner.given.map((value) => valueThrough(value, given())),
      isCertain: isCertain && inner.isCertain,
    }));
  }
}

/** Tells from a text alone whether it can call what other files of the project define, or what calls that. */
function callsElsewhere({ imports, scopes, language }: FileContext): RegExp | undefined {
  if (language.sharesFolder) return /(?<![\w$])[\w$]+\s*\(/;
  const imported = imports.filter(({ source }) => isOfProject(source)).flatMap(({ names }) => [...names.keys()]);
  if (imported.length === 0) return undefined;
  const local = [...scopes.topLevel].flatMap(([name, [first]]) => {
    const isFunction =
      first?.kind === 'function' || (first?.kind === 'value' && first.binding.value?.kind === 'function');
    return isFunction ? [name] : [];
  });
  const names = [...imported, ...local]
    .filter((name) => /^[\w$]+$/.test(name))
    .map((name) => name.replaceAll('$', '\\$'));
  return new RegExp(`(?<![\\w$.])(?:${names.join('|')})\\s*[.(]`);
}

function isOfProject(source: string): boolean {
  return /^[.@~#$]/.test(source) || !/^(?:node:)?[a-z][\w-]*$/.test(source);
}

/** `len(users)`: no function of the package, though nothing imports it. */
function isPredeclared({ source, path }: ImportedName): boolean {
  return (
    source === ownPackage &&
    /^(?:append|cap|clear|close|copy|delete|len|make|max|min|new|panic|print|println|recover|string|error|any|bool|byte|rune|u?int\d*|float\d\d)$/.test(
      path[0] ?? '',
    )
  );
}
